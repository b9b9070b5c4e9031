import { afterEach, expect, test } from 'vitest';
import { describeRange } from '../../anchoring/index.ts';
import { one } from '../page/present.ts';

afterEach(() => document.body.replaceChildren());

function describeAll(markup: string, selector: string) {
  document.body.innerHTML = markup;
  const range = document.createRange();
  range.selectNodeContents(one(selector));
  return describeRange(range, document.body);
}

test('a passage is described by its quote, its surroundings, its place, an XPath and the nearest id', () => {
  expect(describeAll('<section id="s"><p>Before it.</p><p><b>The  passage</b> and after.</p></section>', 'b')).toEqual([
    { type: 'TextQuoteSelector', exact: 'The passage', prefix: 'Before it.\n', suffix: ' and after.', likeness: 0 },
    { type: 'TextPositionSelector', start: 11, end: 22 },
    {
      type: 'RangeSelector',
      startSelector: { type: 'XPathSelector', value: '/html[1]/body[1]/section[1]/p[2]/b[1]/text()[1]' },
      endSelector: { type: 'XPathSelector', value: '/html[1]/body[1]/section[1]/p[2]/b[1]/text()[1]' },
      startOffset: 0,
      endOffset: 12,
    },
    { type: 'FragmentSelector', value: 's', conformsTo: 'http://tools.ietf.org/rfc/rfc3236' },
  ]);
});

test('white space at the ends and hidden text between are not part of the quote', () => {
  expect(describeAll('<p> hello<script>no()</script> <span hidden>secret</span>world </p>', 'p')[0]).toMatchObject({
    exact: 'hello world',
  });
});

test('a passage that has its like in the page says how much, and what tells the two apart', () => {
  const beside = (other: string) => describeAll(`<p>the ferry carries eleven bicycles in summer</p><hr><p>${other}</p>`, 'p')[0];
  expect(beside('Nothing of that kind.')).toMatchObject({ likeness: 0 });
  expect(beside('Nothing of that kind.')).not.toHaveProperty('telling');
  expect(beside('the ferry carries eleven bicycles in summer')).toMatchObject({ likeness: 1 });
  expect(beside('the ferry carries eleven wheelbarrows in summer')).toMatchObject({
    likeness: expect.closeTo(0.8, 1),
    telling: 'bicycles',
  });
});

test('surroundings are never cut through a character', () => {
  const [quote] = describeAll(`<p>${'😀'.repeat(200)}a<b>x</b>b${'😀'.repeat(200)}</p>`, 'b');
  expect(quote?.type === 'TextQuoteSelector' && quote.prefix?.isWellFormed() && quote.suffix?.isWellFormed()).toBe(true);
});

test('the XPath leads to the passage, also past elements with odd names', () => {
  const selectors = describeAll('<x-y.z>a</x-y.z><svg><text>b</text></svg><p>one</p><p>two<i></i>three</p>', 'p:last-child');
  const range = selectors.find((selector) => selector.type === 'RangeSelector');
  const found = document.evaluate(range?.endSelector.value ?? '', document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
  expect(found?.nodeValue).toBe('three');
});

test.each([
  ['nothing', '<p></p>'],
  ['white space', '<p> \n </p>'],
  ['hidden text', '<p hidden>secret</p>'],
  ['a picture', '<p><img alt="words"></p>'],
])('a range over %s has no selectors', (_, markup) => {
  expect(describeAll(markup, 'p')).toEqual([]);
});

test('a range that is not in the page has no selectors', () => {
  const range = document.createRange();
  const loose = document.createElement('p');
  loose.append('words');
  range.selectNodeContents(loose);
  expect(describeRange(range, document.body)).toEqual([]);
  expect(describeRange(range)).toEqual([]);
});
