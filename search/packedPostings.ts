/**
 * For every word of a segment the documents that it stands in, ascending, and the fields (bits) of each.
 * A list is its length in bytes, then one number for each document: how far it is behind the one before, and
 * beside that the code of its fields. Numbers are written seven bits a byte, the lowest first (LEB128).
 */
export interface PackedPostings {
  readonly bytes: Uint8Array;
  /** Where each block of BLOCK lists begins in `bytes`. */
  readonly blocks: Uint32Array;
  /** The sets of fields that have a code: those met most often. */
  readonly masks: Uint16Array;
}

/** Lists in one block: enough that a start for each is not needed, few enough to step over. */
const BLOCK = 16;
/** Fields of all but so small a share of the postings have a code: each further one makes every number longer. */
const WITHOUT_CODE = 0.005;
const MOST_CODES = 31;

/** The sets of fields (bits) that get a code, by how many postings have each. */
export function commonMasks(counts: ReadonlyMap<number, number>): Uint16Array {
  const inOrder = [...counts].sort(([one, a], [other, b]) => b - a || one - other);
  let without = inOrder.reduce((sum, [, count]) => sum + count, 0);
  const enough = without * WITHOUT_CODE;
  const masks: number[] = [];
  for (const [mask, count] of inOrder) {
    if (without <= enough || masks.length === MOST_CODES) break;
    masks.push(mask);
    without -= count;
  }
  return Uint16Array.from(masks);
}

/** How many codes there are, a power of two: one for each of the masks, and the highest, which says that the fields themselves follow. */
const codesFor = (masks: Uint16Array): number => 2 ** Math.ceil(Math.log2(masks.length + 1));

/** Takes the lists of words in the words' order. */
export class PostingPacker {
  private readonly masks: Uint16Array;
  private readonly codes: Map<number, number>;
  private readonly allCodes: number;
  private readonly blocks: number[] = [];
  private bytes = new Uint8Array(1 << 16);
  private used = 0;
  private lists = 0;
  private list = new Uint8Array(1 << 10);
  private listUsed = 0;
  private last = -1;

  constructor(masks: Uint16Array) {
    this.masks = masks;
    this.codes = new Map([...masks].map((mask, code) => [mask, code]));
    this.allCodes = codesFor(masks);
  }

  /** One more document of the list that is being written; documents come in ascending order. */
  add(doc: number, mask: number): void {
    const other = this.allCodes - 1;
    const code = this.codes.get(mask) ?? other;
    if (this.listUsed + 16 > this.list.length) this.list = grown(this.list, this.list.length * 2);
    // a number of up to 53 bits: gaps are small, but nothing says so
    this.listUsed = writeNumber(this.list, this.listUsed, (doc - this.last) * this.allCodes + code);
    if (code === other) this.listUsed = writeNumber(this.list, this.listUsed, mask);
    this.last = doc;
  }

  endList(): void {
    const needed = this.used + this.listUsed + 8;
    if (needed > this.bytes.length) this.bytes = grown(this.bytes, Math.max(needed, Math.ceil(this.bytes.length * 1.5)));
    if (this.lists % BLOCK === 0) this.blocks.push(this.used);
    this.used = writeNumber(this.bytes, this.used, this.listUsed);
    this.bytes.set(this.list.subarray(0, this.listUsed), this.used);
    this.used += this.listUsed;
    this.lists++;
    this.listUsed = 0;
    this.last = -1;
  }

  pack(): PackedPostings {
    return { bytes: this.bytes.slice(0, this.used), blocks: Uint32Array.from(this.blocks), masks: this.masks };
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  let [rest, next] = [number, at];
  while (rest >= 0x80) {
    bytes[next++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  bytes[next++] = rest;
  return next;
}

/** Reads lists. What was read stands in `docs` and `masks` until the next one is read. */
export class PostingReader {
  docs = new Int32Array(1 << 12);
  masks = new Uint16Array(1 << 12);

  /** Read the list with this number; answers how many documents it has. */
  read(postings: PackedPostings, list: number): number {
    const { bytes, masks } = postings;
    let at = startOf(postings, list);
    const [length, start] = numberAt(bytes, at);
    at = start;
    const end = start + length;
    if (length > this.docs.length) {
      this.docs = new Int32Array(length * 2);
      this.masks = new Uint16Array(length * 2);
    }
    const { docs, masks: found } = this;
    const codes = codesFor(masks);
    const other = codes - 1;
    let [count, doc] = [0, -1];
    while (at < end) {
      let byte = bytes[at++] ?? 0;
      let number = byte & 0x7f;
      for (let scale = 0x80; byte & 0x80; scale *= 0x80) {
        byte = bytes[at++] ?? 0;
        number += (byte & 0x7f) * scale;
      }
      const code = number & other;
      doc += (number - code) / codes;
      docs[count] = doc;
      if (code === other) [found[count], at] = numberAt(bytes, at);
      else found[count] = masks[code] ?? 0;
      count++;
    }
    return count;
  }
}

/** How many bytes a list takes: about how many documents it has. */
export const sizeOfList = (postings: PackedPostings, list: number): number => numberAt(postings.bytes, startOf(postings, list))[0];

function startOf({ bytes, blocks }: PackedPostings, list: number): number {
  let at = blocks[Math.floor(list / BLOCK)] ?? 0;
  for (let behind = list % BLOCK; behind > 0; behind--) {
    const [length, start] = numberAt(bytes, at);
    at = start + length;
  }
  return at;
}

function numberAt(bytes: Uint8Array, from: number): [number: number, next: number] {
  let [number, scale, at] = [0, 1, from];
  for (;;) {
    const byte = bytes[at++] ?? 0;
    number += (byte & 0x7f) * scale;
    if (byte < 0x80) return [number, at];
    scale *= 0x80;
  }
}
