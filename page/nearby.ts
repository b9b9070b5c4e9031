import { live, writtenDown } from '../anchoring/spots.ts';
import type { FoundMark } from './foundMark.ts';

/** As many marks are painted wherever they are; of more, only those near the window. */
const FEW = 30;

/** How far outside of the window counts as near: one window's height or width. */
const NEAR = '100%';

/**
 * Tells which marks are near the window. Whenever the page changes, the browser paints every painted range anew,
 * those out of sight too: a thousand of them take half of its time in a page that changes twenty times a second.
 */
export interface Nearby {
  /** Of these, the ones that are near; they follow the page, the others are written down. */
  of(found: Iterable<FoundMark>): FoundMark[];
  stop(): void;
}

export function createNearby(onMoved: () => void): Nearby {
  const near = new Set<Element>();
  let blocks = new Map<FoundMark, Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      onMoved();
    },
    { rootMargin: NEAR },
  );

  const watch = (all: readonly FoundMark[]): void => {
    const before = new Set(blocks.values());
    const next = new Map<FoundMark, Element>();
    for (const mark of all) {
      const known = blocks.get(mark);
      const block = known?.isConnected ? known : blockOf(mark.range);
      if (block) next.set(mark, block);
    }
    blocks = next;
    const wanted = new Set(blocks.values());
    for (const block of wanted.difference(before)) observer.observe(block);
    for (const block of before.difference(wanted)) {
      observer.unobserve(block);
      near.delete(block);
    }
  };

  const isNear = (mark: FoundMark): boolean => {
    const block = blocks.get(mark);
    return block !== undefined && near.has(block);
  };

  return {
    of(found) {
      const all = [...found];
      const areFew = all.length <= FEW;
      watch(areFew ? [] : all);
      return all.filter((mark) => {
        const followed = areFew || isNear(mark) ? live(mark.range) : null;
        mark.range = followed ?? writtenDown(mark.range);
        return followed !== null;
      });
    },
    stop: () => observer.disconnect(),
  };
}

/** The smallest element with a box of its own around a whole range. */
function blockOf(range: AbstractRange): Element | null {
  const within = live(range)?.commonAncestorContainer;
  let element = within?.nodeType === Node.ELEMENT_NODE ? (within as Element) : (within?.parentElement ?? null); // its type says so
  while (element && element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents') element = element.parentElement;
  return element;
}
