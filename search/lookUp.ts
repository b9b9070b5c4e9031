import { MASK_WORTH } from './fields.ts';
import type { TypedState } from './nearWords.ts';
import { membersIn } from './columnNames.ts';
import type { PackedColumn } from './packedFacts.ts';
import { PostingReader } from './packedPostings.ts';
import type { FilterLeaf, PhraseLeaf, Plan, WordLeaf } from './plan.ts';
import { acceptsDate, acceptsFact } from './query/evaluate.ts';
import type { Segment } from './segment.ts';
import type { Part, Segments } from './segments.ts';

/** What the documents of all parts have of a plan's leaves, by place: a document's number behind the parts before its own. */
export interface LookedUp {
  /** Of each document, the leaves (bits) that it has. */
  readonly leaves: Int32Array;
  /** Of each document, how well its words answer; to be compared within one look-up only. */
  readonly scores: Float32Array;
  /** The documents that were met, in no order; those that are gone are not among them. */
  readonly met: Int32Array;
  /** The finished words that so many documents have as they were typed that nothing like them was looked for. */
  readonly common: ReadonlySet<string>;
}

/** Documents that have a word make it a word that was meant. Looking for others like it is what takes longest. */
const COMMON = 100;

/** Words whose documents are kept: a common one takes half a megabyte. */
const MOST_KNOWN = 6;

/** The documents that a word is in, by place, and how well each answers it. */
interface Known {
  readonly docs: Int32Array;
  readonly worths: Float32Array;
  readonly weight: number;
  readonly isCommon: boolean;
}

/** Looks up one plan after the other, in the same memory. */
export class LookUp {
  private leaves = new Int32Array();
  private scores = new Float32Array();
  private met = new Int32Array();
  private metCount = 0;
  private isAllMet = false;
  /** Of the word that is being looked up: how well each document answers it, and which do. */
  private best = new Float32Array();
  private answering = new Int32Array();
  private readonly common = new Set<string>();
  /** What answers the finished words that were asked for last, of the index as it was then. */
  private readonly known = new Map<string, Known>();
  private version = -1;
  private readonly reader = new PostingReader();

  /** `language` is taken for documents that don't say theirs. What is answered is overwritten by the next call. */
  run(segments: Segments, { leaves, needsNoWords }: Plan, language: string): LookedUp {
    const parts = segments.parts();
    const living = segments.size;
    if (segments.version !== this.version) this.known.clear();
    this.version = segments.version;
    this.clear(parts.reduce((sum, { segment }) => sum + segment.at.length, 0));
    if (needsNoWords) this.meetAll(parts);
    leaves.forEach((leaf, index) => {
      if (leaf.type === 'word') this.findWord(parts, living, leaf, 1 << index, language);
      // that a text has the words in this order is told by reading it; until then a phrase that is ruled out isn't there
      else if (leaf.type === 'phrase' && !leaf.isNegated) this.findPhrase(parts, living, leaf, 1 << index);
    });
    leaves.forEach((leaf, index) => {
      if (leaf.type === 'filter') this.filter(parts, leaf, 1 << index);
    });
    return { leaves: this.leaves, scores: this.scores, met: this.met.subarray(0, this.metCount), common: this.common };
  }

  private clear(size: number): void {
    if (this.leaves.length < size) {
      // somewhat larger, so that a clip more does not ask for all of it again
      const room = Math.ceil(size * 1.1) + 64;
      this.leaves = new Int32Array(room);
      this.scores = new Float32Array(room);
      this.met = new Int32Array(room);
      this.best = new Float32Array(room);
      this.answering = new Int32Array(room);
    }
    for (let index = 0; index < this.metCount; index++) {
      const place = this.met[index] ?? 0;
      this.leaves[place] = 0;
      this.scores[place] = 0;
    }
    this.metCount = 0;
    this.isAllMet = false;
    this.common.clear();
  }

  private meetAll(parts: readonly Part[]): void {
    let place = 0;
    for (const { segment, gone } of parts)
      for (let doc = 0; doc < segment.at.length; doc++, place++) if (!gone[doc]) this.met[this.metCount++] = place;
    this.isAllMet = true;
  }

  private findWord(parts: readonly Part[], living: number, leaf: WordLeaf, bit: number, language: string): void {
    // what is finished is asked again with each letter of the next word
    const key = leaf.isUnfinished ? undefined : JSON.stringify(leaf);
    const known = key === undefined ? undefined : this.known.get(key);
    if (known) {
      this.settleKnown(known, bit);
      if (known.isCommon) this.common.add(leaf.text);
      return;
    }
    const { reader, best, answering } = this;
    const { text, fields, isNegated } = leaf;
    const state = this.stateOf(parts, leaf);
    let count = 0;
    let first = 0;
    for (const { segment, gone, near } of parts) {
      for (const { word, quality, languages } of isNegated ? near.findWhole(text) : near.find(text, state)) {
        const speaks = languages && languagesIn(segment.facts.language, languages, language);
        const found = reader.read(segment.postings, word);
        for (let index = 0; index < found; index++) {
          const doc = reader.docs[index] ?? 0;
          const mask = (reader.masks[index] ?? 0) & fields;
          if (mask === 0 || gone[doc] || speaks?.[segment.facts.language.codes[doc] ?? 0] === 0) continue;
          const worth = quality * (MASK_WORTH[mask] ?? 0);
          const before = best[first + doc] ?? 0;
          if (before === 0) answering[count++] = first + doc;
          if (worth > before) best[first + doc] = worth;
        }
      }
      first += segment.at.length;
    }
    const weight = isNegated ? 0 : rarity(living, count);
    if (key !== undefined) this.keep(key, count, weight, state === 'common');
    this.settle(count, weight, bit);
  }

  /** Keep what answers the word that was just looked up. */
  private keep(key: string, count: number, weight: number, isCommon: boolean): void {
    const docs = this.answering.slice(0, count);
    const worths = new Float32Array(count);
    for (let index = 0; index < count; index++) worths[index] = this.best[docs[index] ?? 0] ?? 0;
    if (this.known.size === MOST_KNOWN) this.known.clear();
    this.known.set(key, { docs, worths, weight, isCommon });
  }

  private settleKnown({ docs, worths, weight }: Known, bit: number): void {
    const { leaves, scores, met, isAllMet } = this;
    for (let index = 0; index < docs.length; index++) {
      const place = docs[index] ?? 0;
      if (leaves[place] === 0 && !isAllMet) met[this.metCount++] = place;
      leaves[place] = (leaves[place] ?? 0) | bit;
      scores[place] = (scores[place] ?? 0) + weight * (worths[index] ?? 0);
    }
  }

  private stateOf(parts: readonly Part[], { text, isUnfinished, isNegated }: WordLeaf): TypedState {
    if (isUnfinished) return 'unfinished';
    if (isNegated) return 'finished';
    let count = 0;
    for (const { segment, gone, near } of parts) {
      for (const { word } of near.findWhole(text)) {
        const found = this.reader.read(segment.postings, word);
        for (let index = 0; index < found; index++) if (!gone[this.reader.docs[index] ?? 0]) count++;
      }
    }
    if (count < COMMON) return 'finished';
    this.common.add(text);
    return 'common';
  }

  /** Documents that have all words of a phrase in one field. */
  private findPhrase(parts: readonly Part[], living: number, { words, fields }: PhraseLeaf, bit: number): void {
    let count = 0;
    let first = 0;
    for (const { segment, gone, near } of parts) {
      let common: { readonly docs: Int32Array; readonly masks: Uint16Array } | undefined;
      for (const text of words) {
        const word = near.findWhole(text)[0]?.word;
        const found = word === undefined ? 0 : this.reader.read(segment.postings, word);
        const read = { docs: this.reader.docs.slice(0, found), masks: this.reader.masks.slice(0, found) };
        common = common ? intersection(common, read) : read;
        if (common.docs.length === 0) break;
      }
      common?.docs.forEach((doc, index) => {
        const mask = (common.masks[index] ?? 0) & fields;
        if (mask === 0 || gone[doc]) return;
        this.best[first + doc] = MASK_WORTH[mask] ?? 0;
        this.answering[count++] = first + doc;
      });
      first += segment.at.length;
    }
    this.settle(count, words.length * rarity(living, count), bit);
  }

  /** Take over what one leaf found. */
  private settle(count: number, weight: number, bit: number): void {
    const { leaves, scores, best, answering, met, isAllMet } = this;
    for (let index = 0; index < count; index++) {
      const place = answering[index] ?? 0;
      if (leaves[place] === 0 && !isAllMet) met[this.metCount++] = place;
      leaves[place] = (leaves[place] ?? 0) | bit;
      scores[place] = (scores[place] ?? 0) + weight * (best[place] ?? 0);
      best[place] = 0;
    }
  }

  private filter(parts: readonly Part[], { part: asked }: FilterLeaf, bit: number): void {
    const { leaves, met, metCount } = this;
    let first = 0;
    const tests = parts.map(({ segment }) => {
      const from = first;
      const accepts = acceptsIn(segment, asked);
      first += segment.at.length;
      return { from, end: first, accepts };
    });
    // documents of one part mostly come together
    let test = tests[0];
    for (let index = 0; index < metCount; index++) {
      const place = met[index] ?? 0;
      if (!test || place < test.from || place >= test.end) test = tests.find(({ end }) => place < end);
      if (test?.accepts(place - test.from)) leaves[place] = (leaves[place] ?? 0) | bit;
    }
  }
}

/** Tells of each document of a segment whether it answers a filter. */
function acceptsIn({ at, facts }: Segment, asked: FilterLeaf['part']): (doc: number) => boolean {
  if (asked.type === 'date') return (doc) => acceptsDate(asked, at[doc] ?? 0);
  const column = facts[asked.fact];
  const accepted = acceptedValues(column, (held) => acceptsFact(asked, held));
  return (doc) => accepted[column.codes[doc] ?? 0] === 1;
}

/** Every word counts for something: else a weak match of a common one would be as good as the word. */
const WORD = 4;

/** A word that few documents have says more about what is looked for. */
const rarity = (living: number, count: number): number => WORD + Math.log(1 + living / Math.max(1, count));

/** Of each value of the language column, whether its documents are in one of the languages (1). */
const languagesIn = (column: PackedColumn, languages: readonly string[], other: string): Uint8Array =>
  Uint8Array.from(column.values, (value) => (languages.includes(value === '' ? other : value) ? 1 : 0));

/** Of each value of a column, whether one of its members is accepted (1). A member that many lists share is asked about once. */
function acceptedValues(column: PackedColumn, accepts: (held: string) => boolean): Uint8Array {
  const { names, numbers, starts } = membersIn(column);
  const isAccepted = Uint8Array.from(names, (name) => (accepts(name) ? 1 : 0));
  return Uint8Array.from(column.values, (_, value) => {
    const end = starts[value + 1] ?? 0;
    for (let at = starts[value] ?? 0; at < end; at++) if (isAccepted[numbers[at] ?? 0] === 1) return 1;
    return 0;
  });
}

interface Postings {
  readonly docs: Int32Array;
  readonly masks: Uint16Array;
}

/** The documents that stand in both, with the fields that do. */
function intersection(one: Postings, other: Postings): Postings {
  const length = Math.min(one.docs.length, other.docs.length);
  const docs = new Int32Array(length);
  const masks = new Uint16Array(length);
  let [count, left, right] = [0, 0, 0];
  while (left < one.docs.length && right < other.docs.length) {
    const [a, b] = [one.docs[left] ?? 0, other.docs[right] ?? 0];
    const mask = (one.masks[left] ?? 0) & (other.masks[right] ?? 0);
    if (a === b && mask !== 0) {
      docs[count] = a;
      masks[count++] = mask;
    }
    if (a <= b) left++;
    if (b <= a) right++;
  }
  return { docs: docs.subarray(0, count), masks: masks.subarray(0, count) };
}
