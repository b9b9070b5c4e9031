import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainsOf, type Hit } from '../../anchoring/chain.ts';

const hit = (quote: number, page: number, weight = 10): Hit => ({ quote, page, weight });
const pairs = (hits: readonly Hit[]): (readonly [number, number])[] => hits.map(({ quote, page }) => [quote, page]);

test('hits that go forward in both texts are one chain, across what was put in between', () => {
  const [best] = chainsOf([hit(0, 100), hit(1, 101), hit(2, 130), hit(3, 131)], 80, 3);
  expect(pairs(best?.hits ?? [])).toEqual([
    [0, 100],
    [1, 101],
    [2, 130],
    [3, 131],
  ]);
});

test('a repetition farther than the reach is another chain, and the heavier one comes first', () => {
  const chains = chainsOf([hit(0, 10), hit(1, 11), hit(0, 500), hit(1, 501), hit(2, 502)], 80, 3);
  expect(chains.map(({ hits }) => pairs(hits).length)).toEqual([3, 2]);
});

test('one common word far off does not pay for the way there', () => {
  const [best] = chainsOf([hit(0, 10), hit(1, 11), hit(2, 90, 4)], 100, 3);
  expect(best?.hits).toHaveLength(2);
});

test('whatever the hits, chains go forward in both texts and share none', () => {
  const hits = fc.array(fc.record({ quote: fc.nat(20), page: fc.nat(200), weight: fc.integer({ min: 1, max: 20 }) }), { maxLength: 60 });
  fc.assert(
    fc.property(hits, (all) => {
      const chains = chainsOf(all, 40, 6);
      const used = chains.flatMap((chain) => chain.hits);
      expect(new Set(used).size).toBe(used.length);
      for (const chain of chains) {
        chain.hits.slice(1).forEach((next, index) => {
          expect(next.page).toBeGreaterThan(chain.hits[index]?.page ?? Infinity);
          expect(next.quote).toBeGreaterThan(chain.hits[index]?.quote ?? Infinity);
        });
      }
    }),
  );
});
