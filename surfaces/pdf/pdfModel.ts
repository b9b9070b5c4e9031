import { signal, type ReadonlySignal } from '@preact/signals';
import type { Source } from '../../domain/clip.ts';
import { fail, type Failure, type Result } from '../../domain/failure.ts';
import { chosenPdfAddress } from '../../domain/pdfView.ts';
import { LARGEST_PDF } from './fetchPdf.ts';
import type { PdfDocument } from './pdfDocument.ts';
import type { PdfPages } from './pdfPages.ts';
import { fileName, pdfSource } from './pdfSource.ts';

/** A PDF that is shown, until `end`. */
export interface ShownPdf {
  readonly source: Source;
  readonly pageCount: number;
  readonly pages: PdfPages;
  readonly end: AbortSignal;
}

export type PdfState =
  /** Nothing was asked for. */
  | { readonly at: 'start'; readonly failure?: Failure }
  | { readonly at: 'opening'; readonly share?: number }
  /** A file of this device: the person has to choose it. */
  | { readonly at: 'on-device'; readonly name: string; readonly failure?: Failure }
  | { readonly at: 'failed'; readonly failure: Failure }
  | { readonly at: 'open'; readonly pdf: ShownPdf; readonly hasText: boolean };

export interface PdfModel {
  readonly state: ReadonlySignal<PdfState>;
  /** Open what the view's address names, or the start. */
  readonly openAddress: (address: string | undefined) => Promise<void>;
  /** Open a file that the person chose: what the view's address names, or another one. */
  readonly openFile: (file: File) => Promise<void>;
}

interface Adapters {
  readonly fetchPdf: (
    address: string,
    options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
  ) => Promise<Result<Uint8Array>>;
  readonly openPdf: (bytes: Uint8Array, signal: AbortSignal) => Promise<Result<PdfDocument>>;
  readonly createPages: (pdf: PdfDocument, end: AbortSignal) => Promise<PdfPages>;
  /** The PDF is shown, under the address in its source. */
  readonly onShown: (pdf: ShownPdf) => void;
}

/** The state of the PDF view: one PDF at a time. */
export function pdfModel({ fetchPdf, openPdf, createPages, onShown }: Adapters): PdfModel {
  const state = signal<PdfState>({ at: 'start' });
  let address: string | undefined;
  let ending = new AbortController();

  const begin = (): AbortSignal => {
    ending.abort();
    ending = new AbortController();
    state.value = { at: 'opening' };
    return ending.signal;
  };
  const refused = (failure: Failure): void => {
    const isFile = address === undefined || address.startsWith('file:');
    if (!isFile) state.value = { at: 'failed', failure };
    else state.value = address === undefined ? { at: 'start', failure } : { at: 'on-device', name: fileName(address), failure };
  };
  const show = async (bytes: Uint8Array, end: AbortSignal, addressOf: (pdf: PdfDocument) => string): Promise<void> => {
    const opened = await openPdf(bytes, end);
    if (end.aborted) return;
    if (!opened.ok) return refused(opened.error);
    address = addressOf(opened.value);
    const [source, pages] = await Promise.all([pdfSource(opened.value, address), createPages(opened.value, end)]);
    if (end.aborted) return;
    const pdf: ShownPdf = { source, pageCount: opened.value.pageCount, pages, end };
    state.value = { at: 'open', pdf, hasText: true };
    onShown(pdf);
    const hasText = await pages.isRead;
    if (!end.aborted) state.value = { at: 'open', pdf, hasText };
  };

  return {
    state,
    async openAddress(wanted) {
      const end = begin();
      address = wanted;
      if (wanted === undefined) state.value = { at: 'start' };
      else if (wanted.startsWith('file:')) state.value = { at: 'on-device', name: fileName(wanted) };
      else {
        const fetched = await fetchPdf(wanted, {
          signal: end,
          onProgress: (share) => {
            if (!end.aborted) state.value = { at: 'opening', share };
          },
        });
        if (end.aborted) return;
        if (fetched.ok) await show(fetched.value, end, () => wanted);
        else refused(fetched.error);
      }
    },
    async openFile(file) {
      // a file in the place of what is shown already is another PDF
      const asked = state.value.at === 'open' ? undefined : address;
      const end = begin();
      address = asked;
      if (file.size > LARGEST_PDF) return refused(fail('pdf-too-large', { limit: LARGEST_PDF }).error);
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        return refused(fail('pdf-unreadable').error);
      }
      if (!end.aborted) await show(bytes, end, (pdf) => addressOfChosen(asked, file.name, pdf.fingerprint));
    },
  };
}

/** A chosen file is what was asked for, unless that one is known by a fingerprint and this has another. */
function addressOfChosen(asked: string | undefined, name: string, fingerprint: string): string {
  const known = asked?.startsWith('file:') ? URL.parse(asked)?.searchParams.get('pdf') : undefined;
  return asked !== undefined && (!known || known === fingerprint) ? asked : chosenPdfAddress(name, fingerprint);
}
