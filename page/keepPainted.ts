import type { Painter } from '../anchoring/paint.ts';

/** Milliseconds between two looks at whether the marks are still painted. */
const WAIT = { shortest: 250, longest: 2_000 } as const;

/**
 * Paints again what the page takes off without changing anything else, which nothing tells of. A look costs some
 * microseconds; where the page does it again and again, we look more often. Nothing is done in a tab behind others.
 */
export function keepPainted(document: Document, painter: Pick<Painter, 'repaint'>): { start(): void; stop(): void } {
  let wait: number = WAIT.longest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    wait = document.hidden || painter.repaint() ? Math.min(wait * 1.25, WAIT.longest) : WAIT.shortest;
    timer = setTimeout(look, wait);
  };
  return {
    start() {
      timer ??= setTimeout(look, wait);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
