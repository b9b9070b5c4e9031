/**
 * The ids of a segment's documents, one after the other in their order. When all are UUIDs each takes 16
 * bytes and `starts` is empty; else they are UTF-16 code units, and `starts` has one more than there are ids.
 */
export interface PackedIds {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const UUID_BYTES = 16;

export function packIds(ids: readonly string[]): PackedIds {
  if (ids.every((id) => UUID.test(id))) {
    const bytes = new Uint8Array(ids.length * UUID_BYTES);
    ids.forEach((id, index) => bytes.set(bytesOf(id, true), index * UUID_BYTES));
    return { bytes, starts: new Uint32Array() };
  }
  const starts = new Uint32Array(ids.length + 1);
  ids.forEach((id, index) => (starts[index + 1] = (starts[index] ?? 0) + id.length * 2));
  const bytes = new Uint8Array(starts[ids.length] ?? 0);
  ids.forEach((id, index) => bytes.set(bytesOf(id, false), starts[index]));
  return { bytes, starts };
}

function bytesOf(id: string, isUuid: boolean): Uint8Array {
  if (isUuid) return Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const bytes = new Uint8Array(id.length * 2);
  for (let index = 0; index < id.length; index++) {
    const code = id.charCodeAt(index);
    bytes[index * 2] = code & 0xff;
    bytes[index * 2 + 1] = code >> 8;
  }
  return bytes;
}

const countOf = ({ bytes, starts }: PackedIds): number => (starts.length > 0 ? starts.length - 1 : bytes.length / UUID_BYTES);

function rangeOf({ starts }: PackedIds, index: number): [start: number, end: number] {
  if (starts.length === 0) return [index * UUID_BYTES, (index + 1) * UUID_BYTES];
  return [starts[index] ?? 0, starts[index + 1] ?? 0];
}

/** The two digits of each byte, and the bytes that a group of digits ends with. */
const DIGITS_OF: readonly string[] = Array.from({ length: 0x100 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const GROUP_ENDS: ReadonlySet<number> = new Set([3, 5, 7, 9]);

export function idAt(ids: PackedIds, index: number): string {
  const bytes = ids.bytes.subarray(...rangeOf(ids, index));
  if (ids.starts.length > 0) {
    let id = '';
    for (let at = 0; at < bytes.length; at += 2) id += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
    return id;
  }
  let digits = '';
  for (let at = 0; at < UUID_BYTES; at++) digits += DIGITS_OF[bytes[at] ?? 0] + (GROUP_ENDS.has(at) ? '-' : '');
  return digits;
}

/** Finds the place of an id: a hash table with open addressing, made when it is first asked. */
export class IdTable {
  private readonly ids: PackedIds;
  private slots: Int32Array | undefined;

  constructor(ids: PackedIds) {
    this.ids = ids;
  }

  /** The number of the document with this id, or -1; of several the last. */
  find(id: string): number {
    const isUuid = this.ids.starts.length === 0;
    if (isUuid && !UUID.test(id)) return -1;
    this.slots ??= this.fill();
    const bytes = bytesOf(id, isUuid);
    const places = this.slots.length - 1;
    for (let slot = hashOf(bytes, 0, bytes.length) & places; ; slot = (slot + 1) & places) {
      const index = (this.slots[slot] ?? 0) - 1;
      if (index < 0) return -1;
      const [start, end] = rangeOf(this.ids, index);
      if (end - start === bytes.length && bytes.every((byte, at) => byte === this.ids.bytes[start + at])) return index;
    }
  }

  private fill(): Int32Array {
    const count = countOf(this.ids);
    const slots = new Int32Array(1 << Math.ceil(Math.log2(count * 2 + 2)));
    const places = slots.length - 1;
    // the last of those with the same id is found: the others are gone
    for (let index = count - 1; index >= 0; index--) {
      const [start, end] = rangeOf(this.ids, index);
      let slot = hashOf(this.ids.bytes, start, end) & places;
      while (slots[slot] !== 0) slot = (slot + 1) & places;
      slots[slot] = index + 1;
    }
    return slots;
  }
}

/** FNV-1a over bytes, its high bits folded into the low ones that a table uses. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
