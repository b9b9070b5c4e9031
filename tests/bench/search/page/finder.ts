import type { Clip } from '../../../../domain/clip.ts';

/** From `start` up to, not including, `end`. */
export type MatchRange = readonly [start: number, end: number];

/** One line of an answer, with what is marked in its texts. */
export interface Shown {
  readonly clip: Clip;
  readonly marks: { readonly why: readonly MatchRange[]; readonly quote: readonly MatchRange[]; readonly title: readonly MatchRange[] };
}

/** Results that are shown at first. */
export const SHOWN = 10;

/** The first results, and parts of the time that they took, in milliseconds: of the engine, and of reading clips. */
export interface Found {
  readonly results: readonly Shown[];
  readonly engine: number;
  readonly reading: number;
}

/** What answers a query: ours, or a library. */
export interface Finder {
  readonly find: (query: string) => Promise<Found>;
  /** Read what the query with a letter more is likely to find, while nobody waits. */
  readonly readAhead?: (query: string) => Promise<void>;
}
