import { expect, it } from 'vitest';
import { asksWhen } from '../queries.ts';

it.each([
  ['before:2026-03', new Date(2026, 1, 28, 23, 59), true],
  ['before:2026-03', new Date(2026, 2, 1), false],
  ['before:2026-03', new Date(2026, 2, 31), false],
  ['before:2026-03', new Date(2026, 3, 1), false],
  ['before:yesterday', new Date(2026, 10, 21, 23, 59), true],
  ['before:yesterday', new Date(2026, 10, 22), false],
  ['-before:2026-03', new Date(2026, 2, 1), true],
])('%s and %s: %s', (query, at, isFound) => {
  expect(asksWhen(query, at.getTime())).toBe(isFound);
});
