import { KEPT } from '../domain/limits.ts';
import type { Selector } from '../domain/selector.ts';
import { childNodesOf, documentOf, isElement, nameOf, nodeTypeOf, parentOf } from './nativeDom.ts';
import { readText } from './textModel.ts';

/** UTF-16 code units kept on each side of a passage. */
const CONTEXT = 64;

/** RFC 3236: what a fragment means in HTML. */
const HTML_FRAGMENT = 'http://tools.ietf.org/rfc/rfc3236';
const LONGEST_PATH = 4_000;

const isKept = (value: string): boolean => value !== '' && value.length <= LONGEST_PATH;

/**
 * A passage as W3C selectors: the quote with its surroundings, its position in the page's text, and
 * two hints, an XPath and the nearest id. White space at the passage's ends is left out. Empty when
 * the range covers no text that is shown under `root` (by default, the whole document). Never throws.
 */
export function describeRange(range: Range, root?: Element): Selector[] {
  try {
    return describe(range, root ?? documentOf(range.startContainer)?.documentElement);
  } catch {
    return []; // a tree that refuses to be read has no passage that could be found again
  }
}

function describe(range: Range, root: Element | undefined): Selector[] {
  const model = root && readText(root);
  const offsets = model?.offsetsOf(range);
  if (!model || !offsets) return [];
  const chosen = model.text.slice(...offsets);
  const shown = chosen.trim();
  if (shown === '') return [];
  const start = offsets[0] + chosen.indexOf(shown);
  const end = start + Math.min(shown.length, KEPT.quote);
  const selectors: Selector[] = [
    {
      type: 'TextQuoteSelector',
      exact: model.text.slice(start, end),
      prefix: withoutHalfCharacters(model.text.slice(Math.max(0, start - CONTEXT), start)),
      suffix: withoutHalfCharacters(model.text.slice(end, end + CONTEXT)),
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

/** A cut may have gone through a character outside the Basic Multilingual Plane. */
const withoutHalfCharacters = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

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
