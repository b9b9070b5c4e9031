import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonMasks, PostingPacker, PostingReader, sizeOfList } from '../../search/packedPostings.ts';

type List = readonly (readonly [doc: number, mask: number])[];
const pack = (lists: readonly List[], masks: Uint16Array) => {
  const packer = new PostingPacker(masks);
  for (const list of lists) {
    for (const [doc, mask] of list) packer.add(doc, mask);
    packer.endList();
  }
  return packer.pack();
};
const aList = fc
  .uniqueArray(fc.tuple(fc.nat(2_000_000), fc.integer({ min: 1, max: 0xffff })), { selector: ([doc]) => doc, maxLength: 40 })
  .map((list) => list.sort(([one], [other]) => one - other));

it('packed postings are the documents and their fields, whichever fields have a place', () => {
  fc.assert(
    fc.property(
      fc.array(aList, { maxLength: 40 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 0xffff }), { maxLength: 15 }),
      (lists, masks) => {
        const packed = pack(lists, Uint16Array.from(masks));
        const reader = new PostingReader();
        const read = lists.map((_, list) => {
          const count = reader.read(packed, list);
          return Array.from({ length: count }, (__, index) => [reader.docs[index], reader.masks[index]]);
        });
        expect(read).toEqual(lists);
      },
    ),
  );
});

it('the fields that nearly all postings have get places, the most common ones first', () => {
  expect([
    ...commonMasks(
      new Map([
        [1, 10],
        [2, 9_000],
        [3, 90],
        [4, 1],
      ]),
    ),
  ]).toEqual([2, 3, 1]);
  expect(commonMasks(new Map(Array.from({ length: 40 }, (_, n) => [n + 1, 1])))).toHaveLength(15);
  expect(commonMasks(new Map())).toHaveLength(0);
});

it('a document that is near the one before takes less than a byte', () => {
  const near: List = Array.from({ length: 100 }, (_, n) => [n * 3, 1]);
  const packed = pack([near, []], Uint16Array.of(1));
  expect(sizeOfList(packed, 0)).toBeLessThan(60);
  expect(sizeOfList(packed, 1)).toBe(1);
});

it('one document far behind many that are near each other does not make them long', () => {
  const near: List = Array.from({ length: 100 }, (_, n) => [n, 1]);
  const packed = pack([[...near, [5_000_000, 1]]], Uint16Array.of(1));
  expect(sizeOfList(packed, 0)).toBeLessThan(300);
});
