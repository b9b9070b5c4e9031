import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as finding from '../../entrypoints/background/finder.ts';
import { listenForOmnibox } from '../../entrypoints/background/omnibox.ts';
import { noteSuggested } from '../../entrypoints/background/suggested.ts';
import { idOf } from '../storage/samples.ts';

let type: (text: string, suggest: (found: readonly unknown[]) => void) => void;
let enter: (text: string, disposition: string) => void;
const unhandled = vi.fn();
const update = vi.fn();
const create = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  for (const one of [unhandled, update, create]) one.mockReset();
  update.mockResolvedValue({ id: 1 });
  create.mockResolvedValue({ id: 2 });
  const omnibox = {
    setDefaultSuggestion: vi.fn(),
    onInputStarted: { addListener: vi.fn() },
    onInputChanged: { addListener: (listener: typeof type) => (type = listener) },
    onInputEntered: { addListener: (listener: typeof enter) => (enter = listener) },
  };
  vi.spyOn(browser, 'omnibox', 'get').mockReturnValue(omnibox as unknown as typeof browser.omnibox); // what is used of it
  vi.spyOn(browser.tabs, 'update').mockImplementation(update);
  vi.spyOn(browser.tabs, 'create').mockImplementation(create);
  listenForOmnibox();
});

it('a decision is shown by its own address in the tab in front', async () => {
  const decision = { id: idOf(5), kind: 'decision', reason: 'Which layout?', source: '', matches: [], status: 'open' } as const;
  const [content = ''] = await noteSuggested([decision], 'lay');
  enter(content, 'currentTab');
  await vi.waitFor(() => expect(update).toHaveBeenCalledWith({ url: expect.stringContaining(`/library.html#card=decision/${idOf(5)}`) }));
  expect(create).not.toHaveBeenCalled();
});

it('when that tab is gone, another one shows it', async () => {
  update.mockRejectedValue(new Error('No tab with id: 1'));
  enter('grid', 'currentTab');
  await vi.waitFor(() => expect(create).toHaveBeenCalledWith({ url: expect.stringContaining('q=grid'), active: true }));
});

it('what fails leaves the address bar without suggestions, and nothing unhandled', async () => {
  process.on('unhandledRejection', unhandled);
  vi.spyOn(finding, 'openedFinder').mockRejectedValue(new Error('the database is closed'));
  const suggest = vi.fn();
  type('grid', suggest);
  await vi.waitFor(() => expect(suggest).toHaveBeenCalledWith([]));
  create.mockRejectedValue(new Error('No window'));
  enter('grid', 'newForegroundTab');
  await vi.waitFor(() => expect(create).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve));
  expect(unhandled).not.toHaveBeenCalled();
  process.off('unhandledRejection', unhandled);
});
