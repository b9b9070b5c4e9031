import type { Doc } from './doc.ts';
import { FIELD_WORTH, FIELDS, type Field } from './fields.ts';
import { Vocabulary } from './vocabulary.ts';
import { eachWord } from './words.ts';

/** Characters of one field that are indexed: an hour's reading. */
const LONGEST_FIELD = 100_000;
/** What further fields with the same word add to the best one. */
const ALSO_THERE = 0.12;

/** What of a field is searched. */
export const indexedText = (doc: Doc, field: Field): string => (doc.fields[field] ?? '').slice(0, LONGEST_FIELD);

/** A word's places: documents, and beside each the fields (bits) that the word stands in. */
interface Posting {
  readonly docs: Doc[];
  readonly fields: number[];
}

/** How well a document answers one typed word, and the fields (bits) that do. */
interface Answer {
  worth: number;
  fields: number;
}

/** Which documents have which words. */
export class Postings {
  private readonly docs = new Map<string, Doc>();
  private readonly postings = new Map<string, Posting>();
  private vocabulary: Vocabulary | undefined;

  get size(): number {
    return this.docs.size;
  }

  all(): Doc[] {
    return [...this.docs.values()];
  }

  add(doc: Doc): void {
    this.remove(doc.id);
    this.docs.set(doc.id, doc);
    FIELDS.forEach((field, index) => {
      const bit = 1 << index;
      eachWord(indexedText(doc, field), (word) => this.note(word, doc, bit));
    });
  }

  remove(id: string): void {
    const doc = this.docs.get(id);
    if (!doc) return;
    this.docs.delete(id);
    // its words are read again rather than remembered: clips are many, and few are ever removed
    const words = new Set<string>();
    for (const field of FIELDS) eachWord(indexedText(doc, field), (word) => words.add(word));
    for (const word of words) {
      const posting = this.postings.get(word);
      const at = posting?.docs.indexOf(doc) ?? -1;
      if (!posting || at < 0) continue;
      posting.docs.splice(at, 1);
      posting.fields.splice(at, 1);
      // the vocabulary may go on knowing a word that is nowhere; it finds nothing
      if (posting.docs.length === 0) this.postings.delete(word);
    }
  }

  /** The documents that answer a folded, typed word, and the words of the index that it may stand for. */
  lookUp(typed: string, isLast: boolean): { readonly docs: ReadonlyMap<Doc, Answer>; readonly near: readonly string[] } {
    this.vocabulary ??= new Vocabulary(this.postings.keys());
    const answers = new Map<Doc, Answer>();
    const near = this.vocabulary.near(typed, isLast);
    for (const { word, quality } of near) {
      const { docs, fields } = this.postings.get(word) ?? { docs: [], fields: [] };
      docs.forEach((doc, index) => {
        const bits = fields[index] ?? 0;
        const worth = quality * worthOf(bits);
        const answer = answers.get(doc);
        if (!answer) answers.set(doc, { worth, fields: bits });
        else {
          answer.worth = Math.max(answer.worth, worth);
          answer.fields |= bits;
        }
      });
    }
    return { docs: answers, near: near.map(({ word }) => word) };
  }

  private note(word: string, doc: Doc, bit: number): void {
    const posting = this.postings.get(word);
    if (!posting) {
      this.postings.set(word, { docs: [doc], fields: [bit] });
      this.vocabulary = undefined;
      return;
    }
    const { docs, fields } = posting;
    const last = docs.length - 1;
    // a document is added in one go, so the word was met in it before exactly when it is the last one here
    if (docs[last] === doc) fields[last] = (fields[last] ?? 0) | bit;
    else {
      docs.push(doc);
      fields.push(bit);
    }
  }
}

/** What a set of fields (bits) is worth. There are few, and they are asked for often: kept. */
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
