/**
 * For every word of a segment the documents that it stands in, ascending, and the fields (bits) of each.
 * A list is its length in bytes (LEB128), then bits: five that say how many of a gap's lower bits are written as they are (Rice's
 * code); one that says whether the list has an order of `masks` of its own, and that order; then for each document how far it is behind the one
 * before, and the place of its fields in the order, as so many ones and a zero. The last byte is filled up with ones.
 */
export interface PackedPostings {
  /** Ends with some bytes that no list has, so that four can be read at once from anywhere in a list. */
  readonly bytes: Uint8Array;
  /** Where each block of BLOCK lists begins in `bytes`. */
  readonly blocks: Uint32Array;
  /** The sets of fields that have a place: those met most often, the most frequent one first. */
  readonly masks: Uint16Array;
}

/** Lists in one block: enough that a start for each is not needed, few enough to step over. */
const BLOCK = 16;
/** Fields of all but so small a share of the postings have a place: ones that say so stand before each that has none. */
const WITHOUT_PLACE = 0.0005;
const MOST_PLACES = 15;
const PLACE_BITS = 4;
/** Shorter lists have no order of their own: they are packed again and again while clips come one by one. */
const FEWEST_IN_ORDER = 8;
const MASK_BITS = 16;
/** Bits that say how many lower bits there are, and how many there may be. */
const WIDTH_BITS = 5;
const WIDEST = 24;
/** So many ones instead of a gap's higher bits say that all its bits follow. */
const LONGEST_RUN = 20;
const WHOLE_GAP = 32;
/** Bytes that one document of a list takes at most. */
export const LONGEST_POSTING = Math.ceil((LONGEST_RUN + WHOLE_GAP + MOST_PLACES + MASK_BITS) / 8);
/** What four bytes hold from any of the first one's bits on. */
const READ_AT_ONCE = 25;

/** The sets of fields (bits) that get a place, by how many postings have each. */
export function commonMasks(counts: ReadonlyMap<number, number>): Uint16Array {
  const inOrder = [...counts].sort(([one, a], [other, b]) => b - a || one - other);
  let without = inOrder.reduce((sum, [, count]) => sum + count, 0);
  const enough = without * WITHOUT_PLACE;
  const masks: number[] = [];
  for (const [mask, count] of inOrder) {
    if (without <= enough || masks.length === MOST_PLACES) break;
    masks.push(mask);
    without -= count;
  }
  return Uint16Array.from(masks);
}

/** Takes the lists of words in the words' order. */
export class PostingPacker {
  private readonly masks: Uint16Array;
  private readonly places: Map<number, number>;
  private readonly blocks: number[] = [];
  private bytes = new Uint8Array(1 << 16);
  private used = 0;
  private lists = 0;
  private readonly list = new BitWriter();
  private gaps: number[] = [];
  private listMasks: number[] = [];
  private last = -1;

  constructor(masks: Uint16Array) {
    this.masks = masks;
    this.places = new Map([...masks].map((mask, place) => [mask, place]));
  }

  /** One more document of the list that is being written; documents come in ascending order. */
  add(doc: number, mask: number): void {
    this.gaps.push(doc - this.last - 1);
    this.listMasks.push(mask);
    this.last = doc;
  }

  endList(): void {
    const { list, gaps } = this;
    const order = this.order();
    const width = widthFor(gaps);
    list.clear();
    list.write(width, WIDTH_BITS);
    if (order === this.masks) list.write(0, 1);
    else {
      list.write(1, 1);
      list.write(order.length, PLACE_BITS);
      for (const mask of order) list.write(this.places.get(mask) ?? 0, PLACE_BITS);
    }
    gaps.forEach((gap, index) => {
      const high = Math.floor(gap / 2 ** width);
      if (high < LONGEST_RUN) {
        list.writeOnes(high);
        list.write(0, 1);
        list.write(gap % 2 ** width, width);
      } else {
        list.writeOnes(LONGEST_RUN);
        list.write(gap >>> 16, 16);
        list.write(gap & 0xffff, 16);
      }
      const mask = this.listMasks[index] ?? 0;
      const place = order.indexOf(mask);
      list.writeOnes(place < 0 ? order.length : place);
      if (place < 0) list.write(mask, MASK_BITS);
      else list.write(0, 1);
    });
    this.append(list.filled());
    this.gaps = [];
    this.listMasks = [];
    this.last = -1;
  }

  pack(): PackedPostings {
    return { bytes: this.bytes.slice(0, this.used + 4), blocks: Uint32Array.from(this.blocks), masks: this.masks };
  }

  /** The order in which the masks of this list take the fewest bits, its own or that of all. */
  private order(): Uint16Array {
    if (this.listMasks.length < FEWEST_IN_ORDER) return this.masks;
    const counts = new Map<number, number>();
    for (const mask of this.listMasks) if (this.places.has(mask)) counts.set(mask, (counts.get(mask) ?? 0) + 1);
    const own = Uint16Array.from([...counts].sort(([one, a], [other, b]) => b - a || one - other).map(([mask]) => mask));
    let saved = -PLACE_BITS * (own.length + 1);
    own.forEach((mask, place) => (saved += (counts.get(mask) ?? 0) * ((this.places.get(mask) ?? 0) - place)));
    return saved > 0 ? own : this.masks;
  }

  private append(list: Uint8Array): void {
    const needed = this.used + list.length + 16;
    if (needed > this.bytes.length) this.bytes = grown(this.bytes, Math.max(needed, Math.ceil(this.bytes.length * 1.5)));
    if (this.lists % BLOCK === 0) this.blocks.push(this.used);
    for (let rest = list.length; ; rest = Math.floor(rest / 0x80)) {
      this.bytes[this.used++] = rest < 0x80 ? rest : (rest % 0x80) | 0x80;
      if (rest < 0x80) break;
    }
    this.bytes.set(list, this.used);
    this.used += list.length;
    this.lists++;
  }
}

/**
 * The number of lower bits with which gaps take the fewest bits. For gaps as chance makes them it follows from their
 * mean (Rice's code); where documents that have a word come together it is lower.
 */
function widthFor(gaps: readonly number[]): number {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
  const highest = Math.min(WIDEST, Math.max(0, Math.ceil(Math.log2(mean + 1))));
  if (gaps.length < 2) return highest;
  let [best, fewest] = [highest, Infinity];
  for (let width = highest; width >= Math.max(0, highest - 5); width--) {
    const scale = 2 ** width;
    let bits = gaps.length * (width + 1);
    for (const gap of gaps) bits += gap < scale * LONGEST_RUN ? Math.floor(gap / scale) : WHOLE_GAP + LONGEST_RUN - width - 1;
    if (bits < fewest) [best, fewest] = [width, bits];
  }
  return best;
}

/** Bits one after the other, the highest of each byte first. */
class BitWriter {
  private bytes = new Uint8Array(1 << 10);
  private bits = 0;

  clear(): void {
    this.bytes.fill(0, 0, (this.bits + 7) >>> 3);
    this.bits = 0;
  }

  write(value: number, width: number): void {
    if (this.bits + width > this.bytes.length * 8) this.bytes = grown(this.bytes, this.bytes.length * 2);
    for (let left = width; left > 0;) {
      const free = 8 - (this.bits & 7);
      const taken = Math.min(free, left);
      left -= taken;
      const part = (value >>> left) & (2 ** taken - 1);
      this.bytes[this.bits >>> 3] = (this.bytes[this.bits >>> 3] ?? 0) | (part << (free - taken));
      this.bits += taken;
    }
  }

  writeOnes(count: number): void {
    this.write(2 ** count - 1, count);
  }

  /** What was written, its last byte filled up with ones. */
  filled(): Uint8Array {
    this.writeOnes((8 - (this.bits & 7)) & 7);
    return this.bytes.subarray(0, this.bits >>> 3);
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

/** Reads lists. What was read stands in `docs` and `masks` until the next one is read. */
export class PostingReader {
  docs = new Int32Array(1 << 12);
  masks = new Uint16Array(1 << 12);
  private view: DataView = new DataView(new ArrayBuffer(0));

  /** Read the list with this number; answers how many documents it has. */
  read({ bytes, blocks, masks }: PackedPostings, list: number): number {
    if (this.view.buffer !== bytes.buffer || this.view.byteOffset !== bytes.byteOffset)
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { view } = this;
    const [length, start] = numberAt(bytes, startOf(bytes, blocks, list));
    // a posting takes two bits or more
    if (length * 4 > this.docs.length) {
      this.docs = new Int32Array(length * 8);
      this.masks = new Uint16Array(length * 8);
    }
    const { docs, masks: found } = this;
    const end = (start + length) * 8;
    const width = bitsAt(view, start * 8, WIDTH_BITS);
    let at = start * 8 + WIDTH_BITS + 1;
    let order = masks;
    if (bitsAt(view, at - 1, 1) === 1) {
      order = new Uint16Array(bitsAt(view, at, PLACE_BITS));
      at += PLACE_BITS;
      for (let place = 0; place < order.length; place++, at += PLACE_BITS) order[place] = masks[bitsAt(view, at, PLACE_BITS)] ?? 0;
    }
    const places = order.length;
    let [count, doc] = [0, -1];
    for (;;) {
      let window = view.getUint32(at >>> 3) << (at & 7);
      const run = Math.clz32(~window);
      // ones up to the end fill the last byte
      if (at + run >= end) return count;
      if (run >= LONGEST_RUN) {
        at += LONGEST_RUN;
        doc += bitsAt(view, at, 16) * 0x1_0000 + bitsAt(view, at + 16, 16) + 1;
        at += WHOLE_GAP;
      } else {
        const used = run + 1;
        const rest = width === 0 ? 0 : used + width <= READ_AT_ONCE ? (window << used) >>> (32 - width) : bitsAt(view, at + used, width);
        doc += ((run << width) | rest) + 1;
        at += used + width;
      }
      window = view.getUint32(at >>> 3) << (at & 7);
      const place = Math.clz32(~window);
      docs[count] = doc;
      if (place < places) {
        found[count++] = order[place] ?? 0;
        at += place + 1;
      } else {
        found[count++] = bitsAt(view, at + places, MASK_BITS);
        at += places + MASK_BITS;
      }
    }
  }
}

/** Up to READ_AT_ONCE bits as a number. */
const bitsAt = (view: DataView, at: number, width: number): number => (view.getUint32(at >>> 3) << (at & 7)) >>> (32 - width);

/** How many bytes a list takes: about how many documents it has. */
export const sizeOfList = ({ bytes, blocks }: PackedPostings, list: number): number => numberAt(bytes, startOf(bytes, blocks, list))[0];

function startOf(bytes: Uint8Array, blocks: Uint32Array, list: number): number {
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
