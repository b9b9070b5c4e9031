import * as v from 'valibot';
import type { Doc } from './doc.ts';
import { FIELDS, type Field } from './fields.ts';
import { indexedText, Postings } from './postings.ts';
import { eachWord, queryWordsOf } from './words.ts';

export type { Doc } from './doc.ts';
export type { Field } from './fields.ts';

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

/** Words of a query that count: a pasted page asks for its first ones. */
const MOST_WORDS = 8;
const LONGEST_QUERY = 400;
/** Matched words of one field that are told: more can't be shown. */
const MOST_RANGES = 100;
/**
 * An index in memory for some thousands of documents. Each word of a query is looked up in the
 * vocabulary, where Fuse.js finds the misspelled ones; only documents with such words are scored.
 */
export function createIndex(): SearchIndex {
  let postings = new Postings();

  const search = (query: string, { limit = 50 }: { readonly limit?: number } = {}): Found => {
    const typed = query.slice(0, LONGEST_QUERY);
    const asked = new Map(queryWordsOf(typed).map((word) => [word.text, word]));
    const words = [...asked.values()].slice(0, MOST_WORDS);
    const understood = { words: mergeRanges(words.map(({ start, end }) => [start, end])).map(([start, end]) => typed.slice(start, end)) };
    if (words.length === 0) {
      const newest = postings.all().sort(byNewest).slice(0, limit);
      return { hits: newest.map(({ id, kind }) => ({ id, kind, score: 0, matches: {} })), understood };
    }
    const matched = new Set<string>();
    const answers = new Map<Doc, { count: number; score: number; fields: number }>();
    for (const { text, end } of words) {
      // a word with something behind it is finished
      const { docs, near } = postings.lookUp(text, end === typed.length);
      for (const word of near) matched.add(word);
      // a word that few documents have says more about what is looked for
      const rarity = Math.log(1 + postings.size / Math.max(1, docs.size));
      for (const [doc, { worth, fields }] of docs) {
        const answer = answers.get(doc);
        if (!answer) answers.set(doc, { count: 1, score: worth * rarity, fields });
        else {
          answer.count += 1;
          answer.score += worth * rarity;
          answer.fields |= fields;
        }
      }
    }
    const ranked = [...answers].sort(([one, a], [other, b]) => b.count - a.count || b.score - a.score || byNewest(one, other));
    const highest = ranked.reduce((most, [, { score }]) => Math.max(most, score), 0);
    const hits = ranked.slice(0, limit).map(([doc, { count, score, fields }]) => ({
      id: doc.id,
      kind: doc.kind,
      // one number that sorts as the list does: each further word outweighs everything else
      score: count + score / (highest + 1),
      matches: matchesIn(doc, fields, matched),
    }));
    return { hits, understood };
  };

  return {
    add: (docs) => docs.forEach((doc) => postings.add(doc)),
    remove: (ids) => ids.forEach((id) => postings.remove(id)),
    search,
    serialize: () => ({ form: 1, docs: postings.all() }),
    restore: (serialized) => {
      const parsed = v.safeParse(SerializedIndex, serialized);
      if (!parsed.success) return false;
      postings = new Postings();
      for (const doc of parsed.output.docs) postings.add(doc);
      return true;
    },
  };
}

const byNewest = (one: Doc, other: Doc): number => other.at - one.at || (one.id < other.id ? 1 : -1);

/** Where the matched words stand in a document: only the given fields (bits) are read again. */
function matchesIn(doc: Doc, fields: number, matched: ReadonlySet<string>): Hit['matches'] {
  const matches: Partial<Record<Field, readonly MatchRange[]>> = {};
  FIELDS.forEach((field, index) => {
    if (!(fields & (1 << index))) return;
    const ranges: MatchRange[] = [];
    eachWord(indexedText(doc, field), (word, start, end) => {
      if (matched.has(word)) ranges.push([start, end]);
    });
    matches[field] = mergeRanges(ranges).slice(0, MOST_RANGES);
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
