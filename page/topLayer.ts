import { setStyles, type Styles } from './styles.ts';

/** Something of ours above the page: its closed shadow tree, and the way to take it off. */
export interface Layer {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  remove(): void;
}

/** How often what the page took off is put back, before it is given up. */
const MOST_RETURNS = 5;

/**
 * Put an empty layer above everything in the page, in the browser's top layer where it has one. While a
 * modal dialog is open everything outside of it is inert, so the layer goes inside.
 */
export function openLayer(document: Document, styles: Styles, onLost?: () => void): Layer {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  host.setAttribute('popover', 'manual');
  setStyles(host, {
    all: 'initial',
    display: 'block',
    position: 'fixed',
    inset: 'auto',
    'z-index': '2147483647',
    direction: 'ltr',
    ...styles,
  });
  const end = new AbortController();
  let returns = 0;

  const show = (): void => {
    try {
      host.showPopover();
    } catch {
      // no popovers in this browser: the fixed position and the z-index hold
    }
  };
  const place = (): void => {
    const parent = openDialog(document) ?? document.documentElement;
    parent.append(host);
    show();
    watcher.disconnect();
    // a dialog may go from anywhere in the page, and the layer with it
    watcher.observe(document.documentElement, { childList: true, subtree: parent !== document.documentElement });
    parent.addEventListener('close', onDialogClosed, { signal: end.signal });
  };
  const putBack = (): void => {
    if (end.signal.aborted) return;
    if (++returns <= MOST_RETURNS) return place();
    layer.remove();
    onLost?.();
  };
  const onDialogClosed = (): void => {
    if (host.parentElement !== document.documentElement) putBack();
  };
  const watcher = new MutationObserver(() => {
    if (!host.isConnected) putBack();
  });
  host.addEventListener(
    'toggle',
    (event) => {
      if (event.newState === 'closed' && host.isConnected && !end.signal.aborted && ++returns <= MOST_RETURNS) show();
    },
    { signal: end.signal },
  );

  const layer: Layer = {
    host,
    root,
    remove() {
      end.abort();
      watcher.disconnect();
      host.remove();
    },
  };
  place();
  return layer;
}

/** The modal dialog that the person is in. */
function openDialog(document: Document): Element | undefined {
  const dialogs = [...document.querySelectorAll('dialog:modal')];
  return dialogs.findLast((dialog) => dialog.contains(document.activeElement)) ?? dialogs.at(-1);
}
