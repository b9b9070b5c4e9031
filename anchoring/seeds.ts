import { continuesWord, Tokens } from './tokens.ts';

/** A seed is as many words, from one on, as have this many units: two long words, or three or four short ones. */
const SEED_UNITS = 8;
const LONGEST_SEED = 8;

/** Read at a time, in UTF-16 code units; about a millisecond. */
const READ_PART = 65_536;

/** Where every word, and every seed that begins at it, stands: by hash, in lists that lie one after the other. */
class Occurrences {
  readonly #shift: number;
  readonly #begins: Uint32Array;
  readonly #places: Uint32Array;
  readonly #hashes: Uint32Array;

  constructor(hashes: Uint32Array, count: number) {
    const bits = Math.min(22, Math.max(4, 33 - Math.clz32(count)));
    this.#shift = 32 - bits;
    this.#hashes = hashes;
    const begins = new Uint32Array((1 << bits) + 1);
    for (let index = 0; index < count; index++) {
      const bucket = (mixed(hashes[index] ?? 0) >>> this.#shift) + 1;
      begins[bucket] = (begins[bucket] ?? 0) + 1;
    }
    for (let bucket = 1; bucket < begins.length; bucket++) begins[bucket] = (begins[bucket] ?? 0) + (begins[bucket - 1] ?? 0);
    const next = begins.slice();
    this.#places = new Uint32Array(count);
    for (let index = 0; index < count; index++) {
      const bucket = mixed(hashes[index] ?? 0) >>> this.#shift;
      const place = next[bucket] ?? 0;
      next[bucket] = place + 1;
      this.#places[place] = index;
    }
    this.#begins = begins;
  }

  /** How often it occurs, or a little more: others may share its list. */
  countOf(hash: number): number {
    const bucket = mixed(hash) >>> this.#shift;
    return (this.#begins[bucket + 1] ?? 0) - (this.#begins[bucket] ?? 0);
  }

  /** Every index at which it occurs, in order; at most `most` are looked at. */
  of(hash: number, most: number): number[] {
    const bucket = mixed(hash) >>> this.#shift;
    const begin = this.#begins[bucket] ?? 0;
    const end = Math.min(begin + most, this.#begins[bucket + 1] ?? 0);
    const found: number[] = [];
    for (let place = begin; place < end; place++) {
      const index = this.#places[place] ?? 0;
      if (this.#hashes[index] === hash) found.push(index);
    }
    return found;
  }
}

// FNV-1a's upper bits are the poorer ones for short words
const mixed = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);

/** The seed that begins at each word of a text, 0 where too few words follow, and how many words it has. */
export function seedsOf(tokens: Tokens, text: string): { readonly seeds: Uint32Array; readonly spans: Uint8Array } {
  const seeds = new Uint32Array(tokens.count);
  const spans = new Uint8Array(tokens.count);
  const units = new Uint8Array(tokens.count);
  for (let index = 0; index < tokens.count; index++) units[index] = tokens.unitsAt(index, text);
  for (let index = 0; index < tokens.count; index++) {
    let hash = 0x9e3779b9;
    let sum = 0;
    for (let next = index; next < Math.min(index + LONGEST_SEED, tokens.count); next++) {
      hash = Math.imul(hash ^ (tokens.hashes[next] ?? 0), 0x85ebca6b) ^ (hash >>> 13);
      sum += units[next] ?? 0;
      if (sum >= SEED_UNITS && next > index) {
        seeds[index] = hash >>> 0 || 1;
        spans[index] = next - index + 1;
        break;
      }
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
    this.#seeds ??= new Occurrences(seedsOf(this.tokens, this.text).seeds, this.tokens.count);
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
