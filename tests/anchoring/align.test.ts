import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '../../anchoring/align.ts';
import type { Hit } from '../../anchoring/chain.ts';

const sequences = (quote: readonly number[], page: readonly number[]) => ({
  quote: Uint32Array.from(quote),
  page: Uint32Array.from(page),
  pageCount: page.length,
  weights: new Float64Array(quote.length).fill(10),
});
const hit = (quote: number, page: number): Hit => ({ quote, page, weight: 10 });

test('from one hit, all that follows on from it is paired', () => {
  expect([...align(sequences([1, 2, 3, 4], [9, 1, 2, 3, 4, 9]), [hit(2, 3)])]).toEqual([1, 2, 3, 4]);
});

test('a word that was changed has no pair, and those around it do', () => {
  expect([...align(sequences([1, 2, 3, 4], [1, 2, 8, 4]), [hit(0, 0)])]).toEqual([0, 1, -1, 3]);
});

test('words that were put in are gone over', () => {
  expect([...align(sequences([1, 2, 3, 4], [1, 2, 7, 7, 7, 3, 4]), [hit(0, 0)])]).toEqual([0, 1, 5, 6]);
});

test('whatever stands there, pairs are of the same word and go forward', () => {
  const words = fc.array(fc.nat(4), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, words, fc.nat(), (quote, page, pick) => {
      const hits = quote.flatMap((word, at) => page.flatMap((other, place) => (word === other ? [hit(at, place)] : [])));
      const chosen = hits[pick % Math.max(1, hits.length)];
      if (!chosen) return;
      const pairs = align(sequences(quote, page), [chosen]);
      let last = -1;
      pairs.forEach((place, at) => {
        if (place < 0) return;
        expect(page[place]).toBe(quote[at]);
        expect(place).toBeGreaterThan(last);
        last = place;
      });
      expect(pairs[chosen.quote]).toBe(chosen.page);
    }),
  );
});
