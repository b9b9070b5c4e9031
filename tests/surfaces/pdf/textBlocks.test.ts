import { describe, expect, it } from 'vitest';
import { textBlocks, type TextItem } from '../../../surfaces/pdf/textBlocks.ts';

const STYLES = { f: { vertical: false, fontFamily: 'serif' } };
/** A4: up in the PDF is down on the page. */
const TO_PAGE = [1, 0, 0, -1, 0, 842];

interface Line {
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly str: string;
}
const item = ({ x = 72, y, size = 10, str }: Line): TextItem => ({
  str,
  transform: [size, 0, 0, size, x, y],
  width: str.length * size * 0.5,
  height: size,
  fontName: 'f',
  hasEOL: true,
  dir: 'ltr',
});
const blocksOf = (...lines: readonly Line[]) => textBlocks(lines.map(item), STYLES, TO_PAGE);
const read = (...lines: readonly Line[]): string[] => blocksOf(...lines).map(({ pieces }) => pieces.map(({ text }) => text).join(''));

describe('lines of a PDF', () => {
  it('are joined by a space within a paragraph', () => {
    expect(read({ y: 700, str: 'high water comes' }, { y: 688, str: 'forty minutes later' })).toEqual([
      'high water comes forty minutes later',
    ]);
  });
  it('give back the word that was broken between them', () => {
    expect(read({ y: 700, str: 'the de-' }, { y: 688, str: 'lay' })).toEqual(['the delay']);
    expect(read({ y: 700, str: 'the de\u00ad' }, { y: 688, str: 'Lay' })).toEqual(['the deLay']);
  });
  it('keep the hyphen of a word that has more of them, of a name, and of a range', () => {
    expect(read({ y: 700, str: 'state-of-the-' }, { y: 688, str: 'art' })).toEqual(['state-of-the-art']);
    expect(read({ y: 700, str: 'Baden-' }, { y: 688, str: 'Baden' })).toEqual(['Baden-Baden']);
    expect(read({ y: 700, str: 'pages 12-' }, { y: 688, str: '14' })).toEqual(['pages 12-14']);
    expect(read({ y: 700, str: 'a dash -' }, { y: 688, str: 'and on' })).toEqual(['a dash - and on']);
  });
  it('of Chinese and Japanese are joined without a space', () => {
    expect(read({ y: 700, str: '港の水は' }, { y: 688, str: '遅れて満ちる。' })).toEqual(['港の水は遅れて満ちる。']);
  });
  it('that end in a space get no second one', () => {
    expect(read({ y: 700, str: 'one ' }, { y: 688, str: 'two' })).toEqual(['one two']);
  });
});

describe('paragraphs of a PDF', () => {
  it('are apart where the lines are', () => {
    expect(read({ y: 700, str: 'One.' }, { y: 670, str: 'Two.' })).toEqual(['One.', 'Two.']);
  });
  it('begin at an indented line after a sentence’s end', () => {
    expect(read({ y: 700, str: 'One ends.' }, { y: 688, x: 90, str: 'Two begins' })).toEqual(['One ends.', 'Two begins']);
  });
  it('go on in the next column when a sentence does', () => {
    expect(read({ y: 100, str: 'it rises' }, { y: 700, x: 320, str: 'and falls' })).toEqual(['it rises and falls']);
    expect(read({ y: 100, str: 'It rose.' }, { y: 700, x: 320, str: 'and so on' })).toEqual(['It rose.', 'and so on']);
  });
  it('are not cut by a footnote’s number', () => {
    expect(read({ y: 700, str: 'as we saw' }, { y: 704, x: 120, size: 6, str: '3' }, { y: 688, str: 'in spring' })).toEqual([
      'as we saw 3 in spring',
    ]);
  });
  it('are headings where they are set larger than the rest', () => {
    const body = { str: 'The rest of the text is set in this size, which is most of it.' };
    const [title, part, text] = blocksOf({ y: 800, size: 20, str: 'Tides' }, { y: 760, size: 13, str: 'Gauges' }, { y: 730, ...body });
    expect([title?.headingLevel, part?.headingLevel, text?.headingLevel]).toEqual([1, 2, undefined]);
  });
});

describe('a piece of text', () => {
  it('is placed by the line that it stands on, down from the page’s top', () => {
    expect(blocksOf({ y: 742, x: 50, size: 20, str: 'x' })[0]?.pieces[0]).toMatchObject({
      left: 50,
      baseline: 100,
      fontSize: 20,
      angle: 0,
      length: 10,
    });
  });
  it('that runs upwards is turned', () => {
    const [block] = textBlocks([{ ...item({ y: 0, str: 'up' }), transform: [0, 10, -10, 0, 100, 400] }], STYLES, TO_PAGE);
    expect(block?.pieces[0]?.angle).toBeCloseTo(-Math.PI / 2);
  });
  it('keeps the hyphen among what its glyphs show', () => {
    expect(blocksOf({ y: 700, str: 'de-' }, { y: 688, str: 'lay' })[0]?.pieces[0]).toMatchObject({ text: 'de', shown: 'de-' });
  });
});

it('a page without text has no blocks', () => {
  expect(textBlocks([], {}, TO_PAGE)).toEqual([]);
  expect(read({ y: 700, str: ' ' })).toEqual([]);
});

it('a line of more pieces than a call takes arguments is read', () => {
  const pieces = Array.from({ length: 200_000 }, () => ({ ...item({ y: 700, str: 'a' }), hasEOL: false }));
  expect(textBlocks(pieces, STYLES, TO_PAGE)).toHaveLength(1);
});
