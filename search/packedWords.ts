/**
 * A sorted list of words in a few bytes each: of every word only what the one before it has not. Every
 * sixteenth word is whole, so that one is found without reading all (front coding with restarts). Sorted by
 * UTF-16 code units, as JavaScript compares.
 */
export interface PackedWords {
  /** What each word adds to the one before it, one after the other; in bytes when all are of Latin script. */
  readonly chars: Uint8Array | Uint16Array;
  /** Characters of each word. */
  readonly lengths: Uint8Array;
  /** Characters that each word shares with the one before it. */
  readonly shared: Uint8Array;
  /** Where the first word of each block begins in `chars`. */
  readonly blocks: Uint32Array;
}

/** Words in one block. */
export const BLOCK = 16;
/** What `lengths` can hold; longer words are cut by words.ts. */
const LONGEST = 255;

/** Takes words in ascending order, each once. */
export class WordPacker {
  private chars = new Uint16Array(1024);
  private used = 0;
  private last = '';
  private readonly lengths: number[] = [];
  private readonly shared: number[] = [];
  private readonly blocks: number[] = [];

  add(word: string): void {
    const length = Math.min(word.length, LONGEST);
    const isFirst = this.lengths.length % BLOCK === 0;
    let shared = 0;
    while (shared < length && word.charCodeAt(shared) === this.last.charCodeAt(shared)) shared++;
    if (isFirst) this.blocks.push(this.used);
    if (this.used + length > this.chars.length) {
      const larger = new Uint16Array(this.chars.length * 2);
      larger.set(this.chars);
      this.chars = larger;
    }
    for (let index = isFirst ? 0 : shared; index < length; index++) this.chars[this.used++] = word.charCodeAt(index);
    this.lengths.push(length);
    this.shared.push(shared);
    this.last = word;
  }

  pack(): PackedWords {
    const chars = this.chars.subarray(0, this.used);
    return {
      chars: chars.some((code) => code > 0xff) ? chars.slice() : Uint8Array.from(chars),
      lengths: Uint8Array.from(this.lengths),
      shared: Uint8Array.from(this.shared),
      blocks: Uint32Array.from(this.blocks),
    };
  }
}

/**
 * Reads words in order, each made of the one before it. What was read last stands in `chars`, `length` long,
 * until the next one is read.
 */
export class WordReader {
  readonly chars = new Uint16Array(LONGEST);
  length = 0;
  /** The number of the word that `next` reads. */
  index: number;
  private readonly words: PackedWords;
  private at: number;

  constructor(words: PackedWords, first: number) {
    this.words = words;
    this.index = 0;
    this.at = 0;
    this.moveTo(first);
  }

  /** Make the word with this number the one that `next` reads. */
  moveTo(word: number): void {
    const start = Math.floor(word / BLOCK) * BLOCK;
    if (word < this.index || start > this.index) {
      this.index = start;
      this.at = this.words.blocks[start / BLOCK] ?? 0;
    }
    while (this.index < word && this.next()) continue;
  }

  /** Read one more word; false behind the last one. */
  next(): boolean {
    const { lengths, shared, chars } = this.words;
    const { index, chars: own } = this;
    if (index >= lengths.length) return false;
    const length = lengths[index] ?? 0;
    const kept = index % BLOCK === 0 ? 0 : (shared[index] ?? 0);
    let { at } = this;
    for (let place = kept; place < length; place++) own[place] = chars[at++] ?? 0;
    this.at = at;
    this.length = length;
    this.index = index + 1;
    return true;
  }

  text(): string {
    // the arguments of a call can be an array-like, which its type does not say
    return String.fromCharCode.apply(undefined, this.chars.subarray(0, this.length) as unknown as number[]);
  }
}

/** The word with this number; the empty word when there is none. */
export function wordAt(words: PackedWords, index: number): string {
  const reader = new WordReader(words, index);
  return reader.next() ? reader.text() : '';
}

/** The number of the first word that is not before `word`: of the word itself when it is there. */
export function firstFrom(words: PackedWords, word: string): number {
  let [low, high] = [0, words.blocks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wordAt(words, middle * BLOCK) < word) low = middle + 1;
    else high = middle;
  }
  // in the last block that begins before the word, or at the start of the next one
  const reader = new WordReader(words, Math.max(0, low - 1) * BLOCK);
  while (reader.next()) if (reader.text() >= word) return reader.index - 1;
  return words.lengths.length;
}

/** The number of a word, or -1. */
export function numberOf(words: PackedWords, word: string): number {
  const index = firstFrom(words, word);
  return word !== '' && wordAt(words, index) === word ? index : -1;
}

/** The numbers of the words that begin so: from `start` up to, not including, `end`. */
export function withBeginning(words: PackedWords, beginning: string): readonly [start: number, end: number] {
  // no text has this code unit, which Unicode keeps unassigned
  return [firstFrom(words, beginning), firstFrom(words, `${beginning}\uffff`)];
}
