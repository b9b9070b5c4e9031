import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSelection } from '../../page/selectionWatch.ts';
import { one } from './present.ts';

let end: AbortController;
const told = vi.fn<(range: Range | null) => void>();
beforeEach(() => {
  getSelection()?.removeAllRanges();
  told.mockReset();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const watch = (): void => watchSelection(window, end.signal, told);
const words = (): (string | undefined)[] => told.mock.calls.map(([range]) => range?.toString());

function put(markup: string): void {
  document.body.innerHTML = markup;
}
const select = (selector: string): void => getSelection()?.selectAllChildren(one(selector));

/** Select, and let more time go by than a selection takes to settle. */
async function selectAndSettle(selector: string): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const changed = new Promise((resolve) => document.addEventListener('selectionchange', resolve, { once: true }));
  select(selector);
  await changed;
  vi.advanceTimersByTime(1_000);
}

test('a selection is told once it has settled, and its end at once', async () => {
  put('<p>One two</p>');
  watch();
  select('p');
  await vi.waitFor(() => expect(words()).toContain('One two'));
  getSelection()?.removeAllRanges();
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(null));
});

test('what was selected before is told too', async () => {
  put('<p>One two</p>');
  select('p');
  watch();
  await vi.waitFor(() => expect(words()).toContain('One two'));
});

test('while the pointer is down nothing has settled', async () => {
  put('<p>One two</p><b>three</b>');
  watch();
  dispatchEvent(new PointerEvent('pointerdown'));
  await selectAndSettle('p');
  expect(words()).not.toContain('One two');
  dispatchEvent(new PointerEvent('pointerup'));
  vi.advanceTimersByTime(1_000);
  expect(words()).toContain('One two');
});

test.each([
  ['white space', '<p> \u00a0 </p>'],
  ['a text that the person edits', '<p contenteditable>One two</p>'],
])('%s is no selection', async (_, markup) => {
  put(`${markup}<b>marker</b>`);
  watch();
  one('p').focus();
  await selectAndSettle('p');
  expect(words().filter(Boolean)).toEqual([]);
});
