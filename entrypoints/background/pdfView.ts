import { browser } from 'wxt/browser';
import { ok, type Result } from '../../domain/failure.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import { PDF_VIEW, pdfOfView, pdfViewAddress } from '../../domain/pdfView.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';
import { askPage } from '../../messaging/send.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { pageContent, revealWhenOpened, withMark } from './pages.ts';

/** Open a PDF at a passage: in the view that shows it already, else in a new one. */
export async function openInPdfView(database: WhenceDatabase, address: string, mark: Mark): Promise<Result<undefined>> {
  const key = pageKey(address);
  const view = browser.runtime.getURL(PDF_VIEW);
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const shown = contexts.find(({ documentUrl }) => documentUrl?.startsWith(view) && pageKey(pdfOfView(documentUrl) ?? '') === key);
  if (shown && shown.tabId >= 0) {
    const { marks } = await pageContent(database, key);
    const revealed = await askPage(shown.tabId, 'setMarks', { marks: withMark(marks, mark), reveal: mark.id });
    if (revealed.ok) {
      await Promise.all([browser.tabs.update(shown.tabId, { active: true }), browser.windows.update(shown.windowId, { focused: true })]);
      return ok(undefined);
    }
  }
  await revealWhenOpened(key, mark);
  await browser.tabs.create({ url: pdfViewAddress(view, address) });
  return ok(undefined);
}
