import * as v from 'valibot';
import { FIELD_WORTH, FIELDS, type Field } from './fields.ts';
import { Vocabulary } from './vocabulary.ts';
import { queryWordsOf, wordsOf } from './words.ts';

export type { Field } from './fields.ts';

/** What can be found: the texts of a clip or a post, made by documents.ts. */
export interface Doc {
  readonly id: string;
  readonly kind: 'clip' | 'post';
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  /** Milliseconds since 1970-01-01 UTC; of two equally good hits the newer one stands first. */
  readonly at: number;
}

/** From `start` up to, not including, `end`, in UTF-16 code units of the field's text. */
export type MatchRange = readonly [start: number, end: number];

export interface Hit {
  readonly id: string;
  readonly kind: Doc['kind'];
  /** Higher is better; to be compared within one answer only. */
  readonly score: number;
  /** The matched words of each field, in order, not overlapping. */
  readonly matches: Readonly<Partial<Record<Field, readonly MatchRange[]>>>;
}

export interface Found {
  /** Best first; all of the words before some of them. Everything, newest first, for a query without words. */
  readonly hits: readonly Hit[];
  /** What the query was taken to ask for. */
  readonly understood: { readonly words: readonly string[] };
}

export interface SearchIndex {
  /** Put documents in; one with a known id takes the place of the older. */
  add(docs: readonly Doc[]): void;
  remove(ids: readonly string[]): void;
  /** Never fails, whatever is typed. At most `limit` hits (50). */
  search(query: string, options?: { readonly limit?: number }): Found;
  /** The whole index as a plain value that can be stored. */
  serialize(): SerializedIndex;
  /** Become what was stored. Answers false, and stays as it is, when that is of another form: then build afresh. */
  restore(serialized: unknown): boolean;
}

const SerializedIndex = v.object({
  form: v.literal(1),
  docs: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(['clip', 'post']),
      fields: v.pipe(
        v.record(v.string(), v.string()),
        v.transform((fields): Doc['fields'] => fields),
      ),
      at: v.number(),
    }),
  ),
});
export type SerializedIndex = v.InferOutput<typeof SerializedIndex>;

/** Characters of one field that are indexed: an hour's reading. */
const LONGEST_FIELD = 100_000;
/** Words of a query that count: a pasted page asks for its first ones. */
const MOST_WORDS = 8;
const LONGEST_QUERY = 400;
/** Matched words of one field that are told: more can't be shown. */
const MOST_RANGES = 100;
/** What further fields with the same word add to the best one. */
const ALSO_THERE = 0.12;

interface Entry {
  readonly doc: Doc;
  /** The bits of the fields that a word stands in. */
  readonly words: ReadonlyMap<string, number>;
}

/** What a set of fields (bits) is worth. Small and asked for often: kept. */
const worths = new Map<number, number>();
function worthOf(bits: number): number {
  const known = worths.get(bits);
  if (known !== undefined) return known;
  const all = FIELDS.filter((_, index) => bits & (1 << index)).map((field) => FIELD_WORTH[field]);
  const best = Math.max(...all);
  const worth = best + ALSO_THERE * (all.reduce((sum, one) => sum + one, 0) - best);
  worths.set(bits, worth);
  return worth;
}

function entryOf(doc: Doc): Entry {
  const words = new Map<string, number>();
  FIELDS.forEach((field, index) => {
    for (const { text } of wordsOf((doc.fields[field] ?? '').slice(0, LONGEST_FIELD)))
      words.set(text, (words.get(text) ?? 0) | (1 << index));
  });
  return { doc, words };
}

/**
 * An index in memory for some thousands of documents. Each word of a query is looked up in the
 * vocabulary, where Fuse.js finds the misspelled ones; only documents with such words are scored.
 */
export function createIndex(): SearchIndex {
  const entries = new Map<string, Entry>();
  const postings = new Map<string, Set<Entry>>();
  let vocabulary: Vocabulary | undefined;

  const drop = (id: string): void => {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    for (const word of entry.words.keys()) {
      const posting = postings.get(word);
      posting?.delete(entry);
      // the vocabulary may go on knowing a word that is nowhere; it finds nothing
      if (posting?.size === 0) postings.delete(word);
    }
  };

  const put = (doc: Doc): void => {
    drop(doc.id);
    const entry = entryOf(doc);
    entries.set(doc.id, entry);
    for (const word of entry.words.keys()) {
      const posting = postings.get(word);
      if (posting) posting.add(entry);
      else {
        postings.set(word, new Set([entry]));
        vocabulary = undefined;
      }
    }
  };

  /** How well each document answers one typed word, and the words of the index that it may stand for. */
  const lookUp = (typed: string, isLast: boolean): { readonly best: Map<Entry, number>; readonly words: readonly string[] } => {
    vocabulary ??= new Vocabulary(postings.keys());
    const best = new Map<Entry, number>();
    const near = vocabulary.near(typed, isLast);
    for (const { word, quality } of near) {
      for (const entry of postings.get(word) ?? []) {
        const worth = quality * worthOf(entry.words.get(word) ?? 0);
        if (worth > (best.get(entry) ?? 0)) best.set(entry, worth);
      }
    }
    return { best, words: near.map(({ word }) => word) };
  };

  const search = (query: string, { limit = 50 }: { readonly limit?: number } = {}): Found => {
    const typed = query.slice(0, LONGEST_QUERY);
    const asked = queryWordsOf(typed);
    const distinct = [...new Map(asked.map((word) => [word.text, word])).values()].slice(0, MOST_WORDS);
    const understood = {
      words: mergeRanges(distinct.map(({ start, end }) => [start, end])).map(([start, end]) => typed.slice(start, end)),
    };
    if (distinct.length === 0) {
      const newest = [...entries.values()].sort((one, other) => byNewest(one.doc, other.doc)).slice(0, limit);
      return { hits: newest.map(({ doc }) => ({ id: doc.id, kind: doc.kind, score: 0, matches: {} })), understood };
    }
    const matched = new Set<string>();
    const scores = new Map<Entry, { count: number; score: number }>();
    for (const { text, end } of distinct) {
      // a word with something behind it is finished
      const { best, words } = lookUp(text, end === typed.length);
      for (const word of words) matched.add(word);
      // a word that few documents have says more about what is looked for
      const rarity = Math.log(1 + entries.size / Math.max(1, best.size));
      for (const [entry, worth] of best) {
        const sum = scores.get(entry) ?? { count: 0, score: 0 };
        scores.set(entry, { count: sum.count + 1, score: sum.score + worth * rarity });
      }
    }
    const ranked = [...scores].sort(([one, a], [other, b]) => b.count - a.count || b.score - a.score || byNewest(one.doc, other.doc));
    const highest = Math.max(0, ...ranked.map(([, { score }]) => score));
    const hits = ranked.slice(0, limit).map(([entry, { count, score }]) => ({
      id: entry.doc.id,
      kind: entry.doc.kind,
      // one number that sorts as the list does: each further word outweighs everything else
      score: count + score / (highest + 1),
      matches: matchesIn(entry, matched),
    }));
    return { hits, understood };
  };

  return {
    add: (docs) => docs.forEach(put),
    remove: (ids) => ids.forEach(drop),
    search,
    serialize: () => ({ form: 1, docs: [...entries.values()].map(({ doc }) => doc) }),
    restore: (serialized) => {
      const parsed = v.safeParse(SerializedIndex, serialized);
      if (!parsed.success) return false;
      [...entries.keys()].forEach(drop);
      parsed.output.docs.forEach(put);
      return true;
    },
  };
}

const byNewest = (one: Doc, other: Doc): number => other.at - one.at || (one.id < other.id ? 1 : -1);

/** Where the matched words stand in a document: only the fields that have one are read again. */
function matchesIn({ doc, words }: Entry, matched: ReadonlySet<string>): Hit['matches'] {
  let bits = 0;
  for (const [word, where] of words) if (matched.has(word)) bits |= where;
  const matches: Partial<Record<Field, readonly MatchRange[]>> = {};
  FIELDS.forEach((field, index) => {
    if (!(bits & (1 << index))) return;
    const found = wordsOf((doc.fields[field] ?? '').slice(0, LONGEST_FIELD)).filter(({ text }) => matched.has(text));
    matches[field] = mergeRanges(found.map(({ start, end }) => [start, end])).slice(0, MOST_RANGES);
  });
  return matches;
}

/** Ranges in order of their start, those that overlap made one. */
function mergeRanges(ranges: readonly MatchRange[]): MatchRange[] {
  const merged: MatchRange[] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}
