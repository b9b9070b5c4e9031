import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { rangesOfEach } from '../../components/rangesOfEach.ts';

test('each text gets the matches that are in it, in its own places', () => {
  expect(
    rangesOfEach(['css', 'grid areas'], ', ', [
      [0, 3],
      [5, 9],
      [10, 15],
    ]),
  ).toEqual([
    [[0, 3]],
    [
      [0, 4],
      [5, 10],
    ],
  ]);
  expect(rangesOfEach(['css'], ', ')).toEqual([[]]);
});

test('whatever the texts are, a match marks the same letters as in all of them together', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.string(), fc.nat(), fc.nat(), (texts, separator, one, other) => {
      const at = one % texts.length;
      const text = texts[at] ?? '';
      const begin = texts.slice(0, at).reduce((sum, before) => sum + before.length + separator.length, 0);
      const start = other % (text.length + 1);
      if (start === text.length) return;
      const found = rangesOfEach(texts, separator, [[begin + start, begin + text.length]]);
      expect(found).toEqual(texts.map((_, index) => (index === at ? [[start, text.length]] : [])));
    }),
  );
});
