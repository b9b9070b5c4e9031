import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface VirtualRowsOptions {
  readonly list: RefObject<HTMLElement | null>;
  /** How many rows there are; 0 while all of them are drawn anyway. */
  readonly count: number;
  /** A row's own name, under which its height is remembered; a new function when the rows are other ones. */
  readonly keyOf: (index: number) => string;
  /** The rows may be other ones in a moment: only those in sight are drawn until somebody scrolls. */
  readonly isNew: boolean;
  /** A row that is drawn wherever the list is scrolled to: the one that Tab stops at. */
  readonly kept: number;
}

export interface VirtualRow {
  readonly index: number;
  /** Pixels from the list's top. */
  readonly top: number;
}

export interface VirtualRows {
  readonly rows: readonly VirtualRow[];
  /** Of the whole list, in pixels, as far as it is known. */
  readonly height: number;
  /** The last row in sight, or -1. */
  readonly reached: number;
  /** The ref of a drawn row, which has its place as `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly scrollTo: (index: number) => void;
}

/** Pixels of a row that was not measured yet: a card with a why, a quote of three lines and its source. */
const LIKELY_HEIGHT = 160;

/** Rows drawn above and below what is in sight. */
const BEYOND = 6;
const BEYOND_NEW = 1;

/** What the list is scrolled in. A long list has to stand in an element that scrolls: the page itself is not watched. */
function scrollerOf(list: HTMLElement): HTMLElement {
  for (let around = list.parentElement; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return list.ownerDocument.documentElement;
}

const heightsOf = (list: HTMLElement | null, keyOf: (index: number) => string): ReadonlyMap<string, number> =>
  new Map([...(list?.children ?? [])].map((row, index) => [keyOf(index), row.getBoundingClientRect().height]));

/**
 * Of a list of any length the rows in sight. Rows have heights of their own, which are measured as they are drawn;
 * when one above turns out higher than it was thought to be, the scroll position goes along, so that nothing in sight moves.
 */
export function useVirtualRows({ list, count, keyOf, isNew, kept }: VirtualRowsOptions): VirtualRows {
  const [, setDrawings] = useState(0);
  const [margin, setMargin] = useState(0);
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      const inSight = defaultRangeExtractor(range);
      return kept >= range.count || inSight.includes(kept) ? inSight : [...inSight, kept].sort((one, other) => one - other);
    },
    [kept],
  );
  const known = useRef<ReadonlyMap<string, number>>(new Map());
  const keyOfDrawn = useRef<typeof keyOf>(undefined);
  // all rows are in the document until a list becomes long
  if (count > 0 && keyOfDrawn.current) known.current = heightsOf(list.current, keyOfDrawn.current);
  keyOfDrawn.current = count > 0 ? undefined : keyOf;
  const around = useRef<HTMLElement>(undefined);
  // asked for at each drawing, and told by the styles
  const scroller = (): HTMLElement | null => {
    if (!around.current && list.current) around.current = scrollerOf(list.current);
    return around.current ?? null;
  };
  const options = {
    count,
    enabled: count > 0,
    getScrollElement: scroller,
    estimateSize: (index: number) => known.current.get(keyOf(index)) ?? LIKELY_HEIGHT,
    getItemKey: keyOf,
    overscan: BEYOND_NEW,
    scrollMargin: margin,
    rangeExtractor,
    // before anything is measured: as high as a popup
    initialRect: { width: 0, height: 600 },
    // a list that becomes long stays where it is scrolled to
    initialOffset: () => scroller()?.scrollTop ?? 0,
    observeElementRect,
    // a height that changes one above it would have the browser complain of a loop
    useAnimationFrameWithResizeObserver: true,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => setDrawings((drawings) => drawings + 1),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions({ ...options, overscan: isNew && !virtualizer.scrollOffset ? BEYOND_NEW : BEYOND });

  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    const { scrollElement } = virtualizer;
    if (!list.current || !scrollElement) return;
    // what stands above the list comes and goes: chips, notices, drafts
    const top = list.current.getBoundingClientRect().top - scrollElement.getBoundingClientRect().top;
    setMargin(Math.round(top + scrollElement.scrollTop));
  });

  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - margin })),
    height: virtualizer.getTotalSize(),
    reached: virtualizer.range?.endIndex ?? -1,
    measure: virtualizer.measureElement,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
