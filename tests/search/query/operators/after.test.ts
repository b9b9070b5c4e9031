import { expect, it } from 'vitest';
import { asksWhen } from '../queries.ts';

it.each([
  ['after:2026-03', new Date(2026, 1, 28, 23, 59), false],
  ['after:2026-03', new Date(2026, 2, 1), true],
  ['after:2026-03', new Date(2026, 2, 31), true],
  ['after:2026-03', new Date(2026, 3, 1), true],
  ['after:yesterday', new Date(2026, 10, 21, 23, 59), false],
  ['after:yesterday', new Date(2026, 10, 22), true],
  ['-after:2026-03', new Date(2026, 2, 1), false],
])('%s and %s: %s', (query, at, isFound) => {
  expect(asksWhen(query, at.getTime())).toBe(isFound);
});
