import { BLOCK, type PackedWords } from './packedWords.ts';

/** Says that a word is so many edits from what was typed; `isPart` when only a beginning of it is. */
export type VisitNear = (word: number, edits: number, isPart: boolean) => void;

/** More than any number of edits that is asked for. */
const FAR = 100;

/** Made once: words never change. */
const leastSharedKnown = new WeakMap<PackedWords, Uint8Array>();

/** Of each block, the fewest characters that one of its words shares with the one before it; the first one is not asked. */
function leastSharedIn(words: PackedWords): Uint8Array {
  const { shared, blocks } = words;
  const known = leastSharedKnown.get(words);
  if (known) return known;
  const least = new Uint8Array(blocks.length).fill(0xff);
  for (let index = 0; index < shared.length; index++) {
    if (index % BLOCK === 0) continue;
    const block = Math.floor(index / BLOCK);
    least[block] = Math.min(least[block] ?? 0, shared[index] ?? 0);
  }
  leastSharedKnown.set(words, least);
  return least;
}

/** A letter's bit. Different ones may have the same, which only makes more words worth comparing. */
const bitOf = (code: number): number => 1 << (code & 31);

/**
 * Visit the words within `most` edits of the typed one, in order. An edit is a character more, less or other,
 * or two neighbours the wrong way round (optimal string alignment). With `isUnfinished`, also the words
 * that have a beginning within as many edits.
 *
 * Words that begin like one that is too far away from its beginning on are stepped over, whole blocks of them at once; so are those
 * that lack too many of the typed letters where they could matter.
 */
export function walkNear(words: PackedWords, typed: Uint16Array, most: number, isUnfinished: boolean, visit: VisitNear): void {
  const { chars, lengths, shared, blocks } = words;
  const leastShared = leastSharedIn(words);
  const asked = typed.reduce((bits, code) => bits | bitOf(code), 0);
  const shortest = typed.length - most;
  const longest = isUnfinished ? Infinity : typed.length + most;
  const table = new DistanceTable(typed, most);
  const { word } = table;
  /** Of each beginning of the word at hand, which letters it has. */
  const letters = new Int32Array(word.length + 1);
  let at = 0;
  /** What the word at hand shares with the one that was compared last. */
  let common = 0;
  for (let index = 0; index < lengths.length; index++) {
    const isFirst = index % BLOCK === 0;
    const length = lengths[index] ?? 0;
    const same = shared[index] ?? 0;
    const kept = isFirst ? 0 : same;
    const start = at - kept;
    at += length - kept;
    if (same < common) common = same;
    if (common >= table.deadAt) {
      if (isUnfinished && table.part <= most) visit(index, table.part, true);
    } else {
      const end = Math.min(length, word.length);
      let bits = letters[same] ?? 0;
      for (let place = same; place < end; place++) {
        const code = chars[start + place] ?? 0;
        word[place] = code;
        bits |= bitOf(code);
        letters[place + 1] = bits;
      }
      // the first one of a block is compared in any case: how it begins may rule out the others
      if (!isFirst && (length < shortest || length > longest || hasMoreThan(most, asked & ~(letters[end] ?? 0)))) continue;
      table.compare(common, length);
      common = length;
      if (table.whole <= most) visit(index, table.whole, false);
      if (isUnfinished && table.part <= most && table.part < table.whole) visit(index, table.part, true);
    }
    if (!isFirst || (isUnfinished && table.part <= most)) continue;
    const least = Math.min(common, leastShared[index / BLOCK] ?? 0);
    if (least < table.deadAt) continue;
    common = least;
    at = blocks[index / BLOCK + 1] ?? 0;
    index += BLOCK - 1;
  }
}

/** Whether more than so many bits are set; asked about one, two or three at most. */
function hasMoreThan(most: number, bits: number): boolean {
  let rest = bits;
  for (let count = 0; count < most && rest !== 0; count++) rest &= rest - 1;
  return rest !== 0;
}

/**
 * The table of distances between the beginnings of the typed word (columns) and those of a word (rows). The rows of
 * what a word shares with the one that was compared before it are kept.
 */
class DistanceTable {
  /** The word at hand, as far as it can matter. */
  readonly word: Uint16Array;
  /** The edits to the whole word, and to the nearest of its beginnings; more than `most` may be told as any larger number. */
  whole = FAR;
  part = FAR;
  /** The characters from which on whatever begins like the word is too far away. */
  deadAt = Infinity;
  private readonly typed: Uint16Array;
  private readonly most: number;
  private readonly width: number;
  private readonly rows: Uint8Array;
  /** Of each row the least distance of a beginning that ends there or before. */
  private readonly fewest: Uint8Array;
  private valid = 0;

  constructor(typed: Uint16Array, most: number) {
    this.typed = typed;
    this.most = most;
    this.width = typed.length + 1;
    const deepest = typed.length + most + 1;
    this.rows = new Uint8Array((deepest + 1) * this.width).fill(FAR);
    for (let column = 0; column < this.width; column++) this.rows[column] = Math.min(column, FAR);
    this.word = new Uint16Array(deepest);
    this.fewest = new Uint8Array(deepest + 1).fill(FAR);
  }

  /** Compare the word at hand, of which so many characters are as in the one before. */
  compare(common: number, length: number): void {
    const { rows, width, fewest, most } = this;
    const end = Math.min(length, this.word.length);
    let depth = Math.min(this.valid, common, end);
    this.deadAt = Infinity;
    while (depth < end) {
      depth++;
      const least = this.fill(depth);
      fewest[depth] = Math.min(fewest[depth - 1] ?? FAR, rows[depth * width + width - 1] ?? FAR);
      if (least <= most) continue;
      this.deadAt = depth;
      break;
    }
    this.valid = depth;
    this.whole = depth === length ? (rows[depth * width + width - 1] ?? FAR) : FAR;
    this.part = fewest[depth] ?? FAR;
  }

  /** Fill the row of the first `depth` characters; answers its least distance. Cells further than `most` from the diagonal are too far anyway. */
  private fill(depth: number): number {
    const { rows, width, typed, word, most } = this;
    const row = depth * width;
    const above = row - width;
    const code = word[depth - 1] ?? 0;
    const before = depth > 1 ? (word[depth - 2] ?? 0) : -1;
    const from = Math.max(1, depth - most);
    const to = Math.min(width - 1, depth + most);
    let left = from === 1 ? Math.min(depth, FAR) : FAR;
    rows[row + from - 1] = left;
    let least = left;
    let diagonal = rows[above + from - 1] ?? FAR;
    for (let column = from; column <= to; column++) {
      const letter = typed[column - 1] ?? 0;
      const up = rows[above + column] ?? FAR;
      let distance = letter === code ? diagonal : diagonal + 1;
      if (up + 1 < distance) distance = up + 1;
      if (left + 1 < distance) distance = left + 1;
      if (column > 1 && letter === before && typed[column - 2] === code) {
        distance = Math.min(distance, (rows[above - width + column - 2] ?? FAR) + 1);
      }
      rows[row + column] = distance;
      if (distance < least) least = distance;
      left = distance;
      diagonal = up;
    }
    // the cell right of the band, read by the row below
    if (to + 1 < width) rows[row + to + 1] = FAR;
    return least;
  }
}
