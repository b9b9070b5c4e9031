/**
 * Texts that a reader takes for the same text fold to the same string: compatibility forms (NFKC),
 * quotation marks, dashes, invisible characters and white space do not tell them apart. Case does.
 */

/** A folded text, with the way back: offsets count UTF-16 code units. */
export interface Folded {
  readonly text: string;
  /** Where the character at a folded offset begins in the original. */
  originalStart(offset: number): number;
  /** Where the character before a folded offset ends in the original. */
  originalEnd(offset: number): number;
  /** The folded offset of what stands at, or next after, an original offset. */
  foldedAt(original: number): number;
}

/**
 * What folding changes. A base is taken together with the marks that follow it, since they may
 * compose, and with what is invisible between; medial and final Hangul jamo compose likewise.
 */
const CHANGING =
  /\s[\s\p{Default_Ignorable_Code_Point}]+|[\s--[ ]]|\P{M}?[\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11ff]+|[\p{Changes_When_NFKC_Casefolded}--[A-Z]]|[\u2010-\u2015\u2018-\u201f\u2032\u2033\u2039\u203a\u2212\xab\xbb]/gv;

/** By code unit: 1 when it stays as it is whatever stands beside it, 2 when that has to be looked at. Filled as they are met. */
const plainness = new Uint8Array(0x1_00_00);
const SPACE = 32;

function isPlain(code: number): boolean {
  if (plainness[code] === 0) {
    const character = String.fromCharCode(code);
    plainness[code] = !/\s|\p{M}|\p{Cs}/u.test(character) && character.search(CHANGING) < 0 ? 1 : 2;
  }
  return plainness[code] === 1;
}

const isPlainAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === SPACE ? at + 1 === text.length || isPlain(text.charCodeAt(at + 1)) : isPlain(code);
};

/** What most pages mostly consist of, gone over in one step. Tried only where it is likely to be long. */
const PLAIN_RUN = /(?:[!-~]| (?=[!-~]))+/y;
const AHEAD = 32;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const DASH = /[\u2010-\u2015\u2212]/g;
const SINGLE_QUOTE = /[\u2018-\u201b\u2032\u2039\u203a]/g;
const DOUBLE_QUOTE = /[\u201c-\u201f\u2033\xab\xbb]/g;

const foldPart = (part: string): string =>
  /^\s[\s\p{Default_Ignorable_Code_Point}]*$/u.test(part)
    ? ' '
    : part
        .replace(INVISIBLE, '')
        .normalize('NFKC')
        .replace(DASH, '-')
        .replace(SINGLE_QUOTE, "'")
        .replace(DOUBLE_QUOTE, '"')
        .replace(/\s/g, ' ');

/** Folding in parts, so that a long text can be folded in slices. A part should end where a word does. */
export class Folder implements Folded {
  #parts: string[] = [];
  #text: string | undefined;
  // Pieces, in step: in one either every code unit stands for one, or the whole piece for the whole.
  readonly #foldedStarts = [0];
  readonly #originalStarts = [0];
  readonly #areWhole = [false];
  #foldedLength = 0;
  #originalLength = 0;

  add(original: string): void {
    let done = 0;
    let at = 0;
    while (at < original.length) {
      if (original.charCodeAt(at + AHEAD) < 0x7f) {
        PLAIN_RUN.lastIndex = at;
        if (PLAIN_RUN.test(original)) at = PLAIN_RUN.lastIndex;
      }
      if (isPlainAt(original, at)) {
        at++;
        continue;
      }
      // a mark changes what stands before it
      const begin = Math.max(done, at - 1);
      while (at < original.length && (original.charCodeAt(at) === SPACE || !isPlainAt(original, at))) at++;
      done = this.#addChanging(original, done, begin, at);
    }
    this.#append(original.slice(done), original.length - done);
    this.#text = undefined;
  }

  /** Fold what changes between two offsets; what stands between `done` and them stays as it is. Answers how far it came. */
  #addChanging(original: string, done: number, begin: number, end: number): number {
    let upTo = done;
    for (const match of original.slice(begin, end).matchAll(CHANGING)) {
      const part = match[0];
      const folded = foldPart(part);
      if (folded === part) continue;
      const offset = begin + match.index;
      this.#append(original.slice(upTo, offset), offset - upTo);
      upTo = offset + part.length;
      const isWhole = folded.length !== 1 || part.length !== 1;
      if (isWhole) this.#beginPiece(true);
      this.#append(folded, part.length);
      if (isWhole) this.#beginPiece(false);
    }
    return upTo;
  }

  get text(): string {
    return (this.#text ??= this.#parts.join(''));
  }

  originalStart(offset: number): number {
    const [piece, into, isOneToOne] = this.#locate(this.#foldedStarts, offset);
    return (this.#originalStarts[piece] ?? 0) + (isOneToOne ? into : 0);
  }

  originalEnd(offset: number): number {
    if (offset <= 0) return 0;
    const [piece, into, isOneToOne] = this.#locate(this.#foldedStarts, offset - 1);
    return isOneToOne ? (this.#originalStarts[piece] ?? 0) + into + 1 : (this.#originalStarts[piece + 1] ?? this.#originalLength);
  }

  foldedAt(original: number): number {
    const [piece, into, isOneToOne] = this.#locate(this.#originalStarts, original);
    return (this.#foldedStarts[piece] ?? 0) + (isOneToOne ? into : 0);
  }

  #append(folded: string, originalLength: number): void {
    this.#parts.push(folded);
    this.#foldedLength += folded.length;
    this.#originalLength += originalLength;
  }

  #beginPiece(isWhole: boolean): void {
    this.#foldedStarts.push(this.#foldedLength);
    this.#originalStarts.push(this.#originalLength);
    this.#areWhole.push(isWhole);
  }

  /** The last piece that begins at or before an offset, how far into it the offset is, and whether it maps unit by unit. */
  #locate(starts: readonly number[], offset: number): readonly [piece: number, into: number, isOneToOne: boolean] {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low, offset - (starts[low] ?? 0), !this.#areWhole[low]];
  }
}

/** Fold a short text. */
export function fold(original: string): string {
  const folder = new Folder();
  folder.add(original);
  return folder.text;
}
