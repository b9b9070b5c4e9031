import { browser } from 'wxt/browser';
import type { Envelope } from '../../messaging/send.ts';

/** Tell whichever composer shows a draft that there is more of it. */
export function tellComposers(id: string): void {
  // nobody hears it when none is open, which the browser calls an error
  browser.runtime.sendMessage({ whence: 'draftChanged', input: { id } } satisfies Envelope).catch(() => undefined);
}
