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
  openAround(range.startContainer);
  openAround(range.endContainer);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // a passage inside a long block may still be out of sight
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > view.innerHeight) view.scrollBy({ top: top - view.innerHeight / 3, behavior: 'instant' });
}

/** Open whatever closed details a node is folded away in, in the trees and the windows around its own too. */
function openAround(node: Node): void {
  // a page can shadow what is asked here by names of its form's fields, and lead in a circle
  const seen = new Set<Node>();
  for (let inner = node, outer = outerOf(inner); outer && !seen.has(outer); inner = outer, outer = outerOf(inner)) {
    seen.add(outer);
    // by name: a frame's elements are made by the frame's own constructors
    if (!isDetails(outer) || outer.open) continue;
    // the first summary is shown while the rest is not
    const summary = [...outer.children].find(({ localName }) => localName === 'summary');
    if (inner !== summary) outer.open = true;
  }
}

const isDetails = (node: Node): node is HTMLDetailsElement => node.nodeName === 'DETAILS';

/** What a node is shown in: its slot or parent, its shadow tree's host, its document's frame. */
function outerOf(node: Node): Node | null {
  if (isShadowRoot(node)) return node.host;
  if (node.nodeType === Node.DOCUMENT_NODE) return (node as Document).defaultView?.frameElement ?? null; // its type says so
  const { assignedSlot = null } = node as Partial<Element>; // elements and texts have one
  return assignedSlot ?? node.parentNode;
}
