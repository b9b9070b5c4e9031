import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeRange } from '../../anchoring/index.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';
import { createMarks, type Marks } from '../../page/marks.ts';
import { one, present } from './present.ts';

let end: AbortController;
let marks: Marks;
const missing = vi.fn();
beforeEach(() => {
  missing.mockReset();
  end = new AbortController();
  marks = createMarks(document, end.signal, missing);
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const put = (markup: string): void => {
  document.body.innerHTML = markup;
};

function markOf(selector: string, colour: Mark['colour'] = 'mine', id: string = selector): Mark {
  const range = document.createRange();
  range.selectNodeContents(one(selector));
  return { id, part: 0, why: '', colour, selectors: describeRange(range, document.documentElement) };
}

const painted = (name: 'w-1' | 'w-2' | 'w-3' = 'w-1'): string[] => [...(CSS.highlights.get(name) ?? [])].map(String);
const firstRange = (name: 'w-1' | 'w-3'): Range => present([...present(CSS.highlights.get(name))][0]) as Range; // we paint no others
const PAGE =
  '<p>Before it stands a sentence that is long enough.</p><p id="a">A passage of mine in the page.</p><p id="b">Another one, shared by somebody else.</p>';

test('own and shared clips are marked in their colours', async () => {
  put(PAGE);
  marks.set([markOf('#a'), markOf('#b', 'shared')]);
  await vi.waitFor(() => expect(painted()).toEqual(['A passage of mine in the page.']));
  expect(painted('w-2')).toEqual(['Another one, shared by somebody else.']);
});

test('the next marks replace the last, and none take all off', async () => {
  put(PAGE);
  const [a, b] = [markOf('#a'), markOf('#b')];
  marks.set([a]);
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  marks.set([b]);
  await vi.waitFor(() => expect(painted()).toEqual(['Another one, shared by somebody else.']));
  marks.set([]);
  expect(painted()).toEqual([]);
});

test('a place that may be another one with the same words is not marked', async () => {
  put(`<p id="a">same words</p>${'<p>same words</p>'.repeat(30)}`);
  const mark = { ...markOf('#a'), selectors: [{ type: 'TextQuoteSelector', exact: 'same words' } as const] };
  put(`<p id="b">A passage that stands alone.</p>${'<p>same words</p>'.repeat(30)}`);
  marks.set([mark, markOf('#b')]);
  await vi.waitFor(() => expect(painted()).toEqual(['A passage that stands alone.']));
});

test('a passage that the page renders anew is marked again', async () => {
  put(PAGE);
  marks.set([markOf('#a')]);
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  one('#a').textContent = 'A passage of mine in the page.';
  present(one('#b').firstChild).nodeValue = 'Another text.';
  await vi.waitFor(() => expect(painted()).toEqual(['A passage of mine in the page.']), 3_000);
  expect(one('#a').contains(firstRange('w-1').startContainer)).toBe(true);
});

test('a passage that comes late is marked when it comes', async () => {
  put(PAGE);
  const mark = markOf('#a');
  put('<p>Loading…</p>');
  marks.set([mark]);
  await vi.waitFor(() => expect(CSS.highlights.has('w-1')).toBe(false));
  put(PAGE);
  await vi.waitFor(() => expect(painted()).toEqual(['A passage of mine in the page.']), 5_000);
});

test('marks that the page wiped are there again at its next change', async () => {
  put(PAGE);
  marks.set([markOf('#a')]);
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  CSS.highlights.clear();
  document.body.append('a change');
  await vi.waitFor(() => expect(painted()).toHaveLength(1), 3_000);
});

test('a clip that the page was opened for is scrolled to and stands out', async () => {
  put(`<div style="height:4000px"></div>${PAGE}`);
  marks.set([markOf('#a')], '#a');
  await vi.waitFor(() => expect(painted('w-3')).toEqual(['A passage of mine in the page.']));
  const { top, bottom } = one('#a').getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(innerHeight);
});

test('a passage far down in one long block is scrolled to', async () => {
  put(`<pre>${'line\n'.repeat(2_000)}<b id="a">The passage.</b>\n${'line\n'.repeat(2_000)}</pre>`);
  const mark = markOf('#a');
  one('#a').replaceWith('The passage.');
  marks.set([mark], '#a');
  await vi.waitFor(() => expect(painted('w-3')).toEqual(['The passage.']));
  const { top } = firstRange('w-3').getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(innerHeight);
});

test('a clip whose passage does not come is told as missing, once', async () => {
  put(PAGE);
  const mark = markOf('#a');
  put('<p>Other words.</p>');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  marks.set([mark], '#a');
  expect(missing).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20_000);
  expect(missing).toHaveBeenCalledOnce();
});

test('at the end every mark is off', async () => {
  put(PAGE);
  marks.set([markOf('#a')]);
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  end.abort();
  expect(CSS.highlights.has('w-1')).toBe(false);
  marks.set([markOf('#b')]);
  expect(CSS.highlights.has('w-1')).toBe(false);
});
