import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../../domain/failure.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';
import type { Selector } from '../../domain/selector.ts';
import { addressAtPassage } from '../../domain/textFragment.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { isOpenedTo } from './access.ts';
import { activeTab } from './gestures.ts';
import { pageContent, revealWhenOpened, withMark } from './pages.ts';
import { askPageAfterInjecting } from './pageScript.ts';

interface Passage {
  readonly id: string;
  readonly address: string;
  readonly selectors: readonly Selector[];
  readonly colour: Mark['colour'];
}

/**
 * Open a clip's page at its passage: in the tab in front when that shows the page, else in a new one.
 * Where Whence has no access to the page, the browser finds the passage by the address's text directive.
 */
export async function openAtPassage(database: WhenceDatabase, { id, address, selectors, colour }: Passage): Promise<Result<undefined>> {
  if (!/^(?:https?|file):/i.test(address)) return fail('page-closed-to-extensions');
  const mark: Mark = { id, selectors: [...selectors], colour };
  const tab = await activeTab();
  if (tab?.id !== undefined && tab.url && pageKey(tab.url) === pageKey(address)) {
    const { marks } = await pageContent(database, pageKey(address));
    const revealed = await askPageAfterInjecting(tab.id, 'setMarks', { marks: withMark(marks, mark), reveal: id });
    if (revealed.ok) return ok(undefined);
  }
  const hasAccess = await isOpenedTo(address);
  if (hasAccess) await revealWhenOpened(pageKey(address), mark);
  await browser.tabs.create({ url: hasAccess ? address : addressAtPassage(address, selectors) });
  return ok(undefined);
}
