import type { PackedFacts } from './packedFacts.ts';
import type { PackedIds } from './packedIds.ts';
import type { PackedPostings } from './packedPostings.ts';
import type { PackedWords } from './packedWords.ts';

/**
 * A part of the index that never changes: some documents, numbered from 0, and the words that they have.
 * Plain typed arrays and lists of strings, so that it is stored and read back as it is.
 */
export interface Segment {
  readonly words: PackedWords;
  readonly postings: PackedPostings;
  readonly ids: PackedIds;
  /** Of each document, in milliseconds since 1970. */
  readonly at: Float64Array;
  readonly facts: PackedFacts;
}
