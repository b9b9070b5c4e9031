import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { describeRange } from '../../anchoring/index.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';
import type { Sighting } from '../../domain/sighting.ts';
import { createMarks, type Marks } from '../../page/marks.ts';
import { one, present } from './present.ts';
import { recordShadowRoots } from './shadowRoots.ts';

let end: AbortController;
let marks: Marks;
const missing = vi.fn<() => void>();
const sighted = vi.fn<(sightings: Sighting[]) => void>();
const pressed = vi.fn<(id: string | undefined) => void>();
let roots: ReturnType<typeof recordShadowRoots>;
beforeEach(() => {
  vi.clearAllMocks();
  roots = recordShadowRoots();
  end = new AbortController();
  marks = createMarks(document, end.signal, { onMissing: missing, onSightings: sighted, onPress: pressed });
});
afterEach(() => {
  end.abort();
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
  scrollTo(0, 0);
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

const painted = (name: `w-${number}` = 'w-1'): string[] => [...(CSS.highlights.get(name) ?? [])].map(String);
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

test('a place that may be another one with the same words is marked as uncertain', async () => {
  put(`<p id="a">same words</p>${'<p>same words</p>'.repeat(30)}`);
  const mark = { ...markOf('#a'), selectors: [{ type: 'TextQuoteSelector', exact: 'same words' } as const] };
  put(`<p id="b">A passage that stands alone.</p>${'<p>same words</p>'.repeat(30)}`);
  marks.set([mark, markOf('#b')]);
  await vi.waitFor(() => expect(painted()).toEqual(['A passage that stands alone.']));
  expect(painted('w-6')).toEqual(['same words']);
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

const bubble = (): string | undefined =>
  roots()
    .filter(({ host }) => host.isConnected)
    .flatMap((root) => root.querySelector<HTMLElement>('[role=status]')?.innerText ?? [])[0];

test('the why of a passage is shown while the pointer rests on it, and goes with the pointer', async () => {
  put(PAGE);
  marks.set([{ ...markOf('#b', 'shared'), why: 'It settled the matter', by: 'Ada' }]);
  await vi.waitFor(() => expect(painted('w-2')).toHaveLength(1));
  await userEvent.hover(one('#b'), { position: { x: 20, y: 8 } });
  await vi.waitFor(() => expect(bubble()).toBe('It settled the matter\n\nby Ada'));
  expect(document.activeElement).toBe(document.body);
  await userEvent.hover(one('#a'), { position: { x: 20, y: 8 } });
  await vi.waitFor(() => expect(bubble()).toBeUndefined());
});

test('a mark that is pressed opens its clip; pressing elsewhere is told too', async () => {
  put(PAGE);
  marks.set([markOf('#a')]);
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  await userEvent.click(one('#a'), { position: { x: 20, y: 8 } });
  await vi.waitFor(() => expect(pressed.mock.calls).toEqual([['#a']]));
  await userEvent.click(one('#b'), { position: { x: 20, y: 8 } });
  expect(pressed.mock.calls).toEqual([['#a'], [undefined]]);
});

test('jumping goes from mark to mark in the page’s order and around, with its why and which one it is', async () => {
  put(`${PAGE}<div style="height:3000px"></div><p id="c">The last passage, far below the others.</p>`);
  marks.set([
    { ...markOf('#c'), why: 'third' },
    { ...markOf('#a'), why: 'first' },
    { ...markOf('#b'), why: 'second' },
  ]);
  const seen: (string | undefined)[] = [];
  for (const direction of ['next', 'next', 'next', 'next', 'previous'] as const) {
    expect(await marks.jump(direction)).toBe(3);
    seen.push(bubble()?.split('\n')[0]);
    const { top } = firstRange('w-3').getBoundingClientRect();
    expect(top >= 0 && top < innerHeight).toBe(true);
  }
  expect(seen).toEqual(['first', 'second', 'third', 'first', 'third']);
  expect(bubble()).toContain('3 of 3');
});

test('Enter opens the clip that was jumped to, as long as its why is shown', async () => {
  put(PAGE);
  marks.set([markOf('#a')]);
  await marks.jump('next');
  await userEvent.keyboard('{Enter}');
  expect(pressed).toHaveBeenCalledExactlyOnceWith('#a');
  await userEvent.keyboard('{Enter}');
  expect(pressed).toHaveBeenCalledOnce();
});

test('on a page without marks there is nothing to jump to', async () => {
  put(PAGE);
  expect(await marks.jump('next')).toBe(0);
  expect(bubble()).toBeUndefined();
});
