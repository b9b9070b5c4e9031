import { browser } from 'wxt/browser';
import type { Searched } from '../../storage/rows.ts';
import { withDatabase } from './database.ts';
import { openKept } from './openKept.ts';

/** Open a card at its passage; where it has none, by itself in the library, whose address is given to `show`. */
export async function openCard(one: Searched, show: (url: string) => Promise<unknown>): Promise<void> {
  const opened = one.kind === 'decision' ? undefined : await withDatabase((database) => openKept(database, one));
  if (!opened?.ok) await show(browser.runtime.getURL(`/library.html#card=${one.id}`));
}
