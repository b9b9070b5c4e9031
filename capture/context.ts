import type { Context } from '../domain/clip.ts';
import { clippedLine } from './clippedText.ts';
import { shownText } from './shownText.ts';

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
    const text = clippedLine(heading.textContent, LONGEST_HEADING);
    if (!text || !heading.checkVisibility()) continue;
    const level = levelOf(heading);
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, text });
  }
  return path.slice(-DEEPEST_PATH).map(({ text }) => text);
}

function blockAround(node: Node): Element | null {
  let element = node instanceof Element ? node : node.parentElement;
  while (element?.parentElement && /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display)) element = element.parentElement;
  return element;
}

function paragraphAround(range: Range): string | undefined {
  const first = blockAround(range.startContainer);
  const last = blockAround(range.endContainer);
  if (!first || !last) return undefined;
  const before = range.cloneRange();
  before.setStart(first, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = range.cloneRange();
  after.setEnd(last, last.childNodes.length);
  after.setStart(range.endContainer, range.endOffset);
  const [left, right] = [shownText(before, LONGEST_READ), shownText(after, LONGEST_SIDE + 1)];
  const start = left.length > LONGEST_SIDE ? `…${left.slice(-LONGEST_SIDE).replace(/^\S*\s/, '')}` : left;
  const end = right.length > LONGEST_SIDE ? `${right.slice(0, LONGEST_SIDE).replace(/\s\S*$/, '')}…` : right;
  return (start + shownText(range, LONGEST_PASSAGE) + end).trim().toWellFormed() || undefined;
}
