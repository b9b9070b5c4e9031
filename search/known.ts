import type { Chosen } from './answering.ts';
import type { Known } from './query/index.ts';
import type { Part } from './segments.ts';
import { tally } from './tally.ts';

/** The distinct values of all documents that are there, the most used first. */
export function knownIn(parts: readonly Part[]): Known {
  const living = parts.map(livingOf);
  const valuesOf = (column: keyof Known): readonly string[] => tally(living, column).map(({ value }) => value);
  return { site: valuesOf('site'), tags: valuesOf('tags'), by: valuesOf('by'), in: valuesOf('in') };
}

function livingOf({ segment, gone }: Part): Chosen {
  const docs = new Int32Array(segment.at.length);
  let count = 0;
  for (let doc = 0; doc < docs.length; doc++) if (!gone[doc]) docs[count++] = doc;
  return { segment, docs: docs.subarray(0, count) };
}
