import { page as words } from '../locales/en/page.ts';
import { BARE_BUTTON, setStyles, SHEET } from './styles.ts';
import { openLayer, type Layer } from './topLayer.ts';

/** Long enough for two sentences, in milliseconds. */
const SHOWN_FOR = 10_000;

/** Says a sentence above the page, one at a time. */
export function createNotices(document: Document, signal: AbortSignal): (sentence: string) => void {
  let shown: Layer | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    clearTimeout(timer);
    shown?.remove();
    shown = undefined;
  };
  signal.addEventListener('abort', hide);
  return (sentence) => {
    hide();
    if (signal.aborted) return;
    shown = openLayer(document, {
      ...SHEET,
      display: 'flex',
      right: '12px',
      bottom: '12px',
      'max-width': 'min(360px, calc(100vw - 24px))',
    });
    const text = document.createElement('p');
    text.setAttribute('role', 'alert');
    setStyles(text, { margin: '0', padding: '10px 0 10px 12px' });
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '×';
    close.setAttribute('aria-label', words.dismiss);
    close.addEventListener('click', hide);
    setStyles(close, { ...BARE_BUTTON, padding: '8px 12px', 'align-self': 'start' });
    shown.root.append(text, close);
    // an alert is read out when its text comes, not when it stands there
    text.textContent = sentence;
    timer = setTimeout(hide, SHOWN_FOR);
  };
}
