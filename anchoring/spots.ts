/**
 * A place in a page that is written down is a StaticRange: the browser need not follow it. Each live
 * Range, in contrast, makes every change of its document dearer.
 */
export function writtenDown(range: AbstractRange): AbstractRange {
  if (!isLive(range)) return range;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

const isLive = (range: AbstractRange): range is Range => 'getClientRects' in range;

/** The place as a range that follows the page; null when the page has changed so that there is no such place. */
export function live(range: AbstractRange): Range | null {
  if (isLive(range)) return range;
  const followed = range.startContainer.ownerDocument?.createRange();
  return followed && moveTo(followed, range) ? followed : null;
}

/** One range for each document, to look with: a new one for each look would be followed until it is collected. */
const scratch = new WeakMap<Document, Range>();

/** The characters at a place, hidden ones too; null when it is no longer in a document. */
export function textAt(range: AbstractRange): string | null {
  const { startContainer, endContainer } = range;
  const document = startContainer.ownerDocument;
  if (!document || !startContainer.isConnected || !endContainer.isConnected) return null;
  if (isLive(range)) return range.toString();
  const looking = scratch.get(document) ?? document.createRange();
  scratch.set(document, looking);
  const text = moveTo(looking, range) ? looking.toString() : null;
  looking.setStart(document, 0);
  looking.collapse(true);
  return text;
}

function moveTo(moved: Range, { startContainer, startOffset, endContainer, endOffset }: AbstractRange): boolean {
  try {
    moved.setStart(startContainer, startOffset);
    moved.setEnd(endContainer, endOffset);
    // an end in another tree, or before the start, takes the start along
    return moved.startContainer === startContainer && moved.startOffset === startOffset;
  } catch {
    return false; // a text is shorter than it was
  }
}
