import { indexedText, type Doc } from './doc.ts';
import { FIELDS } from './fields.ts';
import { FactPacker } from './packedFacts.ts';
import { packIds } from './packedIds.ts';
import { commonMasks, PostingPacker } from './packedPostings.ts';
import { WordPacker } from './packedWords.ts';
import type { Segment } from './segment.ts';
import { eachWord } from './words.ts';

/** Collects documents until they are packed, which may be done again after more have come. */
export class SegmentBuilder {
  private readonly ids: string[] = [];
  private readonly at: number[] = [];
  private readonly facts = new FactPacker();
  /** Of each word, document and fields (bits) by turns. */
  private readonly postings = new Map<string, number[]>();
  /** The words in order, but for those that came since they were packed last. */
  private sorted: readonly string[] = [];
  private fresh: string[] = [];

  get size(): number {
    return this.ids.length;
  }

  /** Answers the document's number. */
  add(doc: Doc): number {
    const number = this.ids.length;
    this.ids.push(doc.id);
    this.at.push(doc.at);
    this.facts.add(doc);
    FIELDS.forEach((field, index) => {
      const bit = 1 << index;
      eachWord(indexedText(doc, field), (word) => this.note(word, number, bit));
    });
    return number;
  }

  pack(): Segment {
    const words = new WordPacker();
    const counts = new Map<number, number>();
    for (const list of this.postings.values())
      for (let index = 1; index < list.length; index += 2) counts.set(list[index] ?? 0, (counts.get(list[index] ?? 0) ?? 0) + 1);
    const postings = new PostingPacker(commonMasks(counts));
    this.sorted = merged(this.sorted, this.fresh.sort());
    this.fresh = [];
    for (const word of this.sorted) {
      const list = this.postings.get(word) ?? [];
      for (let index = 0; index < list.length; index += 2) postings.add(list[index] ?? 0, list[index + 1] ?? 0);
      postings.endList();
      words.add(word);
    }
    return {
      words: words.pack(),
      postings: postings.pack(),
      ids: packIds(this.ids),
      at: Float64Array.from(this.at),
      facts: this.facts.pack(),
    };
  }

  private note(word: string, number: number, bit: number): void {
    const list = this.postings.get(word);
    // a document is added in one go, so a word was met in it before exactly when it is the last one here
    if (!list) {
      this.postings.set(word, [number, bit]);
      this.fresh.push(word);
    } else if (list[list.length - 2] === number) list[list.length - 1] = (list[list.length - 1] ?? 0) | bit;
    else list.push(number, bit);
  }
}

/** Two lists in ascending order, none of whose words are in both, as one. */
function merged(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0) return other;
  const all: string[] = [];
  let at = 0;
  for (const word of other) {
    for (let next = one[at]; next !== undefined && next < word; next = one[++at]) all.push(next);
    all.push(word);
  }
  return [...all, ...one.slice(at)];
}
