import { page as words } from '../locales/en/page.ts';
import { setStyles } from './styles.ts';
import { openLayer, type Layer } from './topLayer.ts';

/** The composer, in a frame of the extension's own: the page sees no key that is typed in it. */
export interface ComposerFrame {
  readonly isOpen: boolean;
  /** Where it stands in the window, in CSS pixels. */
  readonly box: DOMRect | undefined;
  /** `title`: what the frame is called, when it is not the composer that it shows. */
  open(address: string, title?: string): void;
  /** Give it the height, in CSS pixels, that its content has; the window's height is the most. */
  resize(height: number): void;
  focus(): void;
  /** Take it off, and give focus and selection back to the page. */
  close(): void;
}

/** CSS pixels. The height is a guess until the composer has told its own. */
const SIZE = { width: 400, height: 360, gap: 12 } as const;

export function createComposerFrame(document: Document): ComposerFrame {
  let shown: { readonly layer: Layer; readonly frame: HTMLIFrameElement; readonly giveBack: () => void } | undefined;

  const close = (): void => {
    const closing = shown;
    shown = undefined;
    closing?.layer.remove();
    closing?.giveBack();
  };

  return {
    get isOpen() {
      return shown !== undefined;
    },
    get box() {
      return shown?.layer.host.getBoundingClientRect();
    },
    open(address, title = words.composer) {
      // another draft in the place of what is shown; a new frame, since an address that differs in its fragment only loads nothing
      const giveBack = shown?.giveBack ?? rememberPlace(document);
      shown?.layer.remove();
      const layer = openLayer(
        document,
        {
          right: `${SIZE.gap}px`,
          bottom: `${SIZE.gap}px`,
          width: `min(${SIZE.width}px, calc(100vw - ${2 * SIZE.gap}px))`,
          height: `${SIZE.height}px`,
          'max-height': `calc(100vh - ${2 * SIZE.gap}px)`,
          'color-scheme': 'light dark',
          'border-radius': '10px',
          overflow: 'hidden',
          'box-shadow': '0 0 0 1px light-dark(#8d8576, #7d7567), 0 8px 32px rgb(0 0 0 / 30%)',
        },
        close,
      );
      const frame = document.createElement('iframe');
      frame.title = title;
      frame.src = address;
      frame.allow = 'clipboard-write';
      // a page that isolates itself (Cross-Origin-Embedder-Policy) takes no other frame; the composer keeps nothing of its own
      frame.setAttribute('credentialless', '');
      // one colour scheme on both sides of a frame's edge keeps it transparent
      setStyles(frame, {
        display: 'block',
        border: '0',
        width: '100%',
        height: '100%',
        background: 'transparent',
        'color-scheme': 'light dark',
      });
      frame.addEventListener('load', () => frame.focus());
      layer.root.append(frame);
      // already now, too: what is typed while it loads is not meant for the page
      frame.focus();
      shown = { layer, frame, giveBack };
    },
    resize(height) {
      if (shown && height > 0) setStyles(shown.layer.host, { height: `${Math.ceil(height)}px` });
    },
    focus: () => shown?.frame.focus(),
    close,
  };
}

/** Remembers focus and selection, and answers how to give them back. */
function rememberPlace(document: Document): () => void {
  const focused = document.activeElement;
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
  return () => {
    // the person may have gone on in the page: what they do there now is theirs
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body && activeElement !== document.documentElement) return;
    document.defaultView?.focus();
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
    const now = document.getSelection();
    if (!range || !range.startContainer.isConnected || (now && !now.isCollapsed)) return;
    now?.removeAllRanges();
    now?.addRange(range);
  };
}
