import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readableText, type ReadableText } from '../../capture/readable.ts';
import { KEPT } from '../../domain/limits.ts';

/** Run in a page by the background once the page was clipped; its answer is the page's readable text. */
export default defineUnlistedScript({
  async main(): Promise<ReadableText> {
    // the composer is coming up: that goes first
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
    return readableText(document, KEPT.pageText);
  },
});
