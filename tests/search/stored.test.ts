import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, type Doc } from '../../search/index.ts';

const doc = (id: string, why: string): Doc => ({ id, kind: 'clip', fields: { why }, at: 1, facts: { site: `${id}.example` } });
const index = createIndex();
index.add([doc('a', 'grid and layout'), doc('b', 'a router'), doc('c', 'signals')]);
index.remove(['b']);

/** Every typed array of a stored index, wherever it is. */
function arraysIn(value: unknown): Uint8Array[] {
  if (ArrayBuffer.isView(value)) return [new Uint8Array(value.buffer, value.byteOffset, value.byteLength)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(arraysIn) : [];
}
const isTaken = (stored: unknown) => createIndex().restore(stored);

describe('a stored index', () => {
  it('is taken as it was stored, also when the store gives its arrays a place in a larger buffer', () => {
    const stored = structuredClone(index.serialize());
    expect(isTaken(stored)).toBe(true);
    const [part] = stored.parts;
    if (!part) throw new Error('nothing was stored');
    const { words } = part.segment;
    const larger = new Uint8Array(words.chars.byteLength + 9);
    larger.set(words.chars, 3);
    const chars = larger.subarray(3, 3 + words.chars.length);
    expect(isTaken({ ...stored, parts: [{ ...part, segment: { ...part.segment, words: { ...words, chars } } }] })).toBe(true);
  });

  it('is found out when one bit of it was flipped, whichever it is', () => {
    const length = arraysIn(index.serialize()).reduce((sum, bytes) => sum + bytes.length, 0);
    fc.assert(
      fc.property(fc.nat(length * 8 - 1), (bit) => {
        const stored = structuredClone(index.serialize());
        let byte = bit >> 3;
        for (const bytes of arraysIn(stored)) {
          if (byte >= 0 && byte < bytes.length) bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (bit & 7));
          byte -= bytes.length;
        }
        expect(isTaken(stored)).toBe(false);
      }),
    );
  });

  it.each(['words', 'postings', 'ids', 'facts'] as const)('is found out when an array of its %s was cut', (name) => {
    const stored = structuredClone(index.serialize());
    const cut = (value: unknown): unknown => {
      if (value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array) return value.slice(0, -1);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cut(member)]));
    };
    const parts = stored.parts.map((part) => ({ ...part, segment: { ...part.segment, [name]: cut(part.segment[name]) } }));
    expect(isTaken({ ...stored, parts })).toBe(false);
  });

  it('is found out when a part of it, or a value of a fact, is missing or other', () => {
    const stored = index.serialize();
    expect(new TextDecoder().decode(stored.parts[0]?.segment.facts.site.text)).toContain('a.example');
    const text = new TextEncoder().encode('b.example');
    const renamed = stored.parts.map((part) => ({
      ...part,
      segment: { ...part.segment, facts: { ...part.segment.facts, site: { ...part.segment.facts.site, text } } },
    }));
    expect([isTaken({ ...stored, parts: [] }), isTaken({ ...stored, parts: renamed }), isTaken(stored)]).toEqual([false, false, true]);
  });

  it.each([undefined, null, 'x', 1, [], {}, { form: 1, docs: [] }, { form: 2, sum: 0, parts: [{}] }])(
    'of another form (%j) is not taken',
    (stored) => {
      expect(isTaken(stored)).toBe(false);
    },
  );

  it('that is not taken leaves the index as it is', () => {
    const other = createIndex();
    other.add([doc('x', 'grid')]);
    expect(other.restore({ ...index.serialize(), sum: 1 })).toBe(false);
    expect(other.search('grid').hits).toHaveLength(1);
  });

  it('stays as it was stored while the index goes on', () => {
    const growing = createIndex();
    growing.add([doc('a', 'grid'), doc('b', 'grid')]);
    const stored = growing.serialize();
    growing.remove(['a']);
    growing.add([doc('c', 'grid')]);
    const restored = createIndex();
    expect(restored.restore(stored)).toBe(true);
    restored.remove(['a']);
    expect([restored.size, isTaken(stored)]).toEqual([1, true]);
  });
});
