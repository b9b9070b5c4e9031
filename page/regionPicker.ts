import type { Rectangle } from '../capture/region.ts';
import { page as words } from '../locales/en/page.ts';
import { setStyles, SHEET } from './styles.ts';
import { openLayer } from './topLayer.ts';

/** CSS pixels: the smallest side, and how far an arrow key goes, alone and with Control. */
const LEAST = 8;
const STEP = { small: 1, large: 20 } as const;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Let the person choose a rectangle of the window: by dragging, or by the arrow keys (with Shift its size) and
 * Enter. Answers nothing when they press Escape, or when the page takes the layer off.
 */
export function pickRegion(view: Window, signal: AbortSignal): Promise<Rectangle | undefined> {
  const { document } = view;
  const { promise, resolve } = Promise.withResolvers<Rectangle | undefined>();
  const end = new AbortController();
  const layer = openLayer(
    document,
    {
      inset: '0',
      width: '100vw',
      height: '100vh',
      margin: '0',
      padding: '0',
      border: '0',
      background: 'transparent',
      cursor: 'crosshair',
      overflow: 'hidden',
      'touch-action': 'none',
      'user-select': 'none',
      outline: 'none',
    },
    () => finish(undefined),
  );
  let chosen: Rectangle | undefined;
  let from: { readonly x: number; readonly y: number } | undefined;

  const frame = document.createElement('div');
  setStyles(frame, { position: 'absolute', inset: '0', 'box-shadow': 'inset 0 0 0 100vmax rgb(0 0 0 / 35%)' });
  const hint = document.createElement('p');
  setStyles(hint, {
    ...SHEET,
    position: 'absolute',
    'inset-inline': '0',
    top: '16px',
    margin: '0 auto',
    padding: '8px 14px',
    width: 'max-content',
    'max-width': 'calc(100vw - 32px)',
    'box-sizing': 'border-box',
    'text-align': 'center',
    'pointer-events': 'none',
  });
  hint.textContent = words.regionHint;
  const size = document.createElement('p');
  size.setAttribute('role', 'status');
  setStyles(size, {
    ...SHEET,
    display: 'none',
    position: 'absolute',
    margin: '0',
    padding: '2px 8px',
    'font-variant-numeric': 'tabular-nums',
    'pointer-events': 'none',
  });
  layer.root.append(frame, hint, size);
  layer.host.tabIndex = -1;
  layer.host.setAttribute('role', 'dialog');
  layer.host.setAttribute('aria-label', words.regionHint);
  const focused = document.activeElement;
  layer.host.focus({ preventScroll: true });

  const finish = (region: Rectangle | undefined): void => {
    if (end.signal.aborted) return;
    end.abort();
    layer.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    resolve(region);
  };
  const show = (next: Rectangle): void => {
    const x = Math.max(0, Math.min(next.x, view.innerWidth - LEAST));
    const y = Math.max(0, Math.min(next.y, view.innerHeight - LEAST));
    chosen = { x, y, width: Math.min(next.width, view.innerWidth - x), height: Math.min(next.height, view.innerHeight - y) };
    const { width, height } = chosen;
    setStyles(frame, {
      inset: 'auto',
      left: `${x}px`,
      top: `${y}px`,
      width: `${width}px`,
      height: `${height}px`,
      outline: '2px solid #72cbbc',
      'box-shadow': '0 0 0 200vmax rgb(0 0 0 / 35%)',
    });
    setStyles(hint, { display: 'none' });
    setStyles(size, { display: 'block', left: `${x}px`, top: `${y + height + 34 > view.innerHeight ? y + 6 : y + height + 6}px` });
    size.textContent = `${Math.round(width)} × ${Math.round(height)}`;
  };
  const dragTo = ({ clientX, clientY }: PointerEvent): void => {
    if (!from) return;
    const x = Math.max(0, Math.min(from.x, clientX));
    const y = Math.max(0, Math.min(from.y, clientY));
    show({ x, y, width: Math.max(from.x, clientX) - x, height: Math.max(from.y, clientY) - y });
  };
  const press = (key: string, isSizing: boolean, isLarge: boolean): boolean => {
    const arrow = ARROWS[key];
    if (key === 'Escape') finish(undefined);
    else if (key === 'Enter') finish(chosen ?? { x: 0, y: 0, width: view.innerWidth, height: view.innerHeight });
    else if (arrow) {
      const step = isLarge ? STEP.large : STEP.small;
      const [x, y] = [arrow[0] * step, arrow[1] * step];
      const middle = { x: view.innerWidth / 4, y: view.innerHeight / 4, width: view.innerWidth / 2, height: view.innerHeight / 2 };
      const at = chosen ?? middle;
      show(
        isSizing
          ? { ...at, width: Math.max(LEAST, at.width + x), height: Math.max(LEAST, at.height + y) }
          : {
              ...at,
              x: Math.max(0, Math.min(at.x + x, view.innerWidth - at.width)),
              y: Math.max(0, Math.min(at.y + y, view.innerHeight - at.height)),
            },
      );
    } else return false;
    return true;
  };

  // first of all listeners, and the last to hear: the page's own shortcuts are not meant
  const options = { capture: true, signal: end.signal };
  view.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing) return;
      event.stopImmediatePropagation();
      if (press(event.key, event.shiftKey, event.ctrlKey || event.metaKey)) event.preventDefault();
    },
    options,
  );
  layer.host.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || event.button !== 0) return;
      event.preventDefault();
      from = { x: event.clientX, y: event.clientY };
      layer.host.setPointerCapture(event.pointerId);
    },
    options,
  );
  layer.host.addEventListener('pointermove', dragTo, options);
  layer.host.addEventListener(
    'pointerup',
    (event) => {
      if (!event.isTrusted || !from) return;
      dragTo(event);
      from = undefined;
      // a click alone chooses nothing
      if (chosen && chosen.width >= LEAST && chosen.height >= LEAST) finish(chosen);
    },
    options,
  );
  // what is chosen stays where it is
  view.addEventListener('wheel', (event) => event.preventDefault(), { ...options, passive: false });
  view.addEventListener('resize', () => finish(undefined), options);
  signal.addEventListener('abort', () => finish(undefined), { signal: end.signal });
  return promise;
}
