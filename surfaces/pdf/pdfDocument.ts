import type * as Pdfjs from 'pdfjs-dist';
import { fail, ok, type Result } from '../../domain/failure.ts';
import { textBlocks, type TextBlock, type TextItem } from './textBlocks.ts';

/** Width and height of a page at its own size, in points (1/72 inch). */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** An opened PDF. Pages count from 1. */
export interface PdfDocument {
  readonly pageCount: number;
  /** What it states of itself, or is made from its bytes: the same bytes have the same. */
  readonly fingerprint: string;
  /** The dictionary and the XMP metadata, unparsed: whatever a PDF's maker put there. */
  readonly metadata: () => Promise<{ readonly info: unknown; readonly xmp: (name: string) => unknown }>;
  readonly pageSize: (page: number) => Promise<PageSize>;
  readonly text: (page: number) => Promise<readonly TextBlock[]>;
  /** Paint a page into a canvas, `scale` times as large as it is. Ends quietly with the signal. */
  readonly paint: (page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
}

/** Where script/pdfFiles.ts puts the library in the build. */
const FOLDER = '/pdf/';

/** A picture with more pixels than this is left out: it would take gigabytes. */
const LARGEST_IMAGE = 100_000_000;

/**
 * Open the bytes of a PDF, which are given away. The library has no way to run a PDF's scripts here: its sandbox for them
 * is not delivered, and our policy forbids what it would need.
 */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal): Promise<Result<PdfDocument>> {
  const folder = new URL(FOLDER, location.href).href;
  // the type is the package's own; the file is the package's, copied whole
  const pdfjs = (await import(/* @vite-ignore */ `${folder}pdf.mjs`)) as typeof Pdfjs;
  pdfjs.GlobalWorkerOptions.workerSrc = `${folder}pdf.worker.mjs`;
  const loading = pdfjs.getDocument({
    data: bytes,
    cMapUrl: `${folder}cmaps/`,
    standardFontDataUrl: `${folder}fonts/`,
    wasmUrl: `${folder}decoders/`,
    useWasm: false,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  signal.addEventListener('abort', () => void loading.destroy());
  try {
    const opened = await loading.promise;
    return ok(wrap(pdfjs, opened, () => void loading.destroy()));
  } catch (error) {
    return fail(error instanceof pdfjs.PasswordException ? 'pdf-locked' : 'pdf-unreadable');
  }
}

function wrap(pdfjs: typeof Pdfjs, opened: Pdfjs.PDFDocumentProxy, close: () => void): PdfDocument {
  return {
    pageCount: opened.numPages,
    fingerprint: opened.fingerprints[0] ?? '',
    async metadata() {
      // typed as always there; a PDF without XMP has none
      const { info, metadata }: { info: object; metadata: { get(name: string): unknown } | null } = await opened.getMetadata();
      return { info, xmp: (name) => metadata?.get(name) };
    },
    async pageSize(number) {
      const { width, height } = (await opened.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    },
    async text(number) {
      const page = await opened.getPage(number);
      const { items, styles } = await page.getTextContent();
      // without marked content, which was not asked for, every item is text
      const texts = items.filter((item): item is Extract<typeof item, TextItem> => 'str' in item);
      return textBlocks(texts, styles, page.getViewport({ scale: 1 }).transform);
    },
    async paint(number, canvas, scale, signal) {
      const page = await opened.getPage(number);
      if (signal.aborted) return;
      const viewport = page.getViewport({ scale });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const task = page.render({ canvas, viewport });
      signal.addEventListener('abort', () => task.cancel());
      try {
        await task.promise;
      } catch (error) {
        if (!(error instanceof pdfjs.RenderingCancelledException)) console.error(`Whence: page ${number} can't be painted`, error);
      } finally {
        page.cleanup();
      }
    },
    close,
  };
}
