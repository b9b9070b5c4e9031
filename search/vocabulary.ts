import Fuse from 'fuse.js';

/** A word of the index that a typed word may stand for: 1 is the word itself, lower is further away. */
export interface NearWord {
  readonly word: string;
  readonly quality: number;
}

/** How near is near enough, by the typed word's length: none under 4 characters, 1 edit under 8, else 2. */
const editsFor = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
/** From this length on an unfinished word is also found with a typo in it; shorter ones would find everything. */
const LONG_ENOUGH_TO_BE_UNFINISHED = 6;
/** Fuse.js cuts longer patterns into pieces and takes any of them for a match. */
const LONGEST_PATTERN = 32;
/** How many typed words' answers are kept, so that the next keystroke looks up its last word only. */
const REMEMBERED = 64;

/** What a match of each kind is worth at most. A part of a word is worth more the more of it was typed. */
const WORTH = { part: 0.55, partWhole: 0.9, swapped: 0.45, near: 0.42 } as const;

/** The letters of a word as bits, to rule out most of the vocabulary before comparing. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Every word of the index, for finding those that a typed word may stand for. */
export class Vocabulary {
  private readonly words: readonly string[];
  private readonly letters: Int32Array;
  private readonly answers = new Map<string, readonly NearWord[]>();

  constructor(words: Iterable<string>) {
    this.words = [...words].sort();
    this.letters = Int32Array.from(this.words, lettersOf);
  }

  /** The words that a folded, typed word may stand for. `isLast` says that it may not be finished. */
  near(typed: string, isLast: boolean): readonly NearWord[] {
    const key = `${isLast ? '…' : ' '}${typed}`;
    const known = this.answers.get(key);
    if (known) return known;
    const qualities = new Map<string, number>();
    const add = (word: string, quality: number): void => void qualities.set(word, Math.max(quality, qualities.get(word) ?? 0));
    this.eachWithPrefix(typed, (word) => add(word, partWorth(typed, word)));
    if (editsFor(typed.length) > 0) {
      for (const swapped of swaps(typed)) this.eachWithPrefix(swapped, (word) => add(word, WORTH.swapped * partWorth(swapped, word)));
      for (const { word, distance } of this.similar(typed, isLast)) add(word, WORTH.near * (1 - distance) * lengthRatio(typed, word));
    }
    const answer = [...qualities].map(([word, quality]) => ({ word, quality }));
    if (this.answers.size >= REMEMBERED) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }

  private eachWithPrefix(prefix: string, visit: (word: string) => void): void {
    for (let index = this.firstFrom(prefix); index < this.words.length; index++) {
      const word = this.words[index];
      if (!word?.startsWith(prefix)) return;
      visit(word);
    }
  }

  private firstFrom(prefix: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Words within the allowed edits of the typed one, as Fuse.js measures: 0 is equal, 1 has nothing in common. */
  private similar(typed: string, isLast: boolean): { readonly word: string; readonly distance: number }[] {
    const edits = editsFor(typed.length);
    const letters = lettersOf(typed);
    const longest = isLast && typed.length >= LONG_ENOUGH_TO_BE_UNFINISHED ? Infinity : typed.length + edits;
    const candidates = this.words.filter(
      (word, index) =>
        word.length >= typed.length - edits && word.length <= longest && countBits(letters & ~(this.letters[index] ?? 0)) <= edits,
    );
    const pattern = typed.slice(0, LONGEST_PATTERN);
    // every edit costs 1 / length; a hundredth for each character that the match begins late, of which two are allowed
    const fuse = new Fuse(candidates, {
      includeScore: true,
      shouldSort: false,
      ignoreFieldNorm: true,
      location: 0,
      distance: 100,
      threshold: edits / pattern.length + 0.021,
    });
    return fuse.search(pattern).map(({ item, score = 1 }) => ({ word: item, distance: Math.min(score, 1) }));
  }
}

const lengthRatio = (one: string, other: string): number => Math.min(one.length, other.length) / Math.max(one.length, other.length);

const partWorth = (typed: string, word: string): number =>
  typed === word ? 1 : WORTH.part + (WORTH.partWhole - WORTH.part) * (typed.length / word.length);

/** The typed word with two neighbouring characters exchanged, in every place: one slip of the fingers, but two edits to Fuse.js. */
function* swaps(typed: string): Generator<string> {
  for (let index = 0; index < typed.length - 1; index++) {
    const [left = '', right = ''] = [typed[index], typed[index + 1]];
    if (left !== right) yield typed.slice(0, index) + right + left + typed.slice(index + 2);
  }
}
