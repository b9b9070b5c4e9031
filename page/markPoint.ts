import type { FoundMark } from './foundMark.ts';

/** CSS pixels around a text's box that count as on it. */
const NEAR = 2;

/**
 * The marks at a point of a window, the one painted on top first. `marks` are those that are painted there,
 * `roots` the shadow trees that hold some.
 */
export function marksAt(
  view: Window & typeof globalThis,
  x: number,
  y: number,
  marks: readonly FoundMark[],
  roots: readonly ShadowRoot[],
): FoundMark[] {
  const { highlights } = view.CSS;
  if (highlights && 'highlightsFromPoint' in highlights) {
    const hit = (highlights as PointedRegistry).highlightsFromPoint(x, y, { shadowRoots: roots });
    const ranges = new Set(hit.flatMap(({ ranges: own }) => [...own]));
    const found = marks.filter(({ range }) => ranges.has(range) && isOn(range, x, y));
    // Chromium mistakes the point where a pixel of CSS is not one of the screen: it names none, or another
    if (found.length > 0) return found;
  }
  const point = caretAt(view.document, x, y, roots);
  return point ? marks.filter(({ range }) => isAt(range, point.offsetNode, point.offset) && isOn(range, x, y)) : [];
}

/** CSS Custom Highlight API, section 6; Chrome 140, Firefox 150. */
interface PointedRegistry {
  highlightsFromPoint(
    x: number,
    y: number,
    options: { readonly shadowRoots: readonly ShadowRoot[] },
  ): { readonly ranges: Iterable<AbstractRange> }[];
}

interface Caret {
  readonly offsetNode: Node;
  readonly offset: number;
}

function caretAt(document: Document, x: number, y: number, shadowRoots: readonly ShadowRoot[]): Caret | null {
  if ('caretPositionFromPoint' in document) return document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
  // Chrome before 128
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { offsetNode: range.startContainer, offset: range.startOffset };
}

const isAt = (range: AbstractRange, node: Node, offset: number): boolean =>
  'isPointInRange' in range && (range as Range).isPointInRange(node, offset);

// a caret is found beside every point, also where there is no text
const isOn = (range: AbstractRange, x: number, y: number): boolean =>
  'getClientRects' in range &&
  [...(range as Range).getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR,
  );
