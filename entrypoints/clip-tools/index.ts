import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageTools } from '../../page/pageTools.ts';

/** Put into a page by the background when entrypoints/clip.content asks for it. */
export default defineUnlistedScript(() => {
  globalThis.whencePageTools = pageTools;
});
