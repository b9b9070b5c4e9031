import type { Canvas } from './canvas.ts';
import { HIGHLIGHT_RULES, LOOKS, type Paint } from './looks.ts';

type Root = Document | ShadowRoot;
type Registering = Pick<typeof globalThis, 'CSS' | 'Highlight'>;

interface Painted {
  readonly highlight: Highlight;
  readonly ranges: Set<AbstractRange>;
}

/**
 * Paints in one window by the CSS Custom Highlight API: no node of the page is touched. The registry is
 * the page's too; it is only ever asked by name, since iterating it throws in a content script of Firefox.
 */
export function paintByHighlights(view: Registering): Canvas {
  const { highlights } = view.CSS;
  const painted = new Map<Paint, Painted>();
  /** The trees that hold what is painted, with the sheet that was given to each; null where the rules are there without one. */
  const roots = new Map<Root, CSSStyleSheet | null>();

  const register = (paint: Paint, { highlight }: Painted): void => {
    highlights.set(LOOKS[paint].name, highlight);
  };

  return {
    paint(paint, ranges) {
      if (ranges.length === 0) {
        if (painted.delete(paint)) highlights.delete(LOOKS[paint].name);
        return;
      }
      const next = new Set(ranges);
      const held = painted.get(paint) ?? { highlight: new view.Highlight(), ranges: new Set() };
      held.highlight.priority = LOOKS[paint].priority;
      for (const range of held.ranges) if (!next.has(range)) remove(held, range);
      for (const range of next) if (!held.ranges.has(range)) add(held, range);
      for (const { startContainer } of ranges) {
        const root = startContainer.getRootNode() as Root; // what is rendered is in one of the two
        if (!roots.has(root)) roots.set(root, hasRules(root) ? null : adoptRules(root));
      }
      if (!painted.has(paint)) register(paint, held);
      painted.set(paint, held);
    },
    repaint() {
      let isWhole = true;
      for (const [paint, held] of painted) {
        if (highlights.has(LOOKS[paint].name)) continue;
        isWhole = false;
        register(paint, held);
      }
      for (const [root, sheet] of roots) {
        if (!firstElementOf(root)?.isConnected) roots.delete(root);
        else if (sheet && !root.adoptedStyleSheets.includes(sheet)) roots.set(root, adoptRules(root));
      }
      return isWhole;
    },
  };
}

function add({ highlight, ranges }: Painted, range: AbstractRange): void {
  ranges.add(range);
  highlight.add(range);
}

function remove({ highlight, ranges }: Painted, range: AbstractRange): void {
  ranges.delete(range);
  highlight.delete(range);
}

const firstElementOf = (root: Root): Element | null => root.firstElementChild;
const documentOf = (root: Root): Document => ('host' in root ? root.ownerDocument : root);

/** How a browser tells the background of own clips: a page may have rules of its own for our names. */
const OWN_BACKGROUND = 'rgba(242, 185, 29, 0.32)';

/**
 * The extension's own style sheet reaches the page's document. A frame's document needs the rules too and, in
 * Firefox, so does each shadow tree; Chromium takes them over from the tree's host.
 */
function hasRules(root: Root): boolean {
  const element = firstElementOf(root);
  const style = element && documentOf(root).defaultView?.getComputedStyle(element, `::highlight(${LOOKS.mine.name})`);
  return style?.backgroundColor === OWN_BACKGROUND;
}

/** Null in a browser that lets no extension adopt a sheet: marks in that tree stay unpainted. */
function adoptRules(root: Root): CSSStyleSheet | null {
  const view = documentOf(root).defaultView;
  if (!view) return null;
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(HIGHLIGHT_RULES);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    return null;
  }
}
