import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, Folder } from '../../anchoring/folding.ts';

/** Strings rich in what folding changes: marks that compose, ligatures, quotes, white space, half characters. */
const texts = fc.string({
  unit: fc.constantFrom(
    ...'ab AZé’“”‘«»–—-ﬁ…',
    '\u0301',
    '\u00ad',
    '\u200b',
    '\u00a0',
    '\n',
    '\t',
    ' ',
    '，',
    '한',
    '\u1112',
    '\u1161',
    '\ud83d',
    '\ude00',
    '😀',
    'ﷺ',
    'ב',
  ),
  maxLength: 40,
});

test.each([
  ['typographic and plain quotation marks', '“don’t”', '"don\'t"'],
  ['dashes of any length', '1990–1995 — a−b', '1990-1995 - a-b'],
  ['ligatures and their letters', 'eﬃcient', 'efficient'],
  ['composed and decomposed letters', 'cafe\u0301', 'café'],
  ['conjoining and composed Hangul', '\u1112\u1161\u11ab', '한'],
  ['full-width and plain punctuation', '你好，世界', '你好,世界'],
  ['a word with and without a soft hyphen', 'co\u00adoperate', 'cooperate'],
  ['any white space and a space', 'one\u00a0two\n\n three', 'one two three'],
])('%s fold to the same', (_, one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test.each([
  ['upper and lower case', 'Linus', 'linus'],
  ['one word and two', 'nowhere', 'now here'],
  ['letters with and without accents', 'résumé', 'resume'],
])('%s stay apart', (_, one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test('what is folded already stays as it is', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('every folded character maps back to the stretch of the original that it stands for', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const folder = new Folder();
      folder.add(text);
      for (let offset = 0; offset < folder.text.length; offset++) {
        const start = folder.originalStart(offset);
        const end = folder.originalEnd(offset + 1);
        expect(end).toBeGreaterThan(start);
        expect(fold(text.slice(start, end))).toContain(folder.text[offset]);
      }
    }),
  );
});

test('offsets map back in the order of the text, and forth again', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const folder = new Folder();
      folder.add(text);
      const starts = Array.from({ length: folder.text.length }, (_, offset) => folder.originalStart(offset));
      expect(starts).toEqual([...starts].sort((one, other) => one - other));
      expect(starts.map((start) => folder.originalStart(folder.foldedAt(start)))).toEqual(starts);
    }),
  );
});

test('a text folded in parts, cut between two letters, is folded as in one', () => {
  fc.assert(
    fc.property(
      fc.array(
        texts.filter((text) => /^\p{L}[^]*\p{L}$/u.test(text) && !/^[\u1160-\u11ff]/.test(text)),
        { minLength: 1, maxLength: 4 },
      ),
      (words) => {
        const folder = new Folder();
        words.forEach((word, index) => folder.add(index === 0 ? word : ` ${word}`));
        expect(folder.text).toBe(fold(words.join(' ')));
      },
    ),
  );
});
