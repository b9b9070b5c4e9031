import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from '../../components/excerpt.ts';

test('a match near the start leaves the text where it is', () => {
  expect(excerpt('a needle in a haystack', [[2, 8]], 100)).toEqual({ text: 'a needle in a haystack', ranges: [[2, 8]] });
});

test('it begins at a word before the match, with an ellipsis', () => {
  const text = `${'hay '.repeat(50)}needle`;
  const { text: shown, ranges } = excerpt(text, [[200, 206]], 300);
  expect(shown).toMatch(/^… (?:hay )+needle$/);
  expect(ranges.map(([start, end]) => shown.slice(start, end))).toEqual(['needle']);
});

test('a long text ends with an ellipsis', () => {
  expect(excerpt('word '.repeat(100), [[0, 4]], 20).text).toBe('word word word word …');
});

test('whatever the text, the first match is in it and every range still marks the same letters', () => {
  const cases = fc.string({ maxLength: 600 }).chain((text) =>
    fc.record({
      text: fc.constant(text),
      ranges: fc.array(fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max: 12 })), { maxLength: 5 }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ text, ranges }) => {
      const inside = ranges
        .map(([start, length]) => [start, Math.min(text.length, start + length)] as const)
        .filter(([start, end]) => end > start);
      const cut = excerpt(text, inside, 80);
      expect(cut.text.length).toBeLessThanOrEqual(83);
      const before = inside.map(([start, end]) => text.slice(start, end));
      for (const [start, end] of cut.ranges) expect(before.some((piece) => piece.startsWith(cut.text.slice(start, end)))).toBe(true);
      expect(cut.ranges.length).toBeGreaterThanOrEqual(Math.min(1, inside.length));
    }),
  );
});
