import { useEffect, useState } from 'preact/hooks';
import { v7 } from 'uuid';
import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import type { Source } from '../domain/clip.ts';
import { KEPT } from '../domain/limits.ts';
import { siteOf } from '../domain/pageAddress.ts';
import { words } from '../locales/index.ts';
import { ask } from '../messaging/send.ts';
import type { AppModel } from './appModel.ts';
import type { CurrentPage } from './currentPage.ts';
import { isPdfTab, openPdfView } from './pdfTab.ts';
import './PageOffers.css';

export interface PageOffersProps {
  readonly page: CurrentPage;
  readonly model: AppModel;
  /** After something was opened in a tab. */
  readonly onOpened: () => void;
}

/** What can be done with a page in which Whence can't clip as in others: a PDF, and what belongs to the browser. */
export function PageOffers({ page, model, onOpened }: PageOffersProps) {
  const [isPdf, setPdf] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    setPdf(false);
    if (!page.isPdfView && !page.isClosed) void isPdfTab(page).then((is) => isCurrent && setPdf(is));
    return () => {
      isCurrent = false;
    };
  }, [page]);

  const { address } = page;
  if (isPdf && address !== undefined) {
    return (
      <div class="page-offers">
        <Notice kind="info" title={words.unread.pdf} detail={words.unread.pdfDetail}>
          <Button onClick={() => void openPdfView(address).then(onOpened)}>{words.unread.openPdf}</Button>
        </Notice>
      </div>
    );
  }
  if (!page.isClosed) return null;
  const begin = async (isPasting: boolean): Promise<void> => {
    const begun = await ask('beginNote', { id: v7(), source: sourceOf(page) });
    if (begun.ok) model.sheet.value = { at: 'compose', draftId: begun.value.id, isPasting };
    else model.message.value = { failure: begun.error };
  };
  return (
    <div class="page-offers page-offers-closed">
      <Button look="primary" icon="copy" onClick={() => void begin(true)}>
        {words.unread.use}
      </Button>
      <Button icon="edit" onClick={() => void begin(false)}>
        {words.unread.note}
      </Button>
    </div>
  );
}

/** What the browser tells of its own page. Of some it keeps even the address to itself. */
function sourceOf({ address, title }: CurrentPage): Source {
  if (address === undefined || address.length > KEPT.address) return { address: 'about:blank', title: words.unread.browserPage };
  return { address, title: title.slice(0, KEPT.title) || siteOf(address) };
}
