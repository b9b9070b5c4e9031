/**
 * The words of a folded text, as numbers: two texts are compared and indexed by these. A word is a run
 * of letters, digits and marks; scripts that write without spaces give one word a character. Case and
 * everything else (white space, punctuation, symbols) does not count.
 */

const SEPARATOR = 1;
const LETTER = 2;
const SINGLE = 3;
const MARK = 4;

const MARKS = /^\p{M}$/u;
const LETTERS = /^[\p{L}\p{N}_]$/u;
const SINGLES =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}\p{Cs}]$/u;

/** From here on a single character says as much as most of a word. */
const CJK = 0x2e80;

// Filled as characters are met: most pages use a few hundred of them.
const kinds = new Uint8Array(0x1_00_00);
const lowered = new Uint16Array(0x1_00_00);

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  lowered[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  const kind = MARKS.test(character) ? MARK : SINGLES.test(character) ? SINGLE : LETTERS.test(character) ? LETTER : SEPARATOR;
  kinds[code] = kind;
  return kind;
}

/**
 * Words one after the other, in step. `starts` and `ends` are offsets in the text, `hashes` what the words are compared
 * by, `units` how much each tells beside others: short words and single characters say little.
 */
export class Tokens {
  count = 0;
  starts: Uint32Array;
  ends: Uint32Array;
  hashes: Uint32Array;
  units: Uint8Array;

  constructor(expected: number) {
    this.starts = new Uint32Array(expected);
    this.ends = new Uint32Array(expected);
    this.hashes = new Uint32Array(expected);
    this.units = new Uint8Array(expected);
  }

  /** Read `text` from one offset up to another, which must not be inside a word. */
  read(text: string, from: number, to: number): void {
    let offset = from;
    while (offset < to) {
      const code = text.charCodeAt(offset);
      const kind = kinds[code] || learn(code);
      if (kind === SEPARATOR) {
        offset++;
        continue;
      }
      const start = offset;
      let hash = Math.imul(0x811c9dc5 ^ (lowered[code] ?? 0), 0x01000193);
      offset++;
      // half of a surrogate pair never stands alone; a mark belongs to what it marks
      while (offset < to) {
        const next = text.charCodeAt(offset);
        const nextKind = kinds[next] || learn(next);
        const isSame = nextKind === MARK || (kind === SINGLE ? next >= 0xdc00 && next <= 0xdfff : nextKind === LETTER);
        if (!isSame) break;
        hash = Math.imul(hash ^ (lowered[next] ?? 0), 0x01000193);
        offset++;
      }
      const at = this.count++;
      if (at === this.starts.length) this.#grow();
      this.starts[at] = start;
      this.ends[at] = offset;
      this.hashes[at] = hash;
      this.units[at] = kind === SINGLE ? (code >= CJK ? 3 : 1) : Math.min(4, offset - start);
    }
  }

  /** The first word that ends after an offset. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #grow(): void {
    const larger = Math.max(64, this.starts.length * 2);
    const grown = (values: Uint32Array): Uint32Array => {
      const copy = new Uint32Array(larger);
      copy.set(values);
      return copy;
    };
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    this.hashes = grown(this.hashes);
    const units = new Uint8Array(larger);
    units.set(this.units);
    this.units = units;
  }
}

/** Whether the character belongs to the word that the one before it belongs to: a text is never cut before it. */
export const continuesWord = (code: number): boolean => {
  const kind = kinds[code] || learn(code);
  return kind === LETTER || kind === MARK || (code >= 0xdc00 && code <= 0xdfff);
};
