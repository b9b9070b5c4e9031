import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../../domain/failure.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import type { Selector } from '../../domain/selector.ts';
import { addressAtPassage } from '../../domain/textFragment.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { grantedSites } from './access.ts';
import { activeTab } from './gestures.ts';
import { pageContent, revealWhenOpened } from './pages.ts';
import { askPageAfterInjecting } from './pageScript.ts';

interface Passage {
  readonly id: string;
  readonly address: string;
  readonly selectors: readonly Selector[];
}

/**
 * Open a clip's page at its passage: in the tab in front when that shows the page, else in a new one.
 * Where Whence has no access to the page, the browser finds the passage by the address's text directive.
 */
export async function openAtPassage(database: WhenceDatabase, { id, address, selectors }: Passage): Promise<Result<undefined>> {
  if (!/^(?:https?|file):/i.test(address)) return fail('page-closed-to-extensions');
  const tab = await activeTab();
  if (tab?.id !== undefined && tab.url && pageKey(tab.url) === pageKey(address)) {
    const { marks } = await pageContent(database, pageKey(address));
    const revealed = await askPageAfterInjecting(tab.id, 'setMarks', { marks, reveal: id });
    if (revealed.ok) return ok(undefined);
  }
  const hasAccess = (await grantedSites()).length > 0 && (await browser.permissions.contains({ origins: [originPattern(address)] }));
  if (hasAccess) await revealWhenOpened(pageKey(address), id);
  await browser.tabs.create({ url: hasAccess ? address : addressAtPassage(address, selectors) });
  return ok(undefined);
}

const originPattern = (address: string): string => {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
};
