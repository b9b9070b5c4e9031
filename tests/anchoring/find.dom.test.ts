import { afterEach, expect, test } from 'vitest';
import { describeRange, findAll, findSelectors } from '../../anchoring/index.ts';
import type { Selector } from '../../domain/selector.ts';
import { inside, one, present } from '../page/present.ts';

afterEach(() => document.body.replaceChildren());

const page = (markup: string): void => {
  document.body.innerHTML = markup;
};

/** The selectors of the first place where these words stand in one text node below an element. */
function clip(words: string, within = 'body'): Selector[] {
  const nodes = document.createTreeWalker(one(within), NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const start = (nodes.currentNode.nodeValue ?? '').indexOf(words);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(nodes.currentNode, start);
    range.setEnd(nodes.currentNode, start + words.length);
    return describeRange(range, document.body);
  }
  throw new Error(`no ${words}`);
}

const find = (selectors: Selector[]) => findSelectors(selectors, document.body);
const ARTICLE = '<h1>Storage</h1><p>We keep clips in IndexedDB, because it outlives the tab.</p><p>Nothing is sent.</p>';

test('a passage of an unchanged page is exact', async () => {
  page(ARTICLE);
  const anchor = await find(clip('outlives the tab'));
  expect(anchor).toMatchObject({ quality: 'exact', score: 1 });
  expect(anchor?.range.toString()).toBe('outlives the tab');
});

test('a passage that stands lower than before has moved', async () => {
  page(ARTICLE);
  const selectors = clip('outlives the tab');
  page(`<p>A banner.</p>${ARTICLE}`);
  const anchor = await find(selectors);
  expect(anchor?.quality).toBe('moved');
  expect(anchor?.range.toString()).toBe('outlives the tab');
});

test('the same words in other mark-up are the same passage', async () => {
  page(ARTICLE);
  const selectors = clip('We keep clips in IndexedDB, because it outlives the tab.');
  page(
    '<article><div>Storage</div><div>We keep <a href="#">clips</a> in\n<em>IndexedDB</em>,\u00a0because it out\u00adlives the tab.<br>Nothing is sent.</div></article>',
  );
  const anchor = await find(selectors);
  expect(anchor?.range.toString()).toContain('because it');
});

test('a passage that is gone is not found', async () => {
  page(ARTICLE);
  const selectors = clip('outlives the tab');
  page('<p>We keep clips in IndexedDB.</p>');
  expect(await find(selectors)).toBeNull();
});

test('a word is not taken for a passage because it stands somewhere else as well', async () => {
  page('<p>Shall we ship on Friday, before everybody leaves? Yes. The tests pass and nobody objects to it.</p>');
  const selectors = clip('Yes');
  page('<h1>Release notes of spring</h1><p>The new colour is nicer to Yes-sayers than to others.</p>');
  expect(await find(selectors)).toBeNull();
});

test('surroundings tell two places with the same words apart', async () => {
  page('<ul><li>Chrome: supported since 105</li><li>Firefox: supported since 140</li><li>Safari: supported since 17</li></ul>');
  const selectors = clip('supported', 'li:nth-child(2)');
  page('<p>New!</p><ul><li>Edge: supported since 105</li><li>Chrome: supported since 105</li><li>Firefox: supported since 140</li></ul>');
  const anchor = await find(selectors);
  expect(anchor?.quality).toBe('moved');
  expect(anchor?.range.startContainer.textContent).toContain('Firefox');
});

test('the recorded position tells twins apart while the page is unchanged', async () => {
  page('<p>same words</p>'.repeat(40));
  const anchor = await find(clip('same words', 'p:nth-child(20)'));
  expect(anchor?.quality).toBe('exact');
  expect(anchor?.range.startContainer.parentElement).toBe(document.querySelector('p:nth-child(20)'));
});

test('twins that nothing tells apart are uncertain', async () => {
  page('<p>same words</p>'.repeat(40));
  const selectors = clip('same words', 'p:nth-child(20)');
  page(`<p>moved!</p>${'<p>same words</p>'.repeat(40)}`);
  expect((await find(selectors))?.quality).toBe('uncertain');
});

test('a passage across several blocks is found from its first to its last word', async () => {
  page(ARTICLE);
  const range = document.createRange();
  range.setStart(present(one('p').firstChild), 8);
  range.setEnd(present(one('p:nth-of-type(2)').firstChild), 7);
  const anchor = await find(describeRange(range, document.body));
  expect(anchor?.quality).toBe('exact');
  expect(anchor?.range.startOffset).toBe(8);
  expect(anchor?.range.endOffset).toBe(7);
});

test('selectors of other tools, with a quote alone, are found', async () => {
  page(ARTICLE);
  expect((await find([{ type: 'TextQuoteSelector', exact: 'Nothing is sent' }]))?.quality).toBe('moved');
});

test('selectors without a quote, or with an empty one, find nothing', async () => {
  page(ARTICLE);
  expect(
    await findAll([[], [{ type: 'TextPositionSelector', start: 0, end: 5 }], [{ type: 'TextQuoteSelector', exact: ' \n' }]], document.body),
  ).toEqual([null, null, null]);
});

test('a passage inside a frame and one inside a shadow tree are found', async () => {
  page('<iframe></iframe><div></div>');
  inside(one('iframe')).body.innerHTML = '<p>These words stand in a frame.</p>';
  one('div').attachShadow({ mode: 'open' }).innerHTML = '<p>These words stand in a shadow.</p>';
  const anchors = await findAll(
    [[{ type: 'TextQuoteSelector', exact: 'stand in a frame' }], [{ type: 'TextQuoteSelector', exact: 'stand in a shadow' }]],
    document.body,
  );
  expect(anchors.map((anchor) => anchor?.range.toString())).toEqual(['stand in a frame', 'stand in a shadow']);
});

test('an aborted search rejects', async () => {
  page(ARTICLE);
  const selectors = clip('outlives the tab');
  await expect(findSelectors(selectors, document.body, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

test('a search that is aborted on its way stops', async () => {
  page(`<p>${'many words '.repeat(50)}</p>`.repeat(2_000));
  const controller = new AbortController();
  const searching = findAll([[{ type: 'TextQuoteSelector', exact: 'not there' }]], document.body, { signal: controller.signal });
  controller.abort();
  await expect(searching).rejects.toMatchObject({ name: 'AbortError' });
});

test('a long search lets the page run', async () => {
  page(`<p>${'many words '.repeat(50)}</p>`.repeat(2_000));
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await findAll([[{ type: 'TextQuoteSelector', exact: 'not there' }]], document.body);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
});
