import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tellComposers } from '../../entrypoints/background/composers.ts';
import { idOf } from '../storage/samples.ts';

beforeEach(() => fakeBrowser.reset());

it('what was added to a draft is told to our own pages, and to the tab in front: Firefox tells a frame in a page no other way', async () => {
  const [toPages, toTab] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  fakeBrowser.runtime.sendMessage = toPages;
  fakeBrowser.tabs.sendMessage = toTab;
  const tab = await fakeBrowser.tabs.create({ url: 'https://a.example/', active: true });
  tellComposers(idOf(1));
  const message = { whence: 'draftChanged', input: { id: idOf(1) } };
  await vi.waitFor(() => expect(toTab).toHaveBeenCalledWith(tab.id, message));
  expect(toPages).toHaveBeenCalledWith(message);
});
