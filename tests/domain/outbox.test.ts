import { expect, it } from 'vitest';
import { BACK_OFF, backOff } from '../../domain/outbox.ts';

it('waits twice as long after each failed attempt, up to five minutes', () => {
  const waits = [1, 2, 3, 4, 20, 1000].map((attempts) => backOff(attempts, 0));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, BACK_OFF.longest, BACK_OFF.longest]);
});

it('takes at most a quarter off, so that many devices do not return at once', () => {
  expect(backOff(3, 0.999)).toBeGreaterThanOrEqual(3_000);
  expect(backOff(3, 0.999)).toBeLessThan(4_000);
});
