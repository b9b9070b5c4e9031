import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FoundMark } from '../../page/foundMark.ts';
import { marksAt } from '../../page/markPoint.ts';
import { one, present } from './present.ts';

let root: ShadowRoot;
let marks: FoundMark[];
beforeEach(() => {
  document.body.innerHTML = '<p id="a"><b>Marked</b> and <i>not</i></p><p id="b">Neither</p><div></div>';
  root = one('div').attachShadow({ mode: 'open' });
  root.innerHTML = '<p>Within a tree</p>';
  marks = [one('b'), one('p', root)].map((element, index) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return {
      mark: { id: String(index), part: 0, why: '', colour: 'mine', selectors: [] },
      quality: 'exact',
      text: range.toString(),
      range,
    };
  });
  CSS.highlights.set('w-1', new Highlight(...marks.map(({ range }) => range)));
});
afterEach(() => {
  CSS.highlights.clear();
  document.body.replaceChildren();
});

const at = (element: Element): string[] => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { left, top, height } = range.getBoundingClientRect();
  return marksAt(window, left + 8, top + height / 2, marks, [root]).map(({ text }) => text);
};

const pointed = present(Object.getOwnPropertyDescriptor(HighlightRegistry.prototype, 'highlightsFromPoint'));

describe.each([
  ['a browser that tells the highlights at a point', () => undefined],
  [
    'a browser that mistakes the point, as on a screen with more pixels',
    () =>
      Object.defineProperty(HighlightRegistry.prototype, 'highlightsFromPoint', {
        ...pointed,
        value: () => [{ ranges: marks.map(({ range }) => range) }],
      }),
  ],
  [
    'a browser that tells the text at a point only',
    () => {
      // @ts-expect-error newer than its types
      delete HighlightRegistry.prototype.highlightsFromPoint;
    },
  ],
])('in %s', (_, prepare) => {
  beforeEach(prepare);
  afterEach(() => Object.defineProperty(HighlightRegistry.prototype, 'highlightsFromPoint', pointed));

  test('a mark is found on its text, in a shadow tree too', () => {
    expect(at(one('b'))).toEqual(['Marked']);
    expect(at(one('p', root))).toEqual(['Within a tree']);
  });

  test('none is found on other text, nor beside the last word of a line', () => {
    expect(at(one('i'))).toEqual([]);
    expect(at(one('#b'))).toEqual([]);
    const { right, top } = one('p', root).getBoundingClientRect();
    expect(marksAt(window, right - 2, top + 5, marks, [root])).toEqual([]);
  });
});
