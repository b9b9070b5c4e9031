import { page as words } from '../locales/en/page.ts';
import { BARE_BUTTON, setStyles, SHEET } from './styles.ts';
import { openLayer, type Layer } from './topLayer.ts';

/** The small button at the selection. */
export interface ClipButton {
  /** Show it at the end of a range, inside the window and never over what is taken. */
  showAt(range: Range, taken?: () => DOMRect | undefined): void;
  hide(): void;
}

export interface ClipButtonActions {
  readonly onClip: () => void;
  /** The person wants no button on this site. */
  readonly onOff: () => void;
}

/** CSS pixels between the passage and the button, and between the button and the window's edge. */
const GAP = 8;

export function createClipButton(document: Document, { onClip, onOff }: ClipButtonActions): ClipButton {
  let shown: { readonly layer: Layer; readonly end: AbortController } | undefined;

  const hide = (): void => {
    shown?.end.abort();
    shown?.layer.remove();
    shown = undefined;
  };

  const add = (root: ShadowRoot, text: string, label: string, act: () => void): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    if (label !== text) button.setAttribute('aria-label', (button.title = label));
    setStyles(button, { ...BARE_BUTTON, padding: '5px 9px' });
    // pressing a button would take the selection away
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      hide();
      act();
    });
    root.append(button);
  };

  return {
    hide,
    showAt(range, taken) {
      hide();
      const layer = openLayer(document, { ...SHEET, display: 'flex', width: 'max-content', 'white-space': 'nowrap' });
      const end = new AbortController();
      shown = { layer, end };
      add(layer.root, words.clip, words.clip, onClip);
      add(layer.root, '×', words.notOnThisSite, onOff);
      const { signal } = end;
      const move = (): void => place(layer.host, range, taken?.());
      move();
      const follow = { capture: true, passive: true, signal };
      document.addEventListener('scroll', () => requestAnimationFrame(move), follow);
      document.defaultView?.addEventListener('resize', hide, follow);
      document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), follow);
    },
  };
}

function place(host: HTMLElement, range: Range, taken: DOMRect | undefined): void {
  const view = host.ownerDocument.documentElement;
  const end = endOf(range);
  const { width, height } = host.getBoundingClientRect();
  const below = end.bottom + GAP;
  const left = Math.max(GAP, Math.min(end.right - width / 2, view.clientWidth - width - GAP));
  const wanted = below + height + GAP > innerHeight ? end.top - height - GAP : below;
  const top = Math.max(GAP, Math.min(wanted, innerHeight - height - GAP));
  const spot = taken ? besides(taken, new DOMRect(left, top, width, height)) : { left, top };
  setStyles(host, { visibility: spot ? 'visible' : 'hidden', ...(spot && { left: `${spot.left}px`, top: `${spot.top}px` }) });
}

/** Where a box goes so that it covers nothing of another: as it is, else before it, else above it; nowhere when there is no room. */
function besides(taken: DOMRect, { left, top, right, bottom, width, height }: DOMRect): { left: number; top: number } | undefined {
  const isFree = right <= taken.left || left >= taken.right || bottom <= taken.top || top >= taken.bottom;
  if (isFree) return { left, top };
  const before = taken.left - width - GAP;
  if (before >= GAP) return { left: before, top };
  const above = taken.top - height - GAP;
  return above >= GAP ? { left, top: above } : undefined;
}

/** Where the last character of a range is. A long range has thousands of boxes; only one is needed. */
function endOf(range: Range): DOMRect {
  const last = range.cloneRange();
  if (range.endContainer.nodeType === Node.TEXT_NODE && range.endOffset > 0) last.setStart(range.endContainer, range.endOffset - 1);
  const box = last.getBoundingClientRect();
  return box.height > 0 ? box : range.getBoundingClientRect();
}
