import { KEPT } from '../domain/limits.ts';
import type { Selector, TextQuoteSelector } from '../domain/selector.ts';
import { childNodesOf, documentOf, isElement, nameOf, nodeTypeOf, parentOf } from './nativeDom.ts';
import { readInSlices } from './reading.ts';
import { likeOf, type Like } from './locate.ts';
import { PageIndex } from './seeds.ts';
import { createSlices } from './slices.ts';
import { readTarget } from './target.ts';
import { readText, type TextModel } from './textModel.ts';

/** UTF-16 code units kept on each side of a passage: enough to tell it from the like in tables, lists and code. */
const CONTEXT = 384;

/** RFC 3236: what a fragment means in HTML. */
const HTML_FRAGMENT = 'http://tools.ietf.org/rfc/rfc3236';
const LONGEST_PATH = 4_000;

/** Code units of a letter with its marks. More are decoration, and may be cut. */
const LONGEST_CHARACTER = 32;

const isKept = (value: string): boolean => value !== '' && value.length <= LONGEST_PATH;

/**
 * A passage as W3C selectors: the quote with its surroundings and how alike another passage of the page is, its
 * position in the page's text, and two hints, an XPath and the nearest id. White space at the passage's ends is left out. Empty when
 * the range covers no text that is shown under `root` (by default, the whole document). Never throws.
 */
export function describeRange(range: Range, root?: Element): Selector[] {
  try {
    const within = root ?? documentOf(range.startContainer)?.documentElement;
    return within ? describe(range, pageOf(readText(within))) : [];
  } catch {
    return []; // a tree that refuses to be read has no passage that could be found again
  }
}

/**
 * Many passages in one reading of the page, in slices that let the page run; empty for one that the page has taken
 * away meanwhile. Rejects only when the signal is aborted.
 */
export async function describeAll(
  ranges: readonly Range[],
  root: Element,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Selector[][]> {
  const slices = createSlices(options.signal);
  const model = await readInSlices(root, slices);
  const page = pageOf(model);
  while (page.index.step()) if (slices.isOver()) await slices.next();
  const described: Selector[][] = [];
  for (const range of ranges) {
    if (slices.isOver()) await slices.next();
    try {
      described.push(describe(range, page));
    } catch {
      described.push([]);
    }
  }
  return described;
}

interface Page {
  readonly model: TextModel;
  readonly index: PageIndex;
}

const pageOf = (model: TextModel): Page => ({ model, index: new PageIndex(model.folded.text) });

function describe(range: Range, { model, index }: Page): Selector[] {
  const offsets = model.offsetsOf(range);
  if (!offsets) return [];
  const chosen = model.text.slice(...offsets);
  const shown = chosen.replace(LEADING_BLANKS, '');
  if (shown === '') return [];
  const start = characterStart(model.text, offsets[1] - shown.length);
  const end = characterEnd(model.text, Math.min(start + KEPT.quote - LONGEST_CHARACTER, offsets[1] - blanksAtEnd(shown)));
  const exact = model.text.slice(start, end);
  const target = readTarget([{ type: 'TextQuoteSelector', exact }]);
  const selectors: Selector[] = [
    {
      type: 'TextQuoteSelector',
      exact,
      // the outer cut may have gone through a character outside the Basic Multilingual Plane
      prefix: model.text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ''),
      suffix: model.text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ''),
      ...(target && alike(likeOf(index, target, [model.folded.foldedAt(start), model.folded.foldedAt(end)]))),
    },
    { type: 'TextPositionSelector', start, end },
  ];
  const tight = model.rangeOf(start, end);
  if (!tight) return selectors;
  const startPath = pathOf(tight.startContainer);
  const endPath = pathOf(tight.endContainer);
  if (isKept(startPath) && isKept(endPath)) {
    selectors.push({
      type: 'RangeSelector',
      startSelector: { type: 'XPathSelector', value: startPath },
      endSelector: { type: 'XPathSelector', value: endPath },
      startOffset: tight.startOffset,
      endOffset: tight.endOffset,
    });
  }
  const id = nearestId(tight.commonAncestorContainer);
  if (isKept(id)) selectors.push({ type: 'FragmentSelector', value: id, conformsTo: HTML_FRAGMENT });
  return selectors;
}

/** To hundredths, and never below: what is no more alike than that is told by comparing. */
const roundedUp = (share: number): number => Math.ceil(share * 100) / 100;

const TELLING = 400;

function alike({ likeness, telling }: Like): Pick<TextQuoteSelector, 'likeness' | 'telling'> {
  const words = telling.join(' ').slice(0, TELLING);
  return { likeness: roundedUp(likeness), ...(words !== '' && likeness > 0 && { telling: words }) };
}

const LEADING_BLANKS = /^[\s\p{Default_Ignorable_Code_Point}]+/u;
const BLANK = /[\s\p{Default_Ignorable_Code_Point}]/u;

// from the end, since a pattern that ends in $ looks at every run of blanks in a long text
function blanksAtEnd(text: string): number {
  let length = text.length;
  while (length > 0 && BLANK.test(text[length - 1] ?? '')) length--;
  return text.length - length;
}

/** What belongs to the character before it: a mark, the rest of a Hangul syllable, the second half of a surrogate pair. */
const CONTINUES = /^[\p{M}\u1160-\u11ff\udc00-\udfff]/u;
const continuesAt = (text: string, offset: number): boolean => CONTINUES.test(text.slice(offset, offset + 2));

function characterStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start < LONGEST_CHARACTER && continuesAt(text, start)) start--;
  return start;
}

function characterEnd(text: string, offset: number): number {
  let end = offset;
  while (end - offset < LONGEST_CHARACTER && continuesAt(text, end)) end++;
  return end;
}

/** An XPath from the document down to a node. Empty inside a shadow tree, which XPath can't enter. */
function pathOf(node: Node): string {
  const parent = parentOf(node);
  if (!parent) return '';
  const name = stepNameOf(node);
  let position = 1;
  for (const sibling of childNodesOf(parent)) {
    if (sibling === node) break;
    if (name === '*' ? isElement(sibling) : stepNameOf(sibling) === name) position++;
  }
  const step = `/${name}[${position}]`;
  if (nodeTypeOf(parent) === Node.DOCUMENT_NODE) return step;
  const above = pathOf(parent);
  return above && above + step;
}

// a prefixed name (an SVG's, a made-up one) can't stand in an HTML document's XPath; a test by name can
const stepNameOf = (node: Node): string => {
  if (!isElement(node)) return 'text()';
  const name = nameOf(node);
  return /^[a-z][\w-]*$/.test(name) ? name : '*';
};

function nearestId(node: Node): string {
  for (let above: Node | null = node; above; above = parentOf(above)) {
    const id = isElement(above) ? Element.prototype.getAttribute.call(above, 'id') : null;
    if (id) return id;
  }
  return '';
}
