import type { Clip } from '../../../../domain/clip.ts';

/** A library over all clips. */
export interface Peer {
  /** The ids of the first results, best first, with the words to mark in each; in lower case, or what begins so. */
  readonly search: (query: string, most: number) => readonly { readonly id: string; readonly words: readonly string[] }[];
  /** The index as it would be stored: in characters. */
  readonly stored: () => number;
}

/** Makes its index of all clips, which is not all that there is for it to hold. */
export type MakePeer = (clips: readonly Clip[]) => Peer;
