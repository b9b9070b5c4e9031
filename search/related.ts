import { Best } from './best.ts';
import { Boosts } from './boosts.ts';
import { indexedText, type Doc } from './doc.ts';
import { FIELD_WORTH, FIELDS, MASK_WORTH, type Field } from './fields.ts';
import { valueAt } from './packedFacts.ts';
import { idAt } from './packedIds.ts';
import { PostingReader, sizeOfList } from './packedPostings.ts';
import type { Part, Segments } from './segments.ts';
import { eachWord } from './words.ts';

/** A document like another one. */
export interface Related {
  readonly id: string;
  readonly kind: Doc['kind'];
  /** Higher is more alike; to be compared within one answer only. */
  readonly score: number;
}

export interface RelatedOptions {
  /** Documents at most: 5 as a rule. */
  readonly limit?: number | undefined;
  /** Milliseconds since 1970: what freshness is counted from. Without it all is equally fresh. */
  readonly now?: number | undefined;
  /** Only documents of these. */
  readonly kinds?: readonly Doc['kind'][] | undefined;
}

const RELATED = 5;
/** Different words of a document that are looked at, its reason's first: what follows rarely tells more. */
const MOST_WORDS = 120;
/** Of these the most telling ones are compared. */
const TELLING = 16;
/** The whole page and what stood around are about much else. */
const NOT_TELLING: readonly Field[] = ['text', 'paragraph', 'headings', 'replies', 'site'];
/** A word of the reason or the decision says so many times more what a document is about. */
const REASON = 2;
const REASONS: readonly Field[] = ['why', 'because', 'decision'];
/** A word that a larger share of all documents have tells nothing. */
const COMMON = 0.1;
/** But so many documents are few, in an index of any size. */
const FEW = 10;
/** Grammar, mostly; in a small index it is not told by how many documents have it. */
const SHORT = /^[a-z]{1,3}$/;
const SHORT_WORTH = 0.2;
/** Of what the telling words weigh, the share that a document must have to be like another. */
const BAR = 0.16;

interface Telling {
  readonly word: string;
  readonly weight: number;
  readonly isKnown: boolean;
}

const sumOf = (telling: readonly Telling[]): number => telling.reduce((sum, { weight }) => sum + weight, 0);

/** The documents most like one, best first; never itself. */
export function relatedTo(doc: Doc, segments: Segments, { limit = RELATED, now = 0, kinds }: RelatedOptions = {}): readonly Related[] {
  const parts = segments.parts();
  // a word that no document has can't be compared, but tells that this one is about something else
  const all = tellingWords(doc, parts, segments.size);
  const telling = all.filter(({ isKnown }) => isKnown).slice(0, TELLING);
  const unknown = all.filter(({ isKnown }) => !isKnown).slice(0, TELLING);
  const bar = BAR * (sumOf(telling) + sumOf(unknown));
  const best = new Best<Related & { readonly degree: number; readonly at: number }>(limit);
  const reader = new PostingReader();
  for (const { segment, gone, near } of parts) {
    const scores = new Float32Array(segment.at.length);
    const boosts = new Boosts(segment.facts);
    const met = new Set<number>();
    for (const { word, weight } of telling) {
      const [whole] = near.findWhole(word);
      const found = whole ? reader.read(segment.postings, whole.word) : 0;
      for (let index = 0; index < found; index++) {
        const other = reader.docs[index] ?? 0;
        if (gone[other]) continue;
        scores[other] = (scores[other] ?? 0) + weight * Math.min(1, MASK_WORTH[reader.masks[index] ?? 0] ?? 0);
        met.add(other);
      }
    }
    for (const other of met) {
      const alike = scores[other] ?? 0;
      const at = segment.at[other] ?? 0;
      if (alike < bar || best.isBeyond(1, alike * 2)) continue;
      const id = idAt(segment.ids, other);
      const kind = kindOf(valueAt(segment.facts.type, other));
      if (id === doc.id || (kinds && !kinds.includes(kind))) continue;
      best.offer({ id, kind, at, degree: 1, score: alike * boosts.of(other, at, now) });
    }
  }
  return best.sorted().map(({ id, kind, score }) => ({ id, kind, score }));
}

const kindOf = (type: string): Doc['kind'] => (type === 'post' || type === 'decision' ? type : 'clip');

/** The words that tell most about a document: rare ones, those of its reason above all. */
function tellingWords(doc: Doc, parts: readonly Part[], living: number): readonly Telling[] {
  const worths = new Map<string, number>();
  for (const field of FIELDS) {
    if (NOT_TELLING.includes(field)) continue;
    const worth = FIELD_WORTH[field] * (REASONS.includes(field) ? REASON : 1);
    eachWord(indexedText(doc, field), (word) => {
      if (worths.has(word) || worths.size < MOST_WORDS) worths.set(word, Math.max(worth, worths.get(word) ?? 0));
    });
  }
  const reader = new PostingReader();
  const most = Math.max(FEW, living * COMMON);
  return [...worths]
    .map(([word, worth]) => {
      const count = documentsWith(word, parts, reader);
      const telling = worth * (SHORT.test(word) ? SHORT_WORTH : 1);
      return { word, isKnown: count > 0, weight: count > most ? 0 : telling * Math.log((1 + living) / Math.max(1, count)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
}

/** A list of so many bytes is of a common word, and is not read to be counted: a posting takes about one. */
const MUCH = 4_096;

/** About how many documents have a word; just so many, of a rare one. */
function documentsWith(word: string, parts: readonly Part[], reader: PostingReader): number {
  let count = 0;
  for (const { segment, near } of parts) {
    for (const whole of near.findWhole(word)) {
      const size = sizeOfList(segment.postings, whole.word);
      count += size > MUCH ? size : reader.read(segment.postings, whole.word);
    }
  }
  return count;
}
