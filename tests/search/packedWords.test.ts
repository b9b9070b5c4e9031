import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFrom, numberOf, withBeginning, wordAt, WordPacker, WordReader } from '../../search/packedWords.ts';

const pack = (words: readonly string[]) => {
  const packer = new WordPacker();
  for (const word of words) packer.add(word);
  return packer.pack();
};
const aWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '東'), minLength: 1, maxLength: 8 });
const manyWords = fc.uniqueArray(aWord, { maxLength: 120 }).map((words) => words.sort());

describe('packed words', () => {
  it('are the words, in order and one by one', () => {
    fc.assert(
      fc.property(manyWords, (words) => {
        const packed = pack(words);
        const reader = new WordReader(packed, 0);
        const read: string[] = [];
        while (reader.next()) read.push(reader.text());
        expect(read).toEqual(words);
        expect(words.map((_, index) => wordAt(packed, index))).toEqual(words);
      }),
    );
  });

  it('are found, or the place where a word would stand', () => {
    fc.assert(
      fc.property(manyWords, aWord, (words, word) => {
        const packed = pack(words);
        expect(numberOf(packed, word)).toBe(words.indexOf(word));
        expect(firstFrom(packed, word)).toBe(words.filter((one) => one < word).length);
      }),
    );
  });

  it('are found by their beginning', () => {
    fc.assert(
      fc.property(manyWords, aWord, (words, beginning) => {
        const [start, end] = withBeginning(pack(words), beginning);
        expect(words.slice(start, end)).toEqual(words.filter((word) => word.startsWith(beginning)));
      }),
    );
  });

  it('are read from any place on, in any order', () => {
    fc.assert(
      fc.property(manyWords, fc.array(fc.nat(119), { maxLength: 20 }), (words, places) => {
        const reader = new WordReader(pack(words), 0);
        for (const place of places.filter((one) => one < words.length)) {
          reader.moveTo(place);
          expect(reader.next() && reader.text()).toBe(words[place]);
        }
      }),
    );
  });

  it('take little room', () => {
    const words = Array.from({ length: 1_000 }, (_, n) => `configuration${n}`).sort();
    const { chars, lengths, shared, blocks } = pack(words);
    expect(chars.byteLength + lengths.byteLength + shared.byteLength + blocks.byteLength).toBeLessThan(words.join('').length / 2);
  });

  it('that are none have no first', () => {
    expect([firstFrom(pack([]), 'a'), numberOf(pack([]), 'a'), numberOf(pack(['a']), ''), wordAt(pack(['a']), 1)]).toEqual([0, -1, -1, '']);
  });
});
