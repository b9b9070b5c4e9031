import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as anchoring from '../../anchoring/index.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';
import { createFinder, type Finder } from '../../page/findMarks.ts';
import { textAt } from '../../anchoring/spots.ts';
import { one, present } from './present.ts';

vi.mock('../../anchoring/index.ts', { spy: true });

let finder: Finder;
const events = { onFound: vi.fn(), onRead: vi.fn(), onChecked: vi.fn() };
const start = (marks: readonly Mark[]): void => {
  finder = createFinder(document, events);
  finder.set(marks);
};
beforeEach(() => {
  vi.clearAllMocks();
});
afterEach(() => {
  finder.stop();
  document.body.replaceChildren();
});

const PASSAGE = 'A passage that was clipped, of which there is one in this page.';
const ARTICLE = `<article><h1>A heading</h1><p>What stands before it.</p><p id="a">${PASSAGE}</p><p>What comes after it.</p></article>`;
const put = (markup: string): void => {
  document.body.innerHTML = markup;
};
function markOf(element: Element, changes: Partial<Mark> = {}): Mark {
  const range = document.createRange();
  range.selectNodeContents(element);
  return { id: 'a', part: 0, why: '', colour: 'mine', selectors: anchoring.describeRange(range, document.documentElement), ...changes };
}
const texts = (): (string | null)[] => [...finder.found.values()].map(({ range }) => textAt(range));
const place = (): Element | null | undefined => [...finder.found.values()][0]?.range.startContainer.parentElement;
const reads = (): number => vi.mocked(anchoring.findAll).mock.calls.length;

test.each([
  ['sets a text node to the same text', () => (present(one('#a').firstChild).nodeValue = PASSAGE)],
  ['renders the whole article anew', () => put(ARTICLE)],
  ['wraps the words', () => (one('#a').innerHTML = PASSAGE.replace(/\w+/g, '<span>$&</span>'))],
  ['moves the paragraph', () => one('article').prepend(one('#a'))],
])('a page that %s has its passage found again', async (_, change) => {
  put(ARTICLE);
  start([markOf(one('#a'))]);
  await finder.settled();
  change();
  await vi.waitFor(() => {
    expect(place()?.isConnected).toBe(true);
    expect(texts()).toEqual([PASSAGE]);
  }, 3_000);
});

test('only what was lost is looked for again', async () => {
  put(`${ARTICLE}<p id="b">Another passage of the page, which nobody touches.</p>`);
  start([markOf(one('#a')), markOf(one('#b'), { id: 'b' })]);
  await finder.settled();
  one('#a').innerHTML = `<b>${PASSAGE}</b>`;
  await vi.waitFor(() => expect(reads()).toBe(2), 3_000);
  expect(vi.mocked(anchoring.findAll).mock.calls[1]?.[0]).toHaveLength(1);
  await finder.settled();
  expect(new Set(texts())).toEqual(new Set([PASSAGE, 'Another passage of the page, which nobody touches.']));
});

test('what is appended far below is looked at: an endless list brings what was not there', async () => {
  put(ARTICLE);
  const mark = markOf(one('#a'));
  put('<main><p>The beginning of a list.</p></main>');
  start([mark]);
  await finder.settled();
  expect(texts()).toEqual([]);
  one('main').insertAdjacentHTML('beforeend', ARTICLE);
  await vi.waitFor(() => expect(texts()).toEqual([PASSAGE]), 2_000);
});

test('what a class hid is found once it is shown', async () => {
  put(`<style>.tab{display:none}</style><div>${ARTICLE}</div>`);
  const mark = markOf(one('#a'));
  one('div').className = 'tab';
  start([mark]);
  await finder.settled();
  expect(texts()).toEqual([]);
  one('div').className = '';
  await vi.waitFor(() => expect(texts()).toEqual([PASSAGE]), 4_000);
});

test('a shadow tree that holds a mark is watched', async () => {
  put('<div id="host"></div>');
  const root = one('#host').attachShadow({ mode: 'open' });
  root.innerHTML = ARTICLE;
  start([markOf(one('#a', root))]);
  await finder.settled();
  one('#a', root).innerHTML = `<i>${PASSAGE}</i>`;
  await vi.waitFor(() => expect(place()?.localName).toBe('i'), 3_000);
});

test('a frame that comes later is read', async () => {
  put(ARTICLE);
  const mark = markOf(one('#a'));
  put('<p>A page around a frame.</p>');
  start([mark]);
  await finder.settled();
  const frame = document.createElement('iframe');
  frame.srcdoc = ARTICLE;
  document.body.append(frame);
  await vi.waitFor(() => expect(texts()).toEqual([PASSAGE]), 4_000);
});

test('late content is waited for where nothing tells of it, and what does not come is final after a while', async () => {
  put('<div id="host"></div>');
  const root = one('#host').attachShadow({ mode: 'open' });
  root.innerHTML = ARTICLE;
  const mark = markOf(one('#a', root));
  root.innerHTML = '';
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  start([mark]);
  await finder.settled();
  expect(events.onRead).toHaveBeenLastCalledWith([mark], false);
  for (let seconds = 0; seconds < 8; seconds++) {
    await vi.advanceTimersByTimeAsync(1_000);
    await finder.settled();
  }
  expect(events.onRead).toHaveBeenLastCalledWith([mark], true);
  root.innerHTML = ARTICLE;
  for (let seconds = 0; seconds < 8; seconds++) {
    await vi.advanceTimersByTimeAsync(1_000);
    await finder.settled();
  }
  vi.useRealTimers();
  expect(texts()).toEqual([PASSAGE]);
});

test('a page that never rests is read less and less for what is not there', async () => {
  put(ARTICLE);
  const mark = markOf(one('#a'));
  put('<p id="clock">0</p>');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  start([mark]);
  await finder.settled();
  for (let tick = 0; tick < 300; tick++) {
    one('#clock').textContent = String(tick);
    await vi.advanceTimersByTimeAsync(200);
    await finder.settled();
  }
  vi.useRealTimers();
  // a minute, in which it changed 300 times
  expect(reads()).toBeLessThan(10);
});

test('a place that was confirmed anew is looked for; a new why is taken over without a look', async () => {
  put(`${ARTICLE}<p id="b">Where the person says that it is now.</p>`);
  const mark = markOf(one('#a'));
  start([mark]);
  await finder.settled();
  finder.set([{ ...mark, why: 'known at last' }]);
  await finder.settled();
  expect([...finder.found.values()].map(({ mark: { why } }) => why)).toEqual(['known at last']);
  expect(vi.mocked(anchoring.findAll).mock.calls.map(([targets]) => targets.length)).toEqual([1, 0]);
  finder.set([markOf(one('#b'))]);
  await finder.settled();
  expect(texts()).toEqual(['Where the person says that it is now.']);
});
