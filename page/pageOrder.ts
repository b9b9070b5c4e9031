import type { FoundMark } from './foundMark.ts';
import { isShadowRoot } from './place.ts';

/** The marks as a reader comes upon them, those in frames and in shadow trees at the place of these. */
export const inPageOrder = (found: Iterable<FoundMark>): FoundMark[] =>
  [...found]
    .map((mark) => ({ mark, way: wayTo(mark.range.startContainer) }))
    .sort(compare)
    .map(({ mark }) => mark);

interface Placed {
  readonly mark: FoundMark;
  readonly way: readonly Node[];
}

/** From the page's own document inwards: the elements whose insides have to be entered, and the node itself. */
function wayTo(node: Node): Node[] {
  const root = node.getRootNode();
  const around = isShadowRoot(root) ? root.host : frameOf(root);
  return around ? [...wayTo(around), node] : [node];
}

const frameOf = (root: Node): Element | null => ('defaultView' in root ? ((root as Document).defaultView?.frameElement ?? null) : null);

function compare(one: Placed, other: Placed): number {
  const parting = one.way.findIndex((node, index) => node !== other.way[index]);
  const [a, b] = [one.way[parting], other.way[parting]];
  // in the same text, or one way ends where the other goes on inside
  if (!a || !b) return one.way.length - other.way.length || one.mark.range.startOffset - other.mark.range.startOffset;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
