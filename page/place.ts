/** Where a box of a range's own window is in the page's: frames have their own origin. CSS pixels. */
export function inPage(box: DOMRect, view: Window | null | undefined): DOMRect {
  const frame = view?.frameElement;
  if (!frame) return box;
  const { left, top } = frame.getBoundingClientRect();
  const moved = new DOMRect(box.x + left + frame.clientLeft, box.y + top + frame.clientTop, box.width, box.height);
  return inPage(moved, frame.ownerDocument.defaultView);
}

export const viewOf = (range: AbstractRange): (Window & typeof globalThis) | null =>
  range.startContainer.ownerDocument?.defaultView ?? null;

// not by `instanceof`, which knows the classes of one window only
export const isShadowRoot = (root: Node): root is ShadowRoot => root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root;

/** Bring a passage into sight, at once: nobody asked for motion. */
export function scrollTo(range: Range): void {
  const view = viewOf(range);
  if (!view) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // a passage inside a long block may still be out of sight
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > view.innerHeight) view.scrollBy({ top: top - view.innerHeight / 3, behavior: 'instant' });
}
