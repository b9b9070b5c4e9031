import { browser } from 'wxt/browser';
import { cardId } from '../../finding/readCards.ts';
import type { Searched } from '../../storage/rows.ts';
import { cardAddress } from '../../surfaces/cardAddress.ts';
import { withDatabase } from './database.ts';
import { openKept } from './openKept.ts';

/** Open a card at its passage; where it has none, by itself in the library, whose address is given to `show`. */
export async function openCard(one: Searched, show: (url: string) => Promise<unknown>): Promise<void> {
  const opened = one.kind === 'decision' ? undefined : await withDatabase((database) => openKept(database, one));
  if (!opened?.ok) await show(browser.runtime.getURL(cardAddress({ kind: one.kind, id: cardId(one) })));
}
