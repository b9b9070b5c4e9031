/** The share of the window that is a drawing, from which on a page counts as drawn. */
const MOSTLY = 0.4;
/** Characters of text that such a page may have beside its drawing: menus and buttons. */
const MOST_TEXT = 2_000;

/**
 * Whether a page draws its words, as editors of documents and sheets do: what it shows is on a canvas,
 * where nothing can be selected or read. Never throws.
 */
export function hasDrawnText(view: Window): boolean {
  try {
    const { document, innerWidth, innerHeight } = view;
    let drawn = 0;
    for (const canvas of document.querySelectorAll('canvas')) {
      const { left, top, right, bottom } = canvas.getBoundingClientRect();
      const width = Math.min(right, innerWidth) - Math.max(left, 0);
      const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
      if (width > 0 && height > 0 && canvas.checkVisibility({ opacityProperty: true, visibilityProperty: true })) drawn += width * height;
    }
    return drawn >= MOSTLY * innerWidth * innerHeight && document.body.innerText.length <= MOST_TEXT;
  } catch {
    return false; // names in the page can shadow the document's own methods
  }
}
