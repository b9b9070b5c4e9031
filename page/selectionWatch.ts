import { isEditing } from '../capture/selection.ts';

/** A selection has settled when it has not changed for this long, in milliseconds. */
const SETTLED = 150;

/**
 * Tells the range that is selected once it has settled, and null as soon as nothing is. What is
 * selected in a text that the person edits counts as nothing.
 */
export function watchSelection(view: Window, signal: AbortSignal, onSelection: (range: Range | null) => void): void {
  const { document } = view;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;

  const look = (): void => {
    const selection = document.getSelection();
    if (isPressed || !selection || selection.isCollapsed || selection.rangeCount === 0 || isEditing(view)) return;
    const range = selection.getRangeAt(0);
    if (/\S/.test(range.toString())) onSelection(range.cloneRange());
  };
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLED);
  };
  const options = { capture: true, passive: true, signal };
  document.addEventListener(
    'selectionchange',
    () => {
      if (document.getSelection()?.isCollapsed !== false) onSelection(null);
      settle();
    },
    options,
  );
  view.addEventListener('pointerdown', () => (isPressed = true), options);
  for (const released of ['pointerup', 'pointercancel', 'dragend'] as const) {
    view.addEventListener(
      released,
      () => {
        isPressed = false;
        settle();
      },
      options,
    );
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
  // something may have been selected before Whence came to the page
  settle();
}
