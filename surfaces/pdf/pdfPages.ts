import { signal, type ReadonlySignal } from '@preact/signals';
import { pdf as words } from '../../locales/en/pdf.ts';
import type { PageSize, PdfDocument } from './pdfDocument.ts';
import { createMeasure, createTextLayer } from './textLayer.ts';
import './pdfPages.css';

/** The pages of a PDF in a document: each a picture with its text over it. */
export interface PdfPages {
  /** The page that is read, from 1. */
  readonly page: ReadonlySignal<number>;
  /** Times its size on paper. */
  readonly zoom: ReadonlySignal<number>;
  /** The text of every page is there; answers whether any was. */
  readonly isRead: Promise<boolean>;
  readonly show: (page: number) => void;
  /** A number, or the width of the window. */
  readonly setZoom: (zoom: number | 'width') => void;
  /** The page that a node stands on. */
  readonly pageOf: (node: Node) => number | undefined;
}

/** CSS pixels in a point. */
const POINT = 96 / 72;
const ZOOM = { least: 0.25, most: 5, widest: 1.4 } as const;
/** Pixels of the largest picture of a page; enlarged beyond it, the picture is less sharp. */
const MOST_PIXELS = 16_777_216;
/** How long a zoom rests before the pictures are painted anew, in milliseconds. */
const ZOOM_RESTS = 150;
/** CSS pixels beside a page. */
const MARGIN = 24;

export async function createPdfPages(container: HTMLElement, pdf: PdfDocument, end: AbortSignal): Promise<PdfPages> {
  const { ownerDocument: document } = container;
  const view = document.defaultView ?? globalThis;
  const measure = createMeasure(document);
  const sections: HTMLElement[] = [];
  const numbers = new WeakMap<Element, number>();
  const painted = new Map<number, AbortController>();
  const inSight = new Set<number>();
  const page = signal(1);
  const zoom = signal(1);
  let mode: number | 'width' = 'width';
  // until its turn comes, a page has the size of the first one
  const first = await pdf.pageSize(1);

  const setSize = (section: HTMLElement, { width, height }: PageSize): void => {
    section.style.setProperty('--width', String(width * POINT));
    section.style.setProperty('--height', String(height * POINT));
  };

  const paint = async (number: number): Promise<void> => {
    const section = sections[number - 1];
    if (!section) return;
    painted.get(number)?.abort();
    const round = new AbortController();
    painted.set(number, round);
    const canvas = document.createElement('canvas');
    canvas.className = 'pdf-picture';
    canvas.setAttribute('aria-hidden', 'true');
    const { width, height } = await pdf.pageSize(number);
    const wanted = zoom.peek() * POINT * view.devicePixelRatio;
    await pdf.paint(number, canvas, Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height))), AbortSignal.any([round.signal, end]));
    if (round.signal.aborted || end.aborted) return;
    section.querySelector('.pdf-picture')?.remove();
    section.prepend(canvas);
  };
  const unpaint = (number: number): void => {
    painted.get(number)?.abort();
    painted.delete(number);
    sections[number - 1]?.querySelector('.pdf-picture')?.remove();
  };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const number = numbers.get(target) ?? 0;
        if (isIntersecting) {
          inSight.add(number);
          if (!painted.has(number)) void paint(number);
        } else {
          inSight.delete(number);
          unpaint(number);
        }
      }
    },
    { rootMargin: '100% 0px' },
  );

  for (let number = 1; number <= pdf.pageCount; number++) {
    const section = document.createElement('section');
    section.className = 'pdf-page';
    section.setAttribute('aria-label', words.page(number));
    setSize(section, first);
    numbers.set(section, number);
    sections.push(section);
  }
  container.replaceChildren(...sections);

  const fitted = (): number => {
    const room = container.clientWidth - 2 * MARGIN;
    return Math.min(ZOOM.widest, Math.max(ZOOM.least, room / (first.width * POINT)));
  };
  let zoomTimer: ReturnType<typeof setTimeout> | undefined;
  const applyZoom = (): void => {
    const next = mode === 'width' ? fitted() : Math.min(ZOOM.most, Math.max(ZOOM.least, mode));
    if (next === zoom.peek() && container.style.getPropertyValue('--zoom') !== '') return;
    // what is read stays where it is
    const section = sections[page.peek() - 1];
    const share = section ? -section.getBoundingClientRect().top / Math.max(1, section.offsetHeight) : 0;
    zoom.value = next;
    container.style.setProperty('--zoom', String(next));
    if (section) view.scrollBy({ top: section.getBoundingClientRect().top + share * section.offsetHeight, behavior: 'instant' });
    clearTimeout(zoomTimer);
    zoomTimer = setTimeout(() => {
      for (const number of painted.keys()) void paint(number);
    }, ZOOM_RESTS);
  };
  applyZoom();
  for (const section of sections) observer.observe(section);
  new ResizeObserver((_entries, resized) => {
    if (end.aborted) resized.disconnect();
    else if (mode === 'width') applyZoom();
  }).observe(container);

  let isLooking = false;
  const look = (): void => {
    isLooking = false;
    const line = view.innerHeight / 3;
    let low = 0;
    let high = sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sections[middle]?.getBoundingClientRect().top ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    page.value = low + 1;
  };
  view.addEventListener(
    'scroll',
    () => {
      if (!isLooking) requestAnimationFrame(look);
      isLooking = true;
    },
    { passive: true, signal: end },
  );

  const readPage = async (number: number): Promise<boolean> => {
    const section = sections[number - 1];
    if (!section) return false;
    const [size, blocks] = await Promise.all([pdf.pageSize(number), pdf.text(number)]);
    if (end.aborted) return false;
    setSize(section, size);
    section.append(createTextLayer(document, blocks, measure));
    return blocks.length > 0;
  };
  const readAll = async (): Promise<boolean> => {
    const unread = new Set(sections.keys().map((index) => index + 1));
    let hasText = false;
    while (unread.size > 0 && !end.aborted) {
      // what the person looks at first; then in order
      const [next] = [...inSight].filter((number) => unread.has(number));
      const number = next ?? unread.values().next().value ?? 0;
      unread.delete(number);
      try {
        hasText = (await readPage(number)) || hasText;
      } catch (error) {
        // one broken page does not keep the others from being read
        if (!end.aborted) console.error(`Whence: page ${number} can't be read`, error);
      }
    }
    return hasText;
  };

  end.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(zoomTimer);
    for (const number of painted.keys()) unpaint(number);
    container.replaceChildren();
  });

  return {
    page,
    zoom,
    isRead: readAll(),
    show(number) {
      sections[Math.min(sections.length, Math.max(1, number)) - 1]?.scrollIntoView({ block: 'start', behavior: 'instant' });
      look();
    },
    setZoom(next) {
      mode = next;
      applyZoom();
    },
    pageOf: (node) => {
      const section = (node instanceof Element ? node : node.parentElement)?.closest('.pdf-page');
      return section ? numbers.get(section) : undefined;
    },
  };
}
