import { describe, expect, it } from 'vitest';
import { seededRandom } from '../measure/random.ts';
import { wordMap } from './wordMap.ts';

const words = (text: string): readonly string[] => text.split(' ');
/** What each word became, by its text. */
const became = (before: string, after: string): readonly (string | undefined)[] =>
  wordMap(words(before), words(after)).map((place) => (place === undefined ? undefined : words(after)[place]));

describe('wordMap', () => {
  it('maps a text onto itself', () => {
    expect(wordMap(words('a b a b'), words('a b a b'))).toEqual([0, 1, 2, 3]);
  });

  it('passes over what was put in', () => {
    expect(wordMap(words('the pump froze in March'), words('the old pump nearly froze in late March'))).toEqual([0, 2, 4, 5, 7]);
  });

  it('has nothing for a word that is gone', () => {
    expect(became('we kept the second barrel', 'we kept the barrel')).toEqual(['we', 'kept', 'the', undefined, 'barrel']);
  });

  it('finds a passage that was moved', () => {
    const passage = 'nobody had ever paid for the rope';
    const [head, tail] = ['one two three four five six seven eight nine ten', 'red green blue white black grey pink brown amber teal'];
    const before = `${passage} ${head} ${tail}`;
    const after = `${head} ${tail} ${passage}`;
    expect(wordMap(words(before), words(after)).slice(0, 7)).toEqual([20, 21, 22, 23, 24, 25, 26]);
  });

  it('maps no two words to one', () => {
    const random = seededRandom(5);
    const text = (): string[] => Array.from({ length: 400 }, () => `w${random.below(40)}`);
    for (let round = 0; round < 20; round++) {
      const before = text();
      const after = text();
      const map = wordMap(before, after);
      const places = map.filter((place) => place !== undefined);
      expect(new Set(places).size).toBe(places.length);
      const mapped = [...map.entries()].filter(([, place]) => place !== undefined);
      expect(mapped.map(([, place]) => after[place ?? -1])).toEqual(mapped.map(([at]) => before[at]));
    }
  });

  it('compares two long texts of which the middle was rewritten', () => {
    const text = Array.from({ length: 50_000 }, (_, n) => `w${(n * 7_919) % 20_011}`);
    const rewritten = text.toSpliced(20_000, 5_000, ...Array.from({ length: 6_000 }, (_, n) => `v${n % 900}`));
    const map = wordMap(text, rewritten);
    expect(map[19_999]).toBe(19_999);
    expect(map[25_000]).toBe(26_000);
    expect(map[49_999]).toBe(50_999);
  });
});
