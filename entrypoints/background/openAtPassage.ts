import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../../domain/failure.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';
import { addressAtPassage } from '../../domain/textFragment.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { pdfPageOf } from '../../domain/pdfView.ts';
import { isOpenedTo } from './access.ts';
import { activeTab } from './gestures.ts';
import { pageContent, revealWhenOpened, withMark } from './pages.ts';
import { askPageAfterInjecting } from './pageScript.ts';
import { openInPdfView } from './pdfView.ts';

interface Passage {
  readonly address: string;
  /** Absent for what has no place in its page. */
  readonly mark: Mark | undefined;
}

/**
 * Open a clip's page at its passage: in the tab in front when that shows the page, else in a new one.
 * Where Whence has no access to the page, the browser finds the passage by the address's text directive.
 */
export async function openAtPassage(database: WhenceDatabase, { address, mark }: Passage): Promise<Result<undefined>> {
  if (!/^(?:https?|file):/i.test(address)) return fail('page-closed-to-extensions');
  if (mark && pdfPageOf(mark.selectors) !== undefined) return openInPdfView(database, address, mark);
  const tab = await activeTab();
  if (mark && tab?.id !== undefined && tab.url && pageKey(tab.url) === pageKey(address)) {
    const { marks } = await pageContent(database, pageKey(address));
    const revealed = await askPageAfterInjecting(tab.id, 'setMarks', { marks: withMark(marks, mark), reveal: mark.id });
    if (revealed.ok) return ok(undefined);
  }
  const hasAccess = await isOpenedTo(address);
  if (hasAccess && mark) await revealWhenOpened(pageKey(address), mark);
  await browser.tabs.create({ url: hasAccess || !mark ? address : addressAtPassage(address, mark.selectors) });
  return ok(undefined);
}
