import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, queryWordsOf, wordsOf } from '../../search/words.ts';

const texts = (text: string) => wordsOf(text).map((word) => word.text);

describe('the words of a text', () => {
  it.each([
    ['Grid, or flexbox?', ['grid', 'or', 'flexbox']],
    ['snake_case kebab-case node.js', ['snake', 'case', 'kebab', 'case', 'node', 'js']],
    ["l'architecture", ['l', 'architecture']],
    ['Crème Brûlée', ['creme', 'brulee']],
    ['Straße, Øresund, Łódź', ['strasse', 'oresund', 'lodz']],
    ['ﬁle ＡＢＣ', ['file', 'abc']],
    ['Ёлка Ελλάδα', ['елка', 'ελλαδα']],
    ['שָׁלוֹם', ['שלום']],
    ['東京都', ['東京', '京都', '都']],
    ['v2東京', ['v2', '東京', '京']],
    ['हिन्दी', ['हिन्दी']],
    ['— … !', []],
    ['createIndex', ['createindex', 'create', 'index']],
    ['HTMLParser, parseXML2', ['htmlparser', 'html', 'parser', 'parsexml2', 'parse', 'xml2']],
    ['utf8ToÄrger', ['utf8toarger', 'utf8', 'arger']],
    ['iPhone, McDonald', ['iphone', 'phone', 'mcdonald', 'donald']],
    ['GRID Grid', ['grid', 'grid']],
  ])('%s are %j', (text, words) => {
    expect(texts(text)).toEqual(words);
  });

  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const { text: word, start, end } of wordsOf(text)) {
          expect(fold(text.slice(start, end))).toBe(word);
        }
      }),
    );
  });

  it('stand where they say also behind characters that take two units', () => {
    expect(wordsOf('𠮷野家 x').map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [2, 4],
      [3, 4],
      [5, 6],
    ]);
  });

  it('stand where they say also behind a letter that grows with its case', () => {
    expect(wordsOf('İİ grid').at(-1)).toEqual({ text: 'grid', start: 3, end: 7, isPart: false });
  });

  it('of any length are compared by their beginning, with accents and without', () => {
    expect(wordsOf(`${'x'.repeat(100)} ${'é'.repeat(100)}`).map(({ text }) => text)).toEqual(['x'.repeat(64), 'e'.repeat(64)]);
  });

  it('of keys and encodings are not taken apart', () => {
    expect(texts('aGVsbG8gd29ybGQsIHRoaXMgaXMgYmFzZTY0IGVuY29kZWQ')).toHaveLength(1);
  });

  it('typed in camelCase are not taken apart either', () => {
    expect(queryWordsOf('createIndex now').map(({ text }) => text)).toEqual(['createindex', 'now']);
  });

  it('typed in a script without spaces are pairs only', () => {
    expect(queryWordsOf('東京都').map(({ text }) => text)).toEqual(['東京', '京都']);
    expect(queryWordsOf('都').map(({ text }) => text)).toEqual(['都']);
    expect(queryWordsOf('grid 東京 x').map(({ text }) => text)).toEqual(['grid', '東京', 'x']);
  });
});
