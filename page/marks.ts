import { createPainter, type Paint } from '../anchoring/paint.ts';
import { live } from '../anchoring/spots.ts';
import type { Sighting } from '../domain/sighting.ts';
import type { Mark } from '../messaging/pageProtocol.ts';
import { createFinder } from './findMarks.ts';
import { isRefused, paintOf, type FoundMark } from './foundMark.ts';
import { markAfter, type Direction } from './jump.ts';
import { marksAt } from './markPoint.ts';
import { createNearby } from './nearby.ts';
import { PACE } from './pace.ts';
import { inPageOrder } from './pageOrder.ts';
import { inPage, isShadowRoot, scrollTo, viewOf } from './place.ts';
import { watchPointer, type Point } from './pointerWatch.ts';
import { keepPainted } from './keepPainted.ts';
import { createSightings } from './sightings.ts';
import { createWhyBubble } from './whyBubble.ts';

/** The clips in a page: found, marked, and found again while the page changes. */
export interface Marks {
  /** Mark these, and no others. `reveal` is scrolled to once it is found. */
  set(marks: readonly Mark[], reveal?: string): void;
  /** Go to the next or the previous mark, and show its why. How many there are to go to. */
  jump(direction: Direction): Promise<number>;
}

export interface MarksEvents {
  /** What was to be revealed is not in the page. */
  readonly onMissing: () => void;
  /** What the page was found to hold, each time that this changes. */
  readonly onSightings: (sightings: Sighting[]) => void;
  /** A mark was pressed, or the page elsewhere. */
  readonly onPress: (id: string | undefined) => void;
}

/** Milliseconds that a passage stands out. */
const FLASH = 2_500;

const PAINTS: readonly Paint[] = ['mine', 'shared', 'decided', 'rejected', 'uncertain'];

export function createMarks(document: Document, signal: AbortSignal, { onMissing, onSightings, onPress }: MarksEvents): Marks {
  const painter = createPainter();
  const bubble = createWhyBubble(document);
  const sightings = createSightings(document, signal, onSightings);
  let near: readonly FoundMark[] = [];
  let isSet = false;
  let wanted: string | undefined;
  let current: FoundMark | undefined;
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;

  const shown = (): FoundMark[] => [...finder.found.values()].filter((found) => !isRefused(found));

  const paint = (): void => {
    near = nearby.of(shown());
    for (const one of PAINTS) {
      painter.paint(
        one,
        near.filter((found) => paintOf(found) === one).map(({ range }) => range),
      );
    }
    for (const { range } of near) {
      const view = viewOf(range);
      if (view) pointer.watch(view);
    }
  };

  const standOut = (found: FoundMark): void => {
    const range = live(found.range);
    if (!range) return;
    scrollTo(range);
    painter.paint('flash', [range]);
    clearTimeout(flashTimer);
    flashTimer = setTimeout(() => painter.paint('flash', []), FLASH);
  };

  const reveal = (): void => {
    const found = inPageOrder(shown()).find(({ mark }) => mark.id === wanted);
    if (!found) return;
    wanted = undefined;
    clearTimeout(patienceTimer);
    current = found;
    standOut(found);
  };

  const finder = createFinder(document, {
    onFound() {
      paint();
      if (wanted !== undefined) reveal();
    },
    onRead: (absent, isFinal) => sightings.tell(finder.found.values(), absent, isFinal),
    onChecked: () => painter.repaint(),
  });
  const nearby = createNearby(paint);
  const keeper = keepPainted(document, painter);

  const at = ({ view, x, y }: Point): FoundMark[] => {
    const here = near.filter(({ range }) => viewOf(range) === view);
    const roots = new Set(here.map(({ range }) => range.startContainer.getRootNode()).filter(isShadowRoot));
    return marksAt(view, x, y, here, [...roots]);
  };
  const pointer = watchPointer(
    {
      marksAt: at,
      onHover(marks, { view, x, y }) {
        if (marks.length === 0) return bubble.hide();
        bubble.show(marks, () => inPage(boxOf(marks[0], x, y), view));
      },
      onPress(found) {
        bubble.hide();
        onPress(found?.mark.id);
      },
    },
    signal,
  );

  const stop = (): void => {
    isSet = false;
    wanted = current = undefined;
    clearTimeout(patienceTimer);
    clearTimeout(flashTimer);
    finder.stop();
    nearby.stop();
    keeper.stop();
    bubble.hide();
    painter.paint('flash', []);
    paint();
  };
  signal.addEventListener('abort', stop);
  // where nothing else takes Enter, it opens what was jumped to
  document.addEventListener(
    'keydown',
    ({ key, isTrusted }) => {
      if (!isTrusted || key !== 'Enter' || !current || !bubble.isShown) return;
      if (document.activeElement && document.activeElement !== document.body) return;
      bubble.hide();
      onPress(current.mark.id);
    },
    { capture: true, passive: true, signal },
  );

  return {
    set(next, toReveal) {
      if (signal.aborted) return;
      if (next.length === 0 && toReveal === undefined) {
        if (isSet) stop();
        return;
      }
      isSet = true;
      // a refresh that asks for nothing leaves what is being looked for alone
      if (toReveal !== undefined) {
        wanted = toReveal;
        clearTimeout(patienceTimer);
        patienceTimer = setTimeout(() => {
          if (wanted === undefined) return;
          wanted = undefined;
          onMissing();
        }, PACE.patience);
      }
      keeper.start();
      finder.set(next);
    },
    async jump(direction) {
      await finder.settled();
      const marks = inPageOrder(shown());
      const next = markAfter(marks, current, direction, document.defaultView ?? globalThis);
      if (!next || signal.aborted) return 0;
      current = next;
      standOut(next);
      bubble.show([next], () => inPage(boxOf(next), viewOf(next.range)), { at: marks.indexOf(next) + 1, of: marks.length });
      return marks.length;
    },
  };
}

/** The boxes of a mark's lines, in its own window. */
const linesOf = (range: Range): DOMRect[] => [...range.getClientRects()].filter(({ width }) => width > 0);

/**
 * What the why is shown beside: the passage or, of one that is long, the line at a point, by default its first.
 * It begins at the point.
 */
function boxOf(found: FoundMark | undefined, x?: number, y?: number): DOMRect {
  const range = found && live(found.range);
  if (!range) return new DOMRect();
  const whole = range.getBoundingClientRect();
  const [first = whole, ...others] = linesOf(range);
  const line = y === undefined ? first : ([first, ...others].find(({ top, bottom }) => y >= top && y <= bottom) ?? first);
  const { top, height } = whole.height < innerHeight / 3 ? whole : line;
  return new DOMRect(x ?? line.left, top, 0, height);
}
