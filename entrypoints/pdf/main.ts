import { browser } from 'wxt/browser';
import { ok } from '../../domain/failure.ts';
import { pdfPageOf, pdfPageSelector } from '../../domain/pdfView.ts';
import { pageCalls } from '../../messaging/pageProtocol.ts';
import type { CallName, Input, OpenedPage } from '../../messaging/protocol.ts';
import { answer } from '../../messaging/receive.ts';
import { ask } from '../../messaging/send.ts';
import { mediaTools } from '../../page/mediaTools.ts';
import { pageTools } from '../../page/pageTools.ts';
import { startPageSide, type PageSide } from '../../page/startPageSide.ts';
import { mountPdf } from '../../surfaces/mountPdf.tsx';
import type { ShownPdf } from '../../surfaces/pdf/pdfModel.ts';

// how passages are marked in every page; built by entrypoints/clip.content
const marks = document.createElement('link');
marks.rel = 'stylesheet';
marks.href = '/content-scripts/clip.css';
document.head.append(marks);

/** A passage with the page of the PDF that it begins on. */
const readCaptureIn =
  ({ source, pages }: ShownPdf): typeof pageTools.readCapture =>
  (view, ...rest) => {
    const capture = { ...pageTools.readCapture(view, ...rest), source };
    const selection = view.getSelection();
    const page = selection?.rangeCount ? pages.pageOf(selection.getRangeAt(0).startContainer) : undefined;
    if (capture.selectors.length === 0 || page === undefined) return capture;
    // the view's own elements have no names that would mean anything in the PDF
    const selectors = capture.selectors.filter(({ type }) => type !== 'FragmentSelector');
    return { ...capture, selectors: [...selectors, pdfPageSelector(page)] };
  };

/** What is said about the view's page is about the PDF. */
function aboutPdf<N extends CallName>({ source }: ShownPdf, input: Input<N>): Input<N> {
  if (typeof input !== 'object' || input === null) return input;
  const { address } = source;
  // fields that the call has anyway, with what they are of
  return {
    ...input,
    ...('address' in input && { address }),
    ...('from' in input && { from: '' }),
    ...('capture' in input && { capture: { ...(input.capture as object), source } }),
  };
}

const askIn = (pdf: ShownPdf): PageSide['ask'] =>
  async function askAboutPdf(name, input) {
    const answered = await ask(name, aboutPdf<typeof name>(pdf, input));
    if (name !== 'pageOpened' || !answered.ok) return answered;
    // the name says whose answer it is, which is not seen through the type parameter
    const { marks: kept, reveal } = answered.value as OpenedPage;
    const page = pdfPageOf(kept.find(({ id }) => id === reveal)?.selectors ?? []);
    if (page !== undefined) pdf.pages.show(page);
    // a passage whose page was not read yet would count as missing
    if (kept.length > 0) await pdf.pages.isRead;
    return answered;
  };

mountPdf((pdf) => {
  startPageSide({
    view: window,
    ask: askIn(pdf),
    answer: (handlers) => answer(pageCalls, handlers),
    loadTools: async () => ok({ ...pageTools, readCapture: readCaptureIn(pdf) }),
    loadMediaTools: async () => ok(mediaTools),
    composerAddress: (draftId) => `${browser.runtime.getURL('/composer-window.html')}#${draftId}`,
    isAlive: () => true,
    signal: pdf.end,
  });
});
