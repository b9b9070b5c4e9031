import { expect, it } from 'vitest';
import { checksum } from '../../search/checksum.ts';

it('a checksum is that of the value, wherever its bytes lie in memory and however its members are ordered', () => {
  const bytes = Uint8Array.from([9, 1, 2, 3, 4, 5, 6]);
  expect(checksum({ a: bytes.subarray(1), b: 'x' })).toBe(checksum({ b: 'x', a: bytes.slice(1) }));
});

it.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { b: 1 }],
  [
    ['x', 'y'],
    ['y', 'x'],
  ],
  [['xy'], ['x', 'y']],
  [Uint8Array.of(0), Uint8Array.of(0, 0)],
  [Uint8Array.of(1, 0, 0, 0, 0), Uint8Array.of(0, 0, 0, 0, 1)],
  [
    [Uint8Array.of(1, 2), Uint8Array.of(3)],
    [Uint8Array.of(1), Uint8Array.of(2, 3)],
  ],
  [
    ['xy', 'z'],
    ['x', 'yz'],
  ],
  [[], [[]]],
  [0.1, 0.2],
])('%j and %j differ', (one, other) => {
  expect(checksum(one)).not.toBe(checksum(other));
});
