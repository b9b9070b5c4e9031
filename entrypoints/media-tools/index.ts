import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mediaTools } from '../../page/mediaTools.ts';

/** Put into a page by the background when entrypoints/clip.content asks for it. */
export default defineUnlistedScript(() => {
  globalThis.whenceMediaTools = mediaTools;
});
