import { captureTarget } from './captureTarget.ts';

/** What a page needs only for something else than its text: an image, a link, a moment, a region. A script of its own. */
export const mediaTools = { captureTarget } as const;
export type MediaTools = typeof mediaTools;

declare global {
  /** Where entrypoints/media-tools leaves them for entrypoints/clip.content. */
  var whenceMediaTools: MediaTools | undefined;
}
