import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForGestures } from '../../entrypoints/background/gestures.ts';

let choose: (info: { readonly menuItemId: string; readonly selectionText: string }) => void;
beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.commands.onCommand, 'addListener').mockImplementation(() => undefined);
  vi.spyOn(browser.contextMenus.onClicked, 'addListener').mockImplementation((listener) => {
    choose = listener as typeof choose; // ours reads no more of what was chosen
  });
  listenForGestures({ beginDraft: vi.fn() });
});

it.each([
  ['a few words', 'a few words'],
  ['x'.repeat(5_000), 'x'.repeat(400)],
  // not through the middle of a character
  [`${'x'.repeat(399)}🐝🐝`, 'x'.repeat(399)],
])('of what is selected no more is searched for than a search reads', async (selectionText, searched) => {
  const create = vi.spyOn(browser.tabs, 'create');
  choose({ menuItemId: 'search', selectionText });
  await vi.waitFor(() => expect(create).toHaveBeenCalled());
  expect(new URL(create.mock.lastCall?.[0].url ?? '').searchParams.get('q')).toBe(searched);
});
