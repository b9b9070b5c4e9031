import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FoundMark } from '../../page/foundMark.ts';
import { watchPointer, type Point } from '../../page/pointerWatch.ts';
import { one } from './present.ts';

let end: AbortController;
const hovered = vi.fn<(marks: readonly FoundMark[], point: Point) => void>();
const pressed = vi.fn<(mark: FoundMark | undefined) => void>();
const mark: FoundMark = {
  mark: { id: 'a', part: 0, why: '', colour: 'mine', selectors: [] },
  quality: 'exact',
  text: '',
  range: document.createRange(),
};
beforeEach(() => {
  vi.clearAllMocks();
  document.body.innerHTML =
    '<p id="marked">Marked words <a href="#there">with a link</a> <button>and a button</button></p><p id="other">Other words of the page</p>';
  end = new AbortController();
  const { watch } = watchPointer(
    {
      marksAt: ({ x, y }) => (document.elementFromPoint(x, y)?.closest('#marked') ? [mark] : []),
      onHover: hovered,
      onPress: pressed,
    },
    end.signal,
  );
  watch(window);
  watch(window);
});
afterEach(() => {
  vi.useRealTimers();
  end.abort();
  getSelection()?.removeAllRanges();
  history.replaceState(null, '', location.pathname + location.search);
  document.body.replaceChildren();
});

const opened = (): unknown[] => pressed.mock.calls.filter(([found]) => found);

test('a pointer that rests on a mark is told once, and so is its leaving', async () => {
  await userEvent.hover(one('#marked'), { position: { x: 10, y: 8 } });
  await vi.waitFor(() => expect(hovered.mock.lastCall?.[0]).toEqual([mark]));
  const calls = hovered.mock.calls.length;
  await userEvent.hover(one('#marked'), { position: { x: 14, y: 8 } });
  await userEvent.hover(one('#other'), { position: { x: 10, y: 8 } });
  await vi.waitFor(() => expect(hovered.mock.lastCall?.[0]).toEqual([]));
  expect(hovered.mock.calls.length).toBe(calls + 1);
});

test('a mark that is pressed is told once, after the page had its turn', async () => {
  await userEvent.click(one('#marked'), { position: { x: 10, y: 8 } });
  await vi.waitFor(() => expect(pressed.mock.calls).toEqual([[mark]]));
});

test.each([
  ['a link inside it', () => userEvent.click(one('a'))],
  ['a button inside it', () => userEvent.click(one('button'))],
  ['other words', () => userEvent.click(one('#other'))],
])('pressing %s is a press elsewhere', async (_, press) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await press();
  vi.advanceTimersByTime(1_000);
  expect(pressed.mock.calls).toEqual([[undefined]]);
});

test.each([
  ['a double click, which selects a word', () => userEvent.dblClick(one('#marked'), { position: { x: 10, y: 8 } })],
  [
    'a press that the page takes for itself',
    async () => {
      one('#marked').addEventListener('click', (event) => event.preventDefault(), { once: true });
      await userEvent.click(one('#marked'), { position: { x: 10, y: 8 } });
    },
  ],
  [
    'a drag',
    () => userEvent.dragAndDrop(one('#marked'), one('#marked'), { sourcePosition: { x: 5, y: 8 }, targetPosition: { x: 60, y: 8 } }),
  ],
  [
    'a press made by the page',
    async () => one('#marked').dispatchEvent(new PointerEvent('pointerup', { bubbles: true, clientX: 20, clientY: 20 })),
  ],
])('%s opens nothing', async (_, press) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await press();
  vi.advanceTimersByTime(1_000);
  expect(opened()).toEqual([]);
});

test('after the end nothing is told', async () => {
  end.abort();
  await userEvent.click(one('#marked'), { position: { x: 10, y: 8 } });
  await userEvent.click(one('#other'), { position: { x: 10, y: 8 } });
  expect(pressed).not.toHaveBeenCalled();
});
