import { browser } from 'wxt/browser';
import { signal, type ReadonlySignal } from '@preact/signals';
import { PDF_VIEW, shownAddress } from '../domain/pdfView.ts';
import { isClosedToExtensions, pageKey } from '../domain/pageAddress.ts';

/** The page that the person is looking at, as far as the browser tells: without access its address is unknown. */
export interface CurrentPage {
  readonly tabId: number;
  readonly windowId: number;
  readonly title: string;
  readonly address: string | undefined;
  readonly pageKey: string | undefined;
  readonly isClosed: boolean;
  /** It is a PDF in our own view. */
  readonly isPdfView: boolean;
}

/**
 * Follows the active tab of the window that the surface stands in. `isGranted`: the surface was opened by a gesture
 * that lets us see every page but the browser's own.
 */
export function followCurrentPage(
  end: AbortSignal,
  { isGranted }: { readonly isGranted: boolean },
): ReadonlySignal<CurrentPage | undefined> {
  const page = signal<CurrentPage | undefined>(undefined);
  const look = async (): Promise<void> => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (end.aborted || tab?.id === undefined) return;
    const view = browser.runtime.getURL(PDF_VIEW);
    const address = tab.url ? shownAddress(tab.url, view) : undefined;
    const isPdfView = tab.url?.startsWith(view) ?? false;
    const next = {
      tabId: tab.id,
      windowId: tab.windowId ?? -1,
      title: tab.title ?? '',
      address,
      pageKey: address === undefined ? undefined : pageKey(address),
      isClosed: isPdfView ? false : address === undefined ? isGranted : isClosedToExtensions(address),
      isPdfView,
    };
    // any tab's progress calls here; only a change is one
    const last = page.peek();
    if (last?.tabId !== next.tabId || last.address !== next.address || last.title !== next.title) page.value = next;
  };
  const onChange = (): void => void look();
  browser.tabs.onActivated.addListener(onChange);
  browser.tabs.onUpdated.addListener(onChange);
  end.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onChange);
    browser.tabs.onUpdated.removeListener(onChange);
  });
  onChange();
  return page;
}
