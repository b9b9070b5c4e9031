import type { FoundMark } from './foundMark.ts';

/** Where the pointer is, in CSS pixels of its window. */
export interface Point {
  readonly view: Window & typeof globalThis;
  readonly x: number;
  readonly y: number;
}

export interface PointerEvents {
  /** The marks at a point, the one on top first. */
  readonly marksAt: (point: Point) => readonly FoundMark[];
  /** The pointer rests on marks, or, with none, no longer does. */
  readonly onHover: (marks: readonly FoundMark[], point: Point) => void;
  /** The page was pressed once, on a mark or elsewhere, and nothing was selected by it. */
  readonly onPress: (mark: FoundMark | undefined) => void;
}

/** Milliseconds. */
const WAIT = {
  /** Until a pointer rests. */
  rest: 150,
  /** Until a press is no double click, and the page has had its turn. */
  press: 250,
} as const;

/** CSS pixels that the pointer may go while it is pressed. */
const DRAG = 5;

/** What a press is meant for, other than a mark. */
const ACTIVE =
  'a[href], area, button, input, select, textarea, label, summary, option, video, audio, [contenteditable], [onclick], [role=button], [role=link], [role=tab], [role=checkbox], [role=menuitem], [role=option], [role=switch]';

/**
 * Watches the pointer over marks in the windows that it is given, taking nothing from the page: no event is
 * stopped. A page may stop them before we see them; then the keyboard still leads to its marks.
 */
export function watchPointer(
  { marksAt, onHover, onPress }: PointerEvents,
  signal: AbortSignal,
): { watch(view: Window & typeof globalThis): void } {
  const views = new WeakSet<Window>();
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let pressTimer: ReturnType<typeof setTimeout> | undefined;
  let over: readonly FoundMark[] = [];
  let frame = 0;
  let pressedAt: { readonly x: number; readonly y: number } | undefined;
  let isDragged = false;

  const leave = (): void => {
    clearTimeout(restTimer);
    over = [];
  };
  const hover = (point: Point): void => {
    const marks = marksAt(point);
    if (marks.length === over.length && marks.every((mark, index) => mark === over[index])) return;
    leave();
    onHover([], point);
    over = marks;
    if (marks.length > 0) restTimer = setTimeout(() => onHover(marks, point), WAIT.rest);
  };

  const watch = (view: Window & typeof globalThis): void => {
    if (views.has(view)) return;
    views.add(view);
    const options = { capture: true, passive: true, signal };
    view.addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y, buttons, pointerType }) => {
        if (buttons !== 0) {
          // a page may have kept to itself where it was pressed
          pressedAt ??= { x, y };
          isDragged ||= Math.hypot(x - pressedAt.x, y - pressedAt.y) > DRAG;
          return;
        }
        if (pointerType === 'touch') return;
        view.cancelAnimationFrame(frame);
        frame = view.requestAnimationFrame(() => hover({ view, x, y }));
      },
      options,
    );
    view.addEventListener(
      'pointerdown',
      ({ clientX: x, clientY: y }) => {
        clearTimeout(pressTimer);
        pressedAt = { x, y };
        isDragged = false;
      },
      options,
    );
    view.addEventListener(
      'pointerup',
      (event) => {
        const wasDragged = isDragged;
        pressedAt = undefined;
        isDragged = false;
        clearTimeout(pressTimer);
        if (!event.isTrusted || event.button !== 0 || wasDragged || hasModifier(event)) return;
        const target = event.composedPath()[0];
        const isActive = target instanceof view.Element && target.closest(ACTIVE) !== null;
        const [mark] = isActive ? [] : marksAt({ view, x: event.clientX, y: event.clientY });
        if (!mark) return onPress(undefined);
        pressTimer = setTimeout(() => isCollapsed(view) && onPress(mark), WAIT.press);
      },
      options,
    );
    // a second press selects a word
    view.addEventListener('dblclick', () => clearTimeout(pressTimer), options);
    // the page has taken the press for itself
    view.addEventListener('click', (event) => setTimeout(() => event.defaultPrevented && clearTimeout(pressTimer)), options);
    view.addEventListener('pagehide', leave, options);
    // not captured: every element inside is left, too
    view.document.documentElement.addEventListener('pointerleave', () => hoverNothing(view), { passive: true, signal });
  };
  const hoverNothing = (view: Window & typeof globalThis): void => {
    view.cancelAnimationFrame(frame);
    leave();
    onHover([], { view, x: -1, y: -1 });
  };
  signal.addEventListener('abort', () => {
    clearTimeout(restTimer);
    clearTimeout(pressTimer);
  });
  return { watch };
}

const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: PointerEvent): boolean => altKey || ctrlKey || metaKey || shiftKey;
const isCollapsed = (view: Window): boolean => view.getSelection()?.isCollapsed !== false;
