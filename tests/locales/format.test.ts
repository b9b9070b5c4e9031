import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatIn, formatNumber, formatSize, formatWhen } from '../../locales/format.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday, 10 in the morning, wherever the test runs. */
const NOW = new Date(2026, 10, 23, 10).getTime();

beforeEach(() => {
  formatIn('en', 'en-GB');
});
afterEach(() => {
  formatIn('en', 'en');
});

test.each([
  ['a clock that runs ahead', NOW + 5 * MINUTE, 'now'],
  ['this minute', NOW - 20_000, 'now'],
  ['minutes', NOW - 5 * MINUTE, '5 min ago'],
  ['hours of today', NOW - 9 * HOUR, '9 hr ago'],
  ['yesterday evening', NOW - 15 * HOUR, 'yesterday'],
  ['last night, seen in the small hours', NOW - 11 * HOUR, 'yesterday'],
  ['days of this week', NOW - 3 * 24 * HOUR, '3 days ago'],
  ['a date of this year', new Date(2026, 4, 7).getTime(), '7 May'],
  ['a date of another year', new Date(2024, 4, 7).getTime(), '7 May 2024'],
])('%s', (_, instant, said) => {
  expect(formatWhen(instant, NOW).replaceAll('.', '')).toBe(said);
});

test('two hours ago is two hours ago, though midnight lies between', () => {
  const night = new Date(2026, 10, 23, 1).getTime();
  expect(formatWhen(night - 2 * HOUR, night)).toMatch(/^2 hr\.? ago$/);
});

test('numbers and sizes are written as the language does', () => {
  expect(formatNumber(1248)).toBe('1,248');
  expect(formatSize(0)).toBe('0 bytes');
  expect(formatSize(1_234_567)).toBe('1.2 MB');
  formatIn('de', 'de-DE');
  expect(formatNumber(1248)).toBe('1.248');
});

test('a browser of another language does not change how an English interface writes numbers', () => {
  formatIn('en', 'de-DE');
  expect(formatNumber(1248)).toBe('1,248');
});
