import type { PackedFacts } from './packedFacts.ts';
import type { PackedIds } from './packedIds.ts';
import type { PackedPostings } from './packedPostings.ts';
import type { PackedWords } from './packedWords.ts';

/**
 * A part of the index that never changes: some documents, numbered from 0, and the words that they have.
 * Typed arrays, so that storing it and reading it back is quick.
 */
export interface Segment {
  readonly words: PackedWords;
  readonly postings: PackedPostings;
  readonly ids: PackedIds;
  /** Of each document, in milliseconds since 1970. */
  readonly at: Float64Array;
  readonly facts: PackedFacts;
}
