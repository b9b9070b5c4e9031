import { indexedText, type Doc } from './doc.ts';
import { ALL_FIELDS, FIELDS, type Field } from './fields.ts';
import { inARow, wordsOf, type Word } from './words.ts';

/** From `start` up to, not including, `end`, in UTF-16 code units of the field's text. */
export type MatchRange = readonly [start: number, end: number];
export type Matches = Readonly<Partial<Record<Field, readonly MatchRange[]>>>;

/** What is looked for in texts. */
export interface Sought {
  /** Folded words, with the fields (bits) that they are looked for in. */
  readonly words: ReadonlyMap<string, number>;
  readonly phrases: readonly Phrase[];
}

/** Folded words in their order, and the fields (bits) that they are looked for in. */
export interface Phrase {
  readonly words: readonly string[];
  readonly fields: number;
}

export interface Read {
  readonly matches: Matches;
  /** The places in `phrases` of those that are there. */
  readonly phrases: ReadonlySet<number>;
}

/** Matched words of one field that are told: more can't be shown. */
const MOST_RANGES = 100;
/** Longer fields are read anew each time. */
const LONGEST_KEPT = 5_000;

/** The words of documents that were read: each keystroke finds most of those that the one before it found. */
const known = new WeakMap<Doc, Map<Field, readonly Word[]>>();

/** Read a document's texts: where the words stand, and which phrases are there. */
export function readTexts(doc: Doc, { words, phrases }: Sought): Read {
  const matches: Partial<Record<Field, readonly MatchRange[]>> = {};
  const there = new Set<number>();
  const fieldsSought = phrases.length > 0 ? ALL_FIELDS : [...words.values()].reduce((bits, fields) => bits | fields, 0);
  FIELDS.forEach((field, index) => {
    const bit = 1 << index;
    if (!(fieldsSought & bit) || !doc.fields[field]) return;
    const ranges: MatchRange[] = [];
    const all = wordsIn(doc, field);
    for (const { text, start, end } of all) if ((words.get(text) ?? 0) & bit) ranges.push([start, end]);
    if (phrases.length > 0) {
      const row = inARow(all);
      phrases.forEach((phrase, place) => {
        if (!(phrase.fields & bit)) return;
        for (const range of places(row, phrase.words)) {
          there.add(place);
          ranges.push(range);
        }
      });
    }
    if (ranges.length > 0) matches[field] = mergeRanges(ranges).slice(0, MOST_RANGES);
  });
  return { matches, phrases: there };
}

function wordsIn(doc: Doc, field: Field): readonly Word[] {
  const before = known.get(doc)?.get(field);
  if (before) return before;
  const text = indexedText(doc, field);
  const found = wordsOf(text);
  if (text.length <= LONGEST_KEPT) known.set(doc, (known.get(doc) ?? new Map<Field, readonly Word[]>()).set(field, found));
  return found;
}

/** The words of a phrase wherever they stand in a row, each a range of its own. */
function places(row: readonly Word[], words: readonly string[]): readonly MatchRange[] {
  const ranges: MatchRange[] = [];
  for (let first = 0; first + words.length <= row.length; first++) {
    if (!words.every((word, index) => row[first + index]?.text === word)) continue;
    for (const { start, end } of row.slice(first, first + words.length)) ranges.push([start, end]);
  }
  return ranges;
}

/** Ranges in order of their start, those that overlap made one. */
function mergeRanges(ranges: readonly MatchRange[]): MatchRange[] {
  const merged: MatchRange[] = [];
  for (const [start, end] of ranges.toSorted(([one, a], [other, b]) => one - other || a - b)) {
    const last = merged.at(-1);
    if (last && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}
