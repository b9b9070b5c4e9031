import { v7 } from 'uuid';
import { createComposerFrame } from './composerFrame.ts';
import { createMarks } from './marks.ts';
import { readCapture } from './readCapture.ts';

/**
 * What a page needs only once there is something to mark or to clip. A script of its own: most pages
 * that a person opens never load it.
 */
export const pageTools = { createComposerFrame, createMarks, readCapture, newId: (): string => v7() } as const;
export type PageTools = typeof pageTools;

declare global {
  /** Where entrypoints/clip-tools leaves them for entrypoints/clip.content: both run in one world, which the page can't see. */
  var whencePageTools: PageTools | undefined;
}
