import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTimes, unpackTimes } from '../../search/packedTimes.ts';

it('packed moments are what comes back, to the millisecond, and whatever else stands in their place', () => {
  const time = fc.oneof(fc.nat(Number.MAX_SAFE_INTEGER), fc.integer({ min: 0, max: 2 ** 48 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.oneof(fc.array(time), fc.array(fc.integer({ min: 0, max: 2 ** 48 - 1 }))), (times) => {
      expect(unpackTimes(packTimes(Float64Array.from(times)))).toEqual(Float64Array.from(times));
    }),
  );
});

it('moments of our time take six bytes', () => {
  expect(packTimes(Float64Array.of(Date.UTC(2026, 0, 1)))).not.toBeInstanceOf(Float64Array);
});
