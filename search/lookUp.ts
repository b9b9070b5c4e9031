import { MASK_WORTH } from './fields.ts';
import type { TypedState } from './nearWords.ts';
import { membersIn } from './columnNames.ts';
import type { PackedColumn } from './packedFacts.ts';
import { LONGEST_POSTING, PostingReader, sizeOfList } from './packedPostings.ts';
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
  /** Of each word and phrase, the documents that have it. */
  readonly lists: readonly LeafDocs[];
  /** The finished words like which nothing was looked for: so many documents have them as they were typed, or they were pasted. */
  readonly common: ReadonlySet<string>;
}

/** Documents that have a word make it a word that was meant. Looking for others like it is what takes longest. */
const COMMON = 100;

/** The documents that have one leaf (bit), by place, in no order. */
export interface LeafDocs {
  readonly bit: number;
  readonly docs: Int32Array;
}

/** How things stood when the finished leaves of a plan were looked up. */
interface Stand {
  readonly version: number;
  /** Of those leaves. */
  readonly key: string;
  readonly leaves: Int32Array;
  readonly scores: Float32Array;
  readonly met: Int32Array;
  readonly metCount: number;
  readonly isAllMet: boolean;
  readonly lists: readonly LeafDocs[];
  readonly common: readonly string[];
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
  private lists: LeafDocs[] = [];
  /** What is finished is asked again with each letter of the word behind it. */
  private finished: Stand | undefined;
  private readonly reader = new PostingReader();

  /** `language` is taken for documents that don't say theirs. What is answered is overwritten by the next call. */
  run(segments: Segments, plan: Plan, language: string): LookedUp {
    const parts = segments.parts();
    this.clear(parts.reduce((sum, { segment }) => sum + segment.at.length, 0));
    const leaves = plan.leaves.map((leaf, index) => ({ leaf, bit: 1 << index }));
    const find = ({ leaf, bit }: (typeof leaves)[number]): void => {
      this.detachLast();
      if (leaf.type === 'word') this.findWord(parts, segments.size, leaf, bit, language);
      // that a text has the words in this order is told by reading it; until then a phrase that is ruled out isn't there
      else if (leaf.type === 'phrase' && !leaf.isNegated) this.findPhrase(parts, segments.size, leaf, bit);
    };
    const isOpen = ({ leaf }: (typeof leaves)[number]): boolean => leaf.type === 'word' && leaf.isUnfinished;
    const finished = leaves.filter((one) => one.leaf.type !== 'filter' && !isOpen(one));
    const key = JSON.stringify([plan.needsNoWords, finished]);
    if (finished.length > 0 && this.finished?.key === key && this.finished.version === segments.version) this.resume(this.finished);
    else {
      if (plan.needsNoWords) this.meetAll(parts);
      finished.forEach(find);
      if (finished.length > 0) this.keepStand(segments.version, key);
    }
    leaves.filter(isOpen).forEach(find);
    for (const { leaf, bit } of leaves) if (leaf.type === 'filter') this.filter(parts, leaf, bit);
    return {
      leaves: this.leaves,
      scores: this.scores,
      met: this.met.subarray(0, this.metCount),
      lists: this.lists,
      common: this.common,
    };
  }

  /** The documents of the last leaf stand in memory that the next one is looked up in. */
  private detachLast(): void {
    const last = this.lists.at(-1);
    if (last?.docs.buffer === this.answering.buffer) this.lists.splice(-1, 1, { bit: last.bit, docs: last.docs.slice() });
  }

  private keepStand(version: number, key: string): void {
    this.detachLast();
    const { leaves, scores, met, metCount, isAllMet } = this;
    // new memory takes longer than what is there already
    const before = this.finished?.leaves.length === leaves.length ? this.finished : undefined;
    const stand = {
      version,
      key,
      leaves: before?.leaves ?? new Int32Array(leaves.length),
      scores: before?.scores ?? new Float32Array(leaves.length),
      met: before?.met ?? new Int32Array(leaves.length),
      metCount,
      isAllMet,
      lists: [...this.lists],
      common: [...this.common],
    };
    stand.leaves.set(leaves);
    stand.scores.set(scores);
    stand.met.set(met.subarray(0, metCount));
    this.finished = stand;
  }

  private resume({ leaves, scores, met, metCount, isAllMet, lists, common }: Stand): void {
    this.leaves.set(leaves);
    this.scores.set(scores);
    this.met.set(met.subarray(0, metCount));
    this.metCount = metCount;
    this.isAllMet = isAllMet;
    this.lists = [...lists];
    for (const word of common) this.common.add(word);
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
    this.leaves.fill(0);
    this.scores.fill(0);
    this.metCount = 0;
    this.lists = [];
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
    const { reader, best, answering } = this;
    const { text, fields, isNegated } = leaf;
    const state = this.stateOf(parts, living, leaf);
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
    this.settle(count, isNegated ? 0 : rarity(living, count), bit);
  }

  private stateOf(parts: readonly Part[], living: number, { text, isUnfinished, isNegated, isPasted }: WordLeaf): TypedState {
    if (isPasted) {
      this.common.add(text);
      return 'common';
    }
    if (isUnfinished) return 'unfinished';
    if (isNegated) return 'finished';
    let count = 0;
    const isNoneGone = living === parts.reduce((sum, { segment }) => sum + segment.at.length, 0);
    for (const { segment, gone, near } of parts) {
      for (const { word } of near.findWhole(text)) {
        // a long list tells by its length
        if (isNoneGone && sizeOfList(segment.postings, word) >= COMMON * LONGEST_POSTING) {
          count += COMMON;
          continue;
        }
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
    this.lists.push({ bit, docs: answering.subarray(0, count) });
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
