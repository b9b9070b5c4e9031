import { expect, it } from 'vitest';
import { Latest } from '../../finding/latest.ts';

it('keeps those that were asked for last', () => {
  const latest = new Latest<number>(2);
  latest.set('a', 1);
  latest.set('b', 2);
  expect(latest.get('a')).toBe(1);
  latest.set('c', 3);
  expect([latest.get('a'), latest.get('b'), latest.get('c')]).toEqual([1, undefined, 3]);
  latest.delete('a');
  expect(latest.get('a')).toBeUndefined();
  latest.clear();
  expect(latest.get('c')).toBeUndefined();
});
