import { CandidateFinder, type Candidate } from './candidates.ts';
import type { Doc } from './doc.ts';
import type { Matches, Sought } from './marks.ts';
import { planOf, type Plan } from './plan.ts';
import { Answering } from './answering.ts';
import { countFacets, type Facets } from './facets.ts';
import { helpWith, type Help } from './help.ts';
import { parseQuery, understood, type Known, type Understood } from './query/index.ts';
import { placed, unread, type Placed } from './ranking.ts';
import { relatedTo, type Related, type RelatedOptions } from './related.ts';
import { Segments } from './segments.ts';
import { knownIn } from './known.ts';
import { fromStored, toStored, type SerializedIndex } from './stored.ts';

export type { Doc, DocFacts } from './doc.ts';
export type { Facets } from './facets.ts';
export type { Field } from './fields.ts';
export type { Help } from './help.ts';
export type { MatchRange } from './marks.ts';
export type { Related, RelatedOptions } from './related.ts';
export type { SerializedIndex } from './stored.ts';

export interface Hit {
  readonly id: string;
  readonly kind: Doc['kind'];
  /** Higher is better; to be compared within one answer only. */
  readonly score: number;
  /** The matched words of each field, in order, not overlapping. */
  readonly matches: Matches;
}

export interface Found {
  /** Best first; all of the words before some of them. Newest first, for a query without words. */
  readonly hits: readonly Hit[];
  /** Documents that answer, also beyond the limit. */
  readonly total: number;
  /** There may be more than `total`: a phrase is asked for, which only texts tell, and not all texts were read. */
  readonly isAtLeast: boolean;
  /** What the query was taken to ask for. */
  readonly understood: Understood;
}

export interface SearchOptions {
  /** Hits at most. */
  readonly limit?: number | undefined;
  /** Milliseconds since 1970: what "yesterday" and freshness are counted from. Without it all is equally fresh. */
  readonly now?: number | undefined;
  /** Documents whose texts are read at most to look for a phrase: ten times the limit as a rule. */
  readonly read?: number | undefined;
}

/** Documents that answer as far as the index can tell, best first, to be read and ranked. */
export interface Candidates {
  readonly ids: readonly string[];
  readonly total: number;
  readonly understood: Understood;
  /** What `rank` goes by. */
  readonly basis: { readonly plan: Plan; readonly sought: Sought; readonly candidates: readonly Candidate[]; readonly limit: number };
}

export interface SearchIndex {
  /** Documents in the index. */
  readonly size: number;
  /** Put documents in; one with a known id takes the place of the older. Half an index or more at once takes seconds. */
  add(docs: readonly Doc[]): void;
  remove(ids: readonly string[]): void;
  /**
   * Never fails, whatever is typed. At most `limit` hits (50). Ranked and marked by the texts that the index keeps;
   * an index that keeps none answers in its own order, without marks.
   */
  search(query: string, options?: SearchOptions): Found;
  /** What may be shown, of an index that keeps no texts: at most `limit` (20), or `read` when a phrase is asked for. */
  candidates(query: string, options?: SearchOptions): Candidates;
  /** The final order and the marks, from candidates' documents; those that are not given are left out. */
  rank(candidates: Candidates, docs: readonly Doc[]): Found;
  /**
   * How many of the documents that answer have each value of each facet, as far as the index can tell: that phrases are in the
   * texts is not looked up. What a query asks of a facet itself is left out for its counts, so that one can change to another value.
   */
  facets(query: string, options?: Pick<SearchOptions, 'now'>): Facets;
  /** The documents most like one that is there, or that is still being written: by the words that tell most about it. None when nothing is like it. */
  related(doc: Doc, options?: RelatedOptions): readonly Related[];
  /** What can be typed behind `site:`, `tag:`, `by:` and `in:`. */
  known(): Known;
  /** What would find something, when a query finds nothing: other words, or fewer conditions. */
  help(query: string, options?: Pick<SearchOptions, 'now'>): Help;
  /** Put in order what was added bit by bit, mostly for some milliseconds (the last step of 100,000 takes longer); answers whether there is more to do. */
  tidy(): boolean;
  /** The whole index as a plain value that can be stored, without the documents' texts. */
  serialize(): SerializedIndex;
  /** Become what was stored; texts are forgotten. Answers false, and stays as it is, when that is of another form or damaged: then build afresh. */
  restore(stored: unknown): boolean;
}

export interface IndexOptions {
  /** Whether the documents' texts are kept in the index (as a rule), or by whoever asks. */
  readonly texts?: 'kept' | 'elsewhere' | undefined;
  /** BCP 47: taken for documents that don't say in which language they are. English as a rule. */
  readonly language?: string | undefined;
}

/** A pasted page is cut: its first words are more than enough. */
const LONGEST_QUERY = 400;
const HITS = 50;
const CANDIDATES = 20;
/** Only the texts tell whether words stand side by side: of so many times as many documents. */
const TO_READ_FOR_PHRASES = 10;

/**
 * An index of words in memory, packed: some 130 bytes for a clip. Each word of a query is looked up with the words that it may
 * stand for; the best documents are then compared by Fuse.js.
 */
export function createIndex({ texts = 'kept', language = 'en' }: IndexOptions = {}): SearchIndex {
  const spoken = language.slice(0, 2).toLowerCase();
  const segments = new Segments(spoken);
  const finder = new CandidateFinder(segments, spoken);
  const kept = new Map<string, Doc>();
  const answering = new Answering(segments, spoken);
  const read = (typed: string, now = 0) => parseQuery(typed.slice(0, LONGEST_QUERY), { now, language });

  const candidates = (
    typed: string,
    { limit = CANDIDATES, now = 0, read: most = limit * TO_READ_FOR_PHRASES }: SearchOptions = {},
  ): Candidates => {
    const query = read(typed, now);
    const plan = planOf(query);
    const phrases = plan.leaves.filter((leaf) => leaf.type === 'phrase');
    const found = finder.find(plan, phrases.length > 0 ? most : limit, now);
    return {
      ids: found.candidates.map(({ id }) => id),
      total: found.total,
      understood: understood(query),
      basis: { plan, sought: { words: found.words, phrases }, candidates: found.candidates, limit },
    };
  };
  const rank = ({ ids, total, understood: said, basis }: Candidates, docs: readonly Doc[]): Found => {
    const inOrder = placed(basis.candidates, new Map(docs.map((doc) => [doc.id, doc])), basis.plan, basis.sought);
    const isAtLeast = basis.sought.phrases.length > 0 && total > ids.length;
    const count = isAtLeast ? inOrder.length : total - (ids.length - inOrder.length);
    return { hits: hitsOf(inOrder, basis.limit), total: count, isAtLeast, understood: said };
  };

  return {
    get size() {
      return segments.size;
    },
    add(docs) {
      segments.add(docs);
      if (texts === 'kept') for (const doc of docs) kept.set(doc.id, doc);
    },
    remove(ids) {
      for (const id of ids) {
        segments.remove(id);
        kept.delete(id);
      }
    },
    search(query, { limit = HITS, now, read: most } = {}) {
      const found = candidates(query, { limit: Math.max(limit, CANDIDATES), now, read: most });
      const docs = found.ids.flatMap((id) => kept.get(id) ?? []);
      const { plan, candidates: ordered } = found.basis;
      if (docs.length < ordered.length)
        return { hits: hitsOf(unread(ordered, plan), limit), total: found.total, isAtLeast: false, understood: found.understood };
      const ranked = rank(found, docs);
      return { ...ranked, hits: ranked.hits.slice(0, limit) };
    },
    candidates,
    rank,
    facets: (query, { now } = {}) => countFacets(read(query, now), answering),
    related: (doc, options) => relatedTo(doc, segments, options),
    known: () => knownIn(segments.parts()),
    help: (query, { now } = {}) => helpWith(read(query, now), (text) => answering.count(read(text, now)), segments.parts()),
    tidy: () => segments.tidy(),
    serialize: () => toStored(segments.parts()),
    restore(stored) {
      const parts = fromStored(stored);
      if (!parts) return false;
      segments.restore(parts);
      kept.clear();
      return true;
    },
  };
}

const hitsOf = (inOrder: readonly Placed[], limit: number): readonly Hit[] =>
  inOrder.slice(0, limit).map(({ candidate: { id, kind }, score, matches }) => ({ id, kind, score, matches }));
