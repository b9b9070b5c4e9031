import type { Context } from '../domain/clip.ts';
import { headingText } from './headingText.ts';
import { blockOf, shownText } from './shownText.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
const MOST_HEADINGS = 2_000;
const DEEPEST_PATH = 8;
const LONGEST_HEADING = 300;

/** Characters kept of the paragraph: of the passage itself, and on each side of it. */
const LONGEST_PASSAGE = 12_000;
const LONGEST_SIDE = 1_500;
/** Characters read to find a side's end nearest to the passage. */
const LONGEST_READ = 100_000;

/** What surrounds a passage: the headings above it, and the text of the blocks it stands in. Never throws. */
export function contextOf(range: Range): Context {
  try {
    const headings = headingsAbove(range);
    const paragraph = paragraphAround(range);
    return { ...(paragraph && { paragraph }), ...(headings.length > 0 && { headings }) };
  } catch {
    return {};
  }
}

function levelOf(heading: Element): number {
  const level = Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1));
  return level >= 1 && level <= 9 ? level : 2; // what ARIA says of a heading without a level
}

function headingsAbove(range: Range): string[] {
  const start = range.startContainer;
  const path: { readonly level: number; readonly text: string }[] = [];
  const headings = start.ownerDocument?.querySelectorAll(HEADINGS) ?? [];
  for (let index = 0; index < Math.min(headings.length, MOST_HEADINGS); index++) {
    const heading = headings[index];
    if (!heading || heading.contains(start)) continue;
    if (!(start.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING)) break;
    const text = headingText(heading, LONGEST_HEADING);
    if (!text || !heading.checkVisibility()) continue;
    const level = levelOf(heading);
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, text });
  }
  return path.slice(-DEEPEST_PATH).map(({ text }) => text);
}

// by type: a frame's nodes are made by the frame's own constructors
const elementAt = (node: Node): Element | null => (node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement);

function paragraphAround(range: Range): string | undefined {
  const start = elementAt(range.startContainer);
  const end = elementAt(range.endContainer);
  if (!start || !end) return undefined;
  const first = blockOf(start);
  const last = blockOf(end);
  const before = range.cloneRange();
  before.setStart(first, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = range.cloneRange();
  after.setEnd(last, last.childNodes.length);
  after.setStart(range.endContainer, range.endOffset);
  const left = shownText(before, LONGEST_READ);
  const right = shownText(after, LONGEST_SIDE + 1);
  const leftEnd = left.length > LONGEST_SIDE ? `…${left.slice(-LONGEST_SIDE).replace(/^\S*\s/, '')}` : left;
  const rightEnd = right.length > LONGEST_SIDE ? `${right.slice(0, LONGEST_SIDE).replace(/\s\S*$/, '')}…` : right;
  // what was not read to its end doesn't reach the passage
  return ((left.length < LONGEST_READ ? leftEnd : '…') + shownText(range, LONGEST_PASSAGE) + rightEnd).trim().toWellFormed() || undefined;
}
