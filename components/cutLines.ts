type Tell = (isCut: boolean) => void;

const watched = new WeakMap<Element, Tell>();
let observer: ResizeObserver | undefined;

/**
 * Tell whether an element has more lines than it shows, now and whenever its size changes, until the answer is called.
 *
 * Only the layout knows, by the width and the fonts: it is asked before the first paint, and for what is out of sight once it comes
 * into sight. All elements are looked at before any is told, so that what one of them draws then isn't laid out for the next.
 */
export function watchCut(element: Element, tell: Tell): () => void {
  observer ??= new ResizeObserver((entries) => {
    const told = entries.map(({ target }) => ({ tell: watched.get(target), isCut: target.scrollHeight > target.clientHeight + 2 }));
    for (const one of told) one.tell?.(one.isCut);
  });
  watched.set(element, tell);
  observer.observe(element);
  return () => {
    watched.delete(element);
    observer?.unobserve(element);
  };
}
