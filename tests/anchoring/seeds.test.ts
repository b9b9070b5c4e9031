import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageIndex, seedsOf } from '../../anchoring/seeds.ts';
import { Tokens } from '../../anchoring/tokens.ts';

const texts = fc
  .array(fc.constantFrom('grid', 'flex', 'a', 'of', 'the', '漢', '字', 'ท', 'two-dimensional'), { maxLength: 60 })
  .map((words) => words.join(' '));

test('an index tells every place of a word, in order, and counts none too few', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const page = new PageIndex(text);
      const { tokens } = page;
      while (page.step());
      for (let place = 0; place < tokens.count; place++) {
        const hash = tokens.hashes[place] ?? 0;
        const places = [...tokens.hashes.keys()].filter((other) => other < tokens.count && tokens.hashes[other] === hash);
        expect(page.words.of(hash, 1_000)).toEqual(places);
        expect(page.words.countOf(hash)).toBeGreaterThanOrEqual(places.length);
      }
    }),
  );
});

test('a word that is not in the page stands nowhere', () => {
  const page = new PageIndex('grid lays out in two dimensions');
  expect(page.words.of(12345, 10)).toEqual([]);
});

test('the same words make the same seed wherever they stand, and a seed tells how many words it has', () => {
  const tokens = new Tokens(8);
  const text = 'grid lays out; later, grid lays out';
  tokens.read(text, 0, text.length);
  const { seeds, spans } = seedsOf(tokens);
  expect(seeds[0]).toBe(seeds[4]);
  expect(spans[0]).toBe(2);
  expect(seeds[0]).not.toBe(seeds[1]);
  // nothing follows the last word
  expect(seeds[6]).toBe(0);
});
