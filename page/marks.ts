import { findAll, type Anchor } from '../anchoring/index.ts';
import { createPainter, type Colour, type Painter } from '../anchoring/paint.ts';
import type { Mark } from '../messaging/pageProtocol.ts';

/** The clips in a page: found, marked, and found again while the page changes. */
export interface Marks {
  /** Mark these, and no others. `reveal` is scrolled to once it is found. */
  set(marks: readonly Mark[], reveal?: string): void;
}

/** Milliseconds. */
const WAIT = {
  /** After a change in the page, before looking at what it did. */
  change: 400,
  /** Until a passage that was not there is looked for again; doubles each time, up to `longest`. */
  retry: 800,
  longest: 30_000,
  /** For a passage to come, before the person is told that it is not there. */
  patience: 5_000,
  flash: 2_500,
} as const;

interface Found {
  readonly anchor: Anchor;
  /** What the range held when it was found: any other text, and it has to be found again. */
  readonly text: string;
}

const isSound = ({ anchor: { range }, text }: Found): boolean => range.startContainer.isConnected && range.toString() === text;

export function createMarks(document: Document, signal: AbortSignal, onMissing: () => void): Marks {
  const painter = createPainter(document.defaultView ?? globalThis);
  const found = new Map<string, Found>();
  let marks: readonly Mark[] = [];
  let wanted: string | undefined;
  let round = new AbortController();
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;
  let retryWait: number = WAIT.retry;
  let retryAt = 0;
  let hasChanged = false;

  const observer = new MutationObserver(() => {
    hasChanged = true;
    checkTimer ??= setTimeout(check, WAIT.change);
  });

  const paint = (): void => {
    for (const colour of ['mine', 'shared'] satisfies Colour[]) {
      painter.paint(
        colour,
        marks.flatMap((mark) => (mark.colour === colour ? paintable(found.get(mark.id)) : [])),
      );
    }
  };

  const find = async (missing: readonly Mark[]): Promise<void> => {
    round.abort();
    round = new AbortController();
    const { signal: ended } = round;
    let anchors: readonly (Anchor | null)[];
    try {
      anchors = await findAll(
        missing.map(({ selectors }) => selectors),
        document.documentElement,
        { signal: AbortSignal.any([signal, ended]) },
      );
    } catch {
      return; // a newer round, or the end
    }
    missing.forEach(({ id }, index) => {
      const anchor = anchors[index];
      if (anchor) found.set(id, { anchor, text: anchor.range.toString() });
      else found.delete(id);
    });
    paint();
    if (wanted !== undefined) reveal(wanted);
    if (anchors.some((anchor) => !anchor)) {
      retryAt = performance.now() + retryWait;
      retryWait = Math.min(retryWait * 2, WAIT.longest);
    }
  };

  const check = (): void => {
    checkTimer = undefined;
    if (signal.aborted || !hasChanged) return;
    hasChanged = false;
    painter.repaint();
    const lost = marks.filter(({ id }) => {
      const held = found.get(id);
      return held && !isSound(held);
    });
    const absent = marks.filter(({ id }) => !found.has(id));
    const untilRetry = retryAt - performance.now();
    const isDue = untilRetry <= 0;
    const missing = isDue ? [...lost, ...absent] : lost;
    if (missing.length > 0) void find(missing);
    if (absent.length > 0 && !isDue) {
      hasChanged = true;
      checkTimer ??= setTimeout(check, Math.max(untilRetry, WAIT.change));
    }
  };

  const reveal = (id: string): void => {
    const held = found.get(id);
    if (!held) return;
    wanted = undefined;
    clearTimeout(patienceTimer);
    scrollTo(held.anchor.range);
    flash(painter, held.anchor.range);
  };

  const stop = (): void => {
    round.abort();
    observer.disconnect();
    clearTimeout(checkTimer);
    clearTimeout(patienceTimer);
    checkTimer = undefined;
    wanted = undefined;
    marks = [];
    found.clear();
    paint();
  };
  signal.addEventListener('abort', stop);

  return {
    set(next, toReveal) {
      if (signal.aborted) return;
      if (next.length === 0 && toReveal === undefined) {
        if (marks.length > 0) stop();
        return;
      }
      const kept = new Set(next.map(({ id }) => id));
      for (const id of found.keys()) if (!kept.has(id)) found.delete(id);
      marks = next;
      retryWait = WAIT.retry;
      // a refresh that asks for nothing leaves what is being looked for alone
      if (toReveal !== undefined) {
        wanted = toReveal;
        clearTimeout(patienceTimer);
        patienceTimer = setTimeout(() => {
          if (wanted === undefined) return;
          wanted = undefined;
          onMissing();
        }, WAIT.patience);
      }
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden', 'open'] });
      void find(marks.filter(({ id }) => !found.has(id)));
    },
  };
}

/** What may be another place with the same words is not marked as if it were sure. */
const paintable = (found: Found | undefined): Range[] => (found && found.anchor.quality !== 'uncertain' ? [found.anchor.range] : []);

function scrollTo(range: Range): void {
  const view = range.startContainer.ownerDocument?.defaultView;
  if (!view) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // a passage inside a long block may still be out of sight
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > view.innerHeight) view.scrollBy({ top: top - view.innerHeight / 3, behavior: 'instant' });
}

function flash(painter: Painter, range: Range): void {
  painter.paint('flash', [range]);
  setTimeout(() => painter.paint('flash', []), WAIT.flash);
}
