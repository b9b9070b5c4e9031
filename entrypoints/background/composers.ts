import { browser } from 'wxt/browser';
import type { Envelope } from '../../messaging/send.ts';

/** Tell whichever composer shows a draft that there is more of it. */
export function tellComposers(id: string): void {
  const changed: Envelope = { whence: 'draftChanged', input: { id } };
  // nobody hears it when none is open, which the browser calls an error
  browser.runtime.sendMessage(changed).catch(() => undefined);
  void tellTabsInFront(changed);
}

/** In Firefox a frame of ours in a page hears only what is sent to its tab. */
async function tellTabsInFront(changed: Envelope): Promise<void> {
  const tabs = await browser.tabs.query({ active: true });
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : browser.tabs.sendMessage(id, changed))));
}
