import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idAt, IdTable, packIds } from '../../search/packedIds.ts';

const ofAnyKind = fc.oneof(
  fc.uniqueArray(fc.uuid(), { maxLength: 40 }),
  fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 40 }),
);

describe('packed ids', () => {
  it('are the ids, and each is found at its place', () => {
    fc.assert(
      fc.property(ofAnyKind, (ids) => {
        const packed = packIds(ids);
        expect(ids.map((_, index) => idAt(packed, index))).toEqual(ids);
        const table = new IdTable(packed);
        expect(ids.map((id) => table.find(id))).toEqual(ids.map((_, index) => index));
      }),
    );
  });

  it('that are not there are not found', () => {
    fc.assert(
      fc.property(ofAnyKind, fc.oneof(fc.uuid(), fc.string({ unit: 'binary' })), (ids, id) => {
        fc.pre(!ids.includes(id));
        expect(new IdTable(packIds(ids)).find(id)).toBe(-1);
      }),
    );
  });

  it('that are there twice are found at their last place', () => {
    expect(new IdTable(packIds(['a', 'b', 'a', 'c'])).find('a')).toBe(2);
  });

  it('that are UUIDs take sixteen bytes', () => {
    const { bytes, starts } = packIds(['0190a5d2-0000-7abc-8def-0123456789ab', '0190a5d2-0001-7abc-8def-0123456789ab']);
    expect([bytes.byteLength, starts.byteLength]).toEqual([32, 0]);
  });
});
