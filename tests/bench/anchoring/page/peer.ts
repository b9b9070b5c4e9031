import search from 'approx-string-match';

/**
 * The way of the leading annotation client, for comparison: the range as an XPath, then its position, then
 * its quote anywhere in the page's whole `textContent`, in which up to half of the quote's characters may differ.
 * There is no score below which a place is refused.
 */
export interface PeerTarget {
  readonly range: readonly [startPath: string, startOffset: number, endPath: string, endOffset: number];
  readonly position: readonly [start: number, end: number];
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const CONTEXT = 32;
const MOST_ERRORS = 256;
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;

export function describeForPeer(root: Element, start: number, end: number, rangeAt: (start: number, end: number) => Range): PeerTarget {
  const text = root.textContent;
  const range = rangeAt(start, end);
  return {
    range: [pathOf(range.startContainer, root), range.startOffset, pathOf(range.endContainer, root), range.endOffset],
    position: [start, end],
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

function pathOf(node: Node, root: Element): string {
  const steps: string[] = [];
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    const name = at instanceof Element ? at.localName : 'text()';
    let position = 1;
    for (let sibling = at.previousSibling; sibling; sibling = sibling.previousSibling) {
      if (sibling instanceof Element ? sibling.localName === name : sibling.nodeType === Node.TEXT_NODE && name === 'text()') position++;
    }
    steps.unshift(`${name}[${position}]`);
  }
  return `./${steps.join('/')}`;
}

/** Where the peer finds it. Each step reads the root's text anew, as it does. */
export function findAsPeer(root: Element, target: PeerTarget): Range | null {
  return byRange(root, target) ?? byPosition(root, target) ?? byQuote(root, target);
}

function byRange(root: Element, { range: [startPath, startOffset, endPath, endOffset], exact }: PeerTarget): Range | null {
  try {
    const nodeAt = (path: string): Node | null => document.evaluate(path, root, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    const [startNode, endNode] = [nodeAt(startPath), nodeAt(endPath)];
    if (!startNode || !endNode) return null;
    const range = document.createRange();
    range.setStart(startNode, startOffset);
    range.setEnd(endNode, endOffset);
    return range.toString() === exact ? range : null;
  } catch {
    return null; // no such path, or a shorter node
  }
}

function byPosition(root: Element, { position: [start, end], exact }: PeerTarget): Range | null {
  const range = rangeByWalking(root, start, end);
  return range?.toString() === exact ? range : null;
}

/** A range from offsets in the root's text, by a walk from its beginning. */
function rangeByWalking(root: Element, start: number, end: number): Range | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let length = 0;
  let hasStart = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const nodeLength = node instanceof Text ? node.length : 0;
    if (!hasStart && start < length + nodeLength) {
      range.setStart(node, start - length);
      hasStart = true;
    }
    if (hasStart && end <= length + nodeLength) {
      range.setEnd(node, end - length);
      return range;
    }
    length += nodeLength;
  }
  return null;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function byQuote(root: Element, { exact, prefix, suffix, position }: PeerTarget): Range | null {
  if (exact === '') return null;
  const text = root.textContent;
  const matches = matchesOf(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
  let best: Match | undefined;
  let bestScore = -1;
  for (const match of matches) {
    const score =
      WEIGHTS.quote * (1 - match.errors / exact.length) +
      WEIGHTS.prefix * (prefix ? likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) : 1) +
      WEIGHTS.suffix * (suffix ? likeness(text.slice(match.end, match.end + suffix.length), suffix) : 1) +
      WEIGHTS.position * (1 - Math.abs(match.start - position[0]) / text.length);
    if (score > bestScore) [best, bestScore] = [match, score];
  }
  return best ? rangeByWalking(root, best.start, best.end) : null;
}

function matchesOf(text: string, exact: string, mostErrors: number): readonly Match[] {
  const matches: Match[] = [];
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    matches.push({ start, end: start + exact.length, errors: 0 });
  }
  return matches.length > 0 ? matches : search(text, exact, mostErrors);
}

/** 0 to 1. */
function likeness(text: string, wanted: string): number {
  if (text === '') return 0;
  const [first] = search(text, wanted, wanted.length);
  return first ? 1 - first.errors / wanted.length : 0;
}
