import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../components/styles/base.css';
import { fail } from '../domain/failure.ts';
import { siteOf } from '../domain/pageAddress.ts';
import { PDF_VIEW, pdfOfView, pdfViewAddress } from '../domain/pdfView.ts';
import { ask } from '../messaging/send.ts';
import { fetchPdf } from './pdf/fetchPdf.ts';
import { openPdf } from './pdf/pdfDocument.ts';
import { pdfModel, type ShownPdf } from './pdf/pdfModel.ts';
import { createPdfPages } from './pdf/pdfPages.ts';
import { PdfView } from './pdf/PdfView.tsx';
import { siteOrigins } from './siteAccess.ts';

/** Mount the view of PDFs. `onShown` hears of each PDF once its pages stand. */
export function mountPdf(onShown: (pdf: ShownPdf) => void): void {
  const root = document.getElementById('app');
  const container = document.getElementById('pages');
  if (!root || !container) return;
  const address = pdfOfView(location.href);
  const model = pdfModel({
    async fetchPdf(wanted, options) {
      const fetched = await fetchPdf(wanted, { fetch: (input, init) => fetch(input, init), ...options });
      // plain http is forbidden by our policy, whatever the person would allow
      const origins = wanted.startsWith('https:') ? siteOrigins(wanted) : undefined;
      if (fetched.ok || fetched.error.code !== 'pdf-out-of-reach' || !origins || (await browser.permissions.contains(origins)))
        return fetched;
      return fail('pdf-not-allowed', { site: siteOf(wanted) });
    },
    openPdf,
    createPages: (pdf, end) => createPdfPages(container, pdf, end),
    onShown(pdf) {
      document.title = pdf.source.title;
      // what the background is told by the browser is the address that this view has; a chosen file comes without one
      if (pdf.source.address !== address?.split('#', 1)[0]) history.replaceState(null, '', pdfViewAddress(PDF_VIEW, pdf.source.address));
      const [, page] = /#(?:.*&)?page=(\d+)/.exec(address ?? '') ?? [];
      if (page) pdf.pages.show(Number(page));
      onShown(pdf);
    },
  });
  const isFileDrag = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (!isFileDrag(event)) return;
    event.preventDefault();
    document.body.classList.add('is-dropping');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) document.body.classList.remove('is-dropping');
  });
  document.addEventListener('drop', (event) => {
    document.body.classList.remove('is-dropping');
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void model.openFile(file);
  });
  render(
    <PdfView
      model={model}
      address={address}
      onAllow={() => {
        const origins = siteOrigins(address ?? '');
        // asked in the moment of the click: the browser takes no other
        if (origins) void browser.permissions.request(origins).then((isGranted) => (isGranted ? model.openAddress(address) : undefined));
      }}
      onClip={() => void ask('clipActiveTab', undefined)}
      onBrowserView={() => {
        const state = model.state.peek();
        if (state.at === 'open') void browser.tabs.create({ url: state.pdf.source.address });
      }}
    />,
    root,
  );
  void model.openAddress(address);
}
