import { continuesWord, Tokens } from './tokens.ts';

/** A seed is as many words, from one on, as have this many units: two long words, or three or four short ones. */
const SEED_UNITS = 8;
const LONGEST_SEED = 8;

/** A word, or a seed, that stands in more places says too little to begin from. */
export const MOST_PLACES = 400;

/** Read at a time, in UTF-16 code units; about a millisecond. */
const READ_PART = 65_536;

/** Where every word, or every seed that begins at one, stands: by hash, each place with the next one that may be of the same hash. */
class Occurrences {
  readonly #hashes: Uint32Array;
  readonly #shift: number;
  // by bucket, the first place, counted from 1, and how many there are
  readonly #firsts: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #nexts: Uint32Array;

  constructor(hashes: Uint32Array, count: number) {
    const bits = Math.min(22, Math.max(4, 32 - Math.clz32(count)));
    const shift = 32 - bits;
    const firsts = new Uint32Array(1 << bits);
    const counts = new Uint32Array(1 << bits);
    const nexts = new Uint32Array(count);
    // from the end, so that each list is in the order of the text
    for (let place = count - 1; place >= 0; place--) {
      const bucket = mixed(hashes[place] ?? 0) >>> shift;
      nexts[place] = firsts[bucket] ?? 0;
      firsts[bucket] = place + 1;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    this.#hashes = hashes;
    this.#shift = shift;
    this.#firsts = firsts;
    this.#counts = counts;
    this.#nexts = nexts;
  }

  /** How often it occurs, or a little more: others may share its list. */
  countOf(hash: number): number {
    return this.#counts[mixed(hash) >>> this.#shift] ?? 0;
  }

  /** Every place at which it occurs, in order; at most `most` are looked at. */
  of(hash: number, most: number): number[] {
    const found: number[] = [];
    let next = this.#firsts[mixed(hash) >>> this.#shift] ?? 0;
    for (let looked = 0; next > 0 && looked < most; looked++) {
      const place = next - 1;
      if (this.#hashes[place] === hash) found.push(place);
      next = this.#nexts[place] ?? 0;
    }
    return found;
  }
}

// FNV-1a's upper bits are the poorer ones for short words
const mixed = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);

/** The seed that begins at each word of a text, 0 where too few words follow, and how many words it has. */
export function seedsOf({ count, hashes, units }: Tokens): { readonly seeds: Uint32Array; readonly spans: Uint8Array } {
  const seeds = new Uint32Array(count);
  const spans = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const end = Math.min(index + LONGEST_SEED, count);
    let hash = 0x9e3779b9;
    let sum = 0;
    for (let next = index; next < end; next++) {
      hash = Math.imul(hash ^ (hashes[next] ?? 0), 0x85ebca6b) ^ (hash >>> 13);
      sum += units[next] ?? 0;
      if (sum < SEED_UNITS || next === index) continue;
      seeds[index] = hash >>> 0 || 1;
      spans[index] = next - index + 1;
      break;
    }
  }
  return { seeds, spans };
}

/** A page's folded text, made ready for finding many quotes in it. Built in steps, by the thing that reads the page. */
export class PageIndex {
  readonly text: string;
  readonly tokens: Tokens;
  #readUpTo = 0;
  #words: Occurrences | undefined;
  #seeds: Occurrences | undefined;

  constructor(text: string) {
    this.text = text;
    this.tokens = new Tokens(Math.ceil(text.length / 5));
  }

  /** Does some milliseconds of work at most, and answers whether there is more. */
  step(): boolean {
    if (this.#readUpTo < this.text.length) {
      let end = Math.min(this.text.length, this.#readUpTo + READ_PART);
      while (end < this.text.length && continuesWord(this.text.charCodeAt(end))) end++;
      this.tokens.read(this.text, this.#readUpTo, end);
      this.#readUpTo = end;
      return true;
    }
    if (!this.#words) {
      this.#words = new Occurrences(this.tokens.hashes, this.tokens.count);
      return true;
    }
    this.#seeds ??= new Occurrences(seedsOf(this.tokens).seeds, this.tokens.count);
    return false;
  }

  get words(): Occurrences {
    while (!this.#words) this.step();
    return this.#words;
  }

  get seeds(): Occurrences {
    while (!this.#seeds) this.step();
    return this.#seeds;
  }
}
