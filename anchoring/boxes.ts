import type { Canvas } from './canvas.ts';
import { LOOKS, type Paint } from './looks.ts';
import { live } from './spots.ts';

/**
 * Paints in one window where the CSS Custom Highlight API is missing: see-through boxes over the text, in a
 * closed shadow tree of ours that takes no clicks. They follow the page when it scrolls or changes its size.
 */
export function paintByBoxes(view: Window): Canvas {
  const { document } = view;
  const painted = new Map<Paint, readonly AbstractRange[]>();
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;
  let frame = 0;
  let following = new AbortController();

  const show = (): void => {
    host = document.createElement('div');
    root = host.attachShadow({ mode: 'closed' });
    style(host, { all: 'initial', position: 'fixed', inset: '0', 'pointer-events': 'none', 'z-index': '2147483646' });
    document.documentElement.append(host);
    following = new AbortController();
    const options = { capture: true, passive: true, signal: following.signal };
    view.addEventListener('scroll', drawSoon, options);
    view.addEventListener('resize', drawSoon, options);
  };
  const hide = (): void => {
    following.abort();
    view.cancelAnimationFrame(frame);
    host?.remove();
    host = root = undefined;
  };
  const draw = (): void => {
    // every box is measured before the first one is drawn
    const boxes = [...painted].flatMap(([paint, ranges]) =>
      ranges.flatMap((range) => [...(live(range)?.getClientRects() ?? [])].map((box) => ({ paint, box }))),
    );
    root?.replaceChildren(...boxes.filter(({ box }) => isInView(box, view)).map(({ paint, box }) => boxOf(document, paint, box)));
  };
  const drawSoon = (): void => {
    view.cancelAnimationFrame(frame);
    frame = view.requestAnimationFrame(draw);
  };

  return {
    paint(paint, ranges) {
      if (ranges.length > 0) painted.set(paint, ranges);
      else painted.delete(paint);
      if (painted.size === 0) return hide();
      if (!host) show();
      draw();
    },
    repaint() {
      const isWhole = !host || host.isConnected;
      if (host && !isWhole) document.documentElement.append(host);
      if (host) drawSoon();
      return isWhole;
    },
  };
}

const isInView = ({ width, bottom, top }: DOMRect, { innerHeight }: Window): boolean => width > 0 && bottom > 0 && top < innerHeight;

function boxOf(document: Document, paint: Paint, { left, top, width, height }: DOMRect): HTMLElement {
  const box = document.createElement('div');
  const { background, underline } = LOOKS[paint];
  // a box has no text to underline: its edge stands for the line
  const [, kind = '', colour = ''] = /(dashed|dotted|double)?\s*\d+px\s+(#\w+)$/.exec(underline) ?? [];
  style(box, {
    position: 'fixed',
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    background,
    'border-bottom': `2px ${kind || 'solid'} ${colour}`,
    'box-sizing': 'border-box',
  });
  return box;
}

// one by one: a page's policy may block a style attribute
function style(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value, 'important');
}
