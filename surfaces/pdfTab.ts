import { browser } from 'wxt/browser';
import { isPdfAddress, PDF_VIEW, pdfViewAddress } from '../domain/pdfView.ts';
import type { CurrentPage } from './currentPage.ts';

/** Open our view of a PDF in a tab of its own: the browser's stays, and with it what it knows the person by. */
export async function openPdfView(address: string): Promise<void> {
  await browser.tabs.create({ url: pdfViewAddress(browser.runtime.getURL(PDF_VIEW), address) });
}

/** Whether a tab shows a PDF in the browser's own viewer, as far as the browser tells. */
export async function isPdfTab({ tabId, address, title }: CurrentPage): Promise<boolean> {
  if (address === undefined || !/^(?:https?|file):/.test(address)) return false;
  if (isPdfAddress(address) || /\.pdf$/i.test(title)) return true;
  try {
    const [answered] = await browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType });
    return answered?.result === 'application/pdf';
  } catch {
    return false; // no script may run there
  }
}
