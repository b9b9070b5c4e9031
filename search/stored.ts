import * as v from 'valibot';
import { checksum } from './checksum.ts';
import { COLUMNS } from './packedFacts.ts';
import type { Living } from './segmentMerge.ts';

const bytes = v.instance(Uint8Array);
const halves = v.instance(Uint16Array);
const words = v.instance(Uint32Array);
const column = v.object({ values: v.pipe(v.array(v.string()), v.readonly()), codes: v.union([bytes, halves, words]) });

const StoredPart = v.object({
  segment: v.object({
    words: v.object({ chars: halves, lengths: bytes, shared: bytes, blocks: words }),
    postings: v.object({ bytes, blocks: words, masks: halves }),
    ids: v.object({ bytes, starts: words }),
    at: v.instance(Float64Array),
    facts: v.object(v.entriesFromList(COLUMNS, column)),
  }),
  gone: bytes,
});

/** The form of what is stored, raised whenever it or the meaning of words.ts changes. */
const FORM = 2;
const Stored = v.object({ form: v.literal(FORM), sum: v.number(), parts: v.array(StoredPart) });

/** An index as it is stored: typed arrays and lists of strings, no texts of documents. */
export interface SerializedIndex {
  readonly form: number;
  readonly sum: number;
  readonly parts: readonly Living[];
}

/** What is to be stored of an index's parts. */
export function toStored(parts: readonly Living[]): SerializedIndex {
  const plain = parts.map(({ segment, gone }) => ({ segment, gone: gone.slice(0, segment.at.length) }));
  return { form: FORM, sum: checksum(plain), parts: plain };
}

/** The parts of a stored index; undefined when it is of another form, damaged or cut. */
export function fromStored(stored: unknown): readonly Living[] | undefined {
  const parsed = v.safeParse(Stored, stored);
  if (!parsed.success) return undefined;
  const { parts, sum } = parsed.output;
  return checksum(parts) === sum ? parts : undefined;
}
