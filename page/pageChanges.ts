/** Tells what changes in a page, in the trees and frames that are watched. */
export interface PageChanges {
  /** Also watch a shadow tree's or a frame's inside. Watching twice is watching once. */
  watch(root: Node): void;
  stop(): void;
}

const WATCHED = { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden', 'open', 'class', 'style'] };

/** One observer for all of them. `onChanged` is told of each batch, before the page is rendered. */
export function watchChanges(document: Document, onChanged: (records: readonly MutationRecord[]) => void): PageChanges {
  const observer = new MutationObserver(onChanged);
  const end = new AbortController();
  observer.observe(document, WATCHED);
  // a frame's document comes without a change in the page's own
  document.addEventListener('load', ({ target }) => target instanceof HTMLIFrameElement && onChanged([]), {
    capture: true,
    signal: end.signal,
  });
  return {
    watch: (root) => observer.observe(root, WATCHED),
    stop() {
      end.abort();
      observer.disconnect();
    },
  };
}
