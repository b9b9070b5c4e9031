import { page as words } from '../locales/en/page.ts';
import type { FoundMark } from './foundMark.ts';
import { setStyles, SHEET } from './styles.ts';
import { openLayer, type Layer } from './topLayer.ts';

/** The why at a passage. It takes neither focus nor clicks. */
export interface WhyBubble {
  readonly isShown: boolean;
  /** `box` answers where the passage is in the page's window, in CSS pixels. With `position`, it stays when the page scrolls. */
  show(marks: readonly FoundMark[], box: () => DOMRect, position?: { readonly at: number; readonly of: number }): void;
  hide(): void;
}

/** CSS pixels between the passage and the bubble, and between the bubble and the window's edge. */
const GAP = 6;

/** As many whys stand in one bubble. */
const MOST = 3;

export function createWhyBubble(document: Document): WhyBubble {
  let shown: { readonly layer: Layer; readonly end: AbortController } | undefined;

  const hide = (): void => {
    shown?.end.abort();
    shown?.layer.remove();
    shown = undefined;
  };

  return {
    get isShown() {
      return shown !== undefined;
    },
    hide,
    show(marks, box, position) {
      hide();
      const layer = openLayer(
        document,
        {
          ...SHEET,
          font: '400 14px/1.45 system-ui, sans-serif',
          width: 'max-content',
          'max-width': 'min(360px, calc(100vw - 12px))',
          padding: '8px 11px',
          'box-sizing': 'border-box',
          'pointer-events': 'none',
        },
        hide,
      );
      const end = new AbortController();
      shown = { layer, end };
      const text = document.createElement('div');
      text.setAttribute('role', 'status');
      layer.root.append(text);
      const lines = marks.slice(0, MOST).flatMap(linesOf);
      if (position) lines.push({ text: words.position(position.at, position.of), look: QUIET });
      text.append(...lines.map((line) => paragraph(document, line)));
      const place = (): void => placeAt(layer.host, box());
      place();
      const options = { capture: true, passive: true, signal: end.signal };
      document.addEventListener('scroll', position ? () => requestAnimationFrame(place) : hide, options);
      document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), options);
      document.defaultView?.addEventListener('resize', hide, options);
    },
  };
}

interface Line {
  readonly text: string;
  readonly look: Readonly<Record<string, string>>;
}

const QUIET = { 'font-size': '12px', opacity: '0.75' };

function linesOf({ mark: { why, by, colour }, quality }: FoundMark): Line[] {
  const kind = quality === 'uncertain' ? words.perhapsHere : colour === 'rejected' ? words.ruledOut : '';
  return [
    ...(kind ? [{ text: kind, look: { 'font-size': '12px', 'font-weight': '650' } }] : []),
    { text: why || words.noWhy, look: why ? {} : { 'font-style': 'italic' } },
    ...(by ? [{ text: words.by(by), look: QUIET }] : []),
  ];
}

function paragraph(document: Document, { text, look }: Line): HTMLElement {
  const line = document.createElement('p');
  line.textContent = text;
  setStyles(line, { margin: '0 0 2px', 'overflow-wrap': 'anywhere', 'white-space': 'pre-line', ...look });
  line.dir = 'auto';
  return line;
}

function placeAt(host: HTMLElement, passage: DOMRect): void {
  const view = host.ownerDocument.documentElement;
  const { width, height } = host.getBoundingClientRect();
  const below = passage.bottom + GAP;
  const isAbove = below + height + GAP > innerHeight && passage.top - GAP - height > 0;
  const left = Math.max(GAP, Math.min(passage.left, view.clientWidth - width - GAP));
  setStyles(host, { left: `${left}px`, top: `${isAbove ? passage.top - height - GAP : below}px` });
}
