import { paintByBoxes } from './boxes.ts';
import { paintByHighlights } from './highlights.ts';
import type { Canvas } from './canvas.ts';

export type { Paint } from './looks.ts';

/** Marks ranges of a page, of its same-origin frames and of its shadow trees; the page's nodes stay as they are. */
export type Painter = Canvas;

export function createPainter(): Painter {
  // a range is painted by the registry of the window whose document holds it
  const canvases = new Map<Window, Canvas>();
  const canvasOf = (view: Window & typeof globalThis): Canvas => {
    const canvas = canvases.get(view) ?? (hasHighlights(view) ? paintByHighlights(view) : paintByBoxes(view));
    canvases.set(view, canvas);
    return canvas;
  };
  return {
    paint(paint, ranges) {
      const byView = Map.groupBy(ranges, ({ startContainer }) => startContainer.ownerDocument?.defaultView);
      for (const [view, canvas] of canvases) if (!byView.has(view as typeof globalThis & Window)) canvas.paint(paint, []);
      for (const [view, own] of byView) if (view) canvasOf(view).paint(paint, own);
    },
    repaint() {
      let isWhole = true;
      for (const [view, canvas] of canvases) {
        if (view.closed) canvases.delete(view);
        else isWhole = canvas.repaint() && isWhole;
      }
      return isWhole;
    },
  };
}

const hasHighlights = ({ CSS, Highlight }: Pick<typeof globalThis, 'CSS' | 'Highlight'>): boolean =>
  Boolean(CSS?.highlights) && typeof Highlight === 'function';
