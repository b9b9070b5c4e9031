import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { continuesWord, Tokens } from '../../anchoring/tokens.ts';

const tokensOf = (text: string): Tokens => {
  const tokens = new Tokens(1);
  tokens.read(text, 0, text.length);
  return tokens;
};
const wordsOf = (text: string): string[] => {
  const { count, starts, ends } = tokensOf(text);
  return Array.from({ length: count }, (_, index) => text.slice(starts[index], ends[index]));
};

describe('the words of a text', () => {
  it.each([
    ['Grid lays out, in 2 dimensions.', ['Grid', 'lays', 'out', 'in', '2', 'dimensions']],
    ['if (is_open) { return x; }', ['if', 'is_open', 'return', 'x']],
    ['漢字かな', ['漢', '字', 'か', 'な']],
    ['ที่นี่', ['ที่', 'นี่']],
    ['שלום עולם', ['שלום', 'עולם']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['ok 👍🏽 yes', ['ok', '👍', '🏽', 'yes']],
    ['— … ()', []],
    ['', []],
  ])('%s are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are the same whatever their case', () => {
    expect(tokensOf('Straße CAFÉ İ').hashes.slice(0, 2)).toEqual(tokensOf('straße café i').hashes.slice(0, 2));
    expect(tokensOf('one').hashes[0]).not.toBe(tokensOf('two').hashes[0]);
  });

  it('can be read in parts, cut before any character that begins something', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab cé漢ท่ .😀'), maxLength: 60 }), fc.nat(60), (text, at) => {
        let cut = Math.min(at, text.length);
        while (cut < text.length && continuesWord(text.charCodeAt(cut))) cut++;
        const parts = new Tokens(1);
        parts.read(text, 0, cut);
        parts.read(text, cut, text.length);
        const whole = tokensOf(text);
        expect(parts.count).toBe(whole.count);
        expect(parts.hashes.slice(0, parts.count)).toEqual(whole.hashes.slice(0, whole.count));
      }),
    );
  });
});

test('the word at an offset, or the next one, is found', () => {
  const tokens = tokensOf('one, two');
  expect([0, 2, 3, 4, 5, 7, 8].map((offset) => tokens.indexAt(offset))).toEqual([0, 0, 1, 1, 1, 1, 2]);
});
