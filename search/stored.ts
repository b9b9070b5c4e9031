import * as v from 'valibot';
import { checksum } from './checksum.ts';
import { COLUMNS, eachColumn, type ColumnName } from './packedFacts.ts';
import { packTimes, unpackTimes } from './packedTimes.ts';
import type { Segment } from './segment.ts';
import type { Living } from './segmentMerge.ts';
import { plainColumn, StoredColumn, type PlainColumn } from './storedColumn.ts';

const bytes = v.instance(Uint8Array);
const halves = v.instance(Uint16Array);
const words = v.instance(Uint32Array);
const column = v.object({ text: bytes, codes: v.union([bytes, halves, words]) });

const StoredPart = v.object({
  segment: v.object({
    words: v.object({ chars: v.union([bytes, halves]), lengths: bytes, shared: bytes, blocks: words }),
    postings: v.object({ bytes, blocks: words, masks: halves }),
    ids: v.object({ bytes, starts: words }),
    at: v.union([v.instance(Float64Array), v.object({ low: words, high: halves })]),
    facts: v.object(v.entriesFromList(COLUMNS, column)),
  }),
  gone: bytes,
});

/** The form of what is stored, raised whenever it or the meaning of words.ts changes. */
const FORM = 4;
const Stored = v.object({ form: v.literal(FORM), sum: v.number(), parts: v.array(StoredPart) });

/** An index as it is stored: typed arrays, no texts of documents. */
export interface SerializedIndex {
  readonly form: number;
  readonly sum: number;
  readonly parts: readonly {
    readonly segment: Omit<Segment, 'at' | 'facts'> & {
      readonly at: ReturnType<typeof packTimes>;
      readonly facts: Readonly<Record<ColumnName, PlainColumn>>;
    };
    /** As far as the last one that is. */
    readonly gone: Uint8Array;
  }[];
}

/** What is to be stored of an index's parts. */
export function toStored(parts: readonly Living[]): SerializedIndex {
  // mostly nothing is gone
  const plain = parts.map(({ segment, gone }) => ({
    segment: { ...segment, at: packTimes(segment.at), facts: eachColumn((name) => plainColumn(segment.facts[name])) },
    gone: gone.slice(0, gone.lastIndexOf(1) + 1),
  }));
  return { form: FORM, sum: checksum(plain), parts: plain };
}

/** The parts of a stored index; undefined when it is of another form, damaged or cut. */
export function fromStored(stored: unknown): readonly Living[] | undefined {
  const parsed = v.safeParse(Stored, stored);
  if (!parsed.success) return undefined;
  const { parts, sum } = parsed.output;
  if (checksum(parts) !== sum) return undefined;
  return parts.map(({ segment, gone }) => {
    const at = unpackTimes(segment.at);
    const all = new Uint8Array(at.length);
    all.set(gone.subarray(0, all.length));
    return { segment: { ...segment, at, facts: eachColumn((name) => new StoredColumn(segment.facts[name])) }, gone: all };
  });
}
