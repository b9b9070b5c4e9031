import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { describeRange, findAll, findSelectors } from '../../anchoring/index.ts';
import { readText } from '../../anchoring/textModel.ts';
import { present } from '../page/present.ts';

afterEach(() => document.body.replaceChildren());

const words = fc.string({
  unit: fc.constantFrom('a', 'b', 'word', ' ', '\n', '\t', '“', '—', 'e\u0301', '\u00ad', '😀', '\ud83d', '漢', 'ש', '\u00a0'),
  maxLength: 8,
});
const NAMES = ['p', 'div', 'span', 'b', 'li', 'pre', 'table', 'td', 'br', 'script', 'form', 'details', 'x-a', 'svg', 'button', 'slot'];
const STYLES = [
  '',
  'display:none',
  'display:contents',
  'display:flex',
  'visibility:hidden',
  'white-space:pre-wrap',
  'float:left',
  'position:absolute',
];

interface Tree {
  readonly name: string;
  readonly style: string;
  readonly hasShadow: boolean;
  readonly children: readonly (Tree | string)[];
}
const { tree } = fc.letrec<{ tree: Tree; child: Tree | string }>((tie) => ({
  child: fc.oneof({ withCrossShrink: true, maxDepth: 4 }, words, tie('tree')),
  tree: fc.record({
    name: fc.constantFrom(...NAMES),
    style: fc.constantFrom(...STYLES),
    hasShadow: fc.nat(9).map((number) => number === 0),
    children: fc.array(tie('child'), { maxLength: 5 }),
  }),
}));

function build({ name, style, hasShadow, children }: Tree): Element {
  const element = name === 'svg' ? document.createElementNS('http://www.w3.org/2000/svg', 'svg') : document.createElement(name);
  if (style) element.setAttribute('style', style);
  // a script that holds words, and runs none
  if (name === 'script') element.setAttribute('type', 'text/plain');
  const root = hasShadow && name === 'div' ? element.attachShadow({ mode: 'open' }) : element;
  root.append(...children.map((child) => (typeof child === 'string' ? child : build(child))));
  return element;
}

/** A range between any two boundaries under the body, in order, or null when a tree has none. */
function rangeAt(first: number, second: number): Range {
  const nodes = document.createTreeWalker(document.body);
  const boundaries: [Node, number][] = [];
  do {
    const node = nodes.currentNode;
    const length = node.nodeType === Node.TEXT_NODE ? (node.nodeValue?.length ?? 0) : node.childNodes.length;
    for (let offset = 0; offset <= length; offset++) boundaries.push([node, offset]);
  } while (nodes.nextNode());
  const range = document.createRange();
  range.setStart(...present(boundaries[first % boundaries.length]));
  const other = document.createRange();
  other.setStart(...present(boundaries[second % boundaries.length]));
  if (range.compareBoundaryPoints(Range.START_TO_START, other) <= 0) range.setEnd(other.startContainer, other.startOffset);
  else range.setStart(other.startContainer, other.startOffset);
  return range;
}

test('whatever the page, what was described is found again in the same place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), async (trees, first, second) => {
      document.body.replaceChildren(...trees.map(build));
      const range = rangeAt(first, second);
      const selectors = describeRange(range, document.body);
      const model = readText(document.body);
      const offsets = model.offsetsOf(range);
      const shown = offsets ? model.text.slice(...offsets) : '';
      expect(selectors.length > 0).toBe(/[^\s\u00ad]/.test(shown));
      if (selectors.length === 0) return;
      const anchor = await findSelectors(selectors, document.body);
      expect(anchor?.quality).toBe('exact');
      // white space and soft hyphens at the ends are left out; a character that was cut through is whole
      const [start, end] = (anchor && model.offsetsOf(anchor.range)) ?? [0, 0];
      const [chosenStart, chosenEnd] = offsets ?? [0, 0];
      expect(model.text.slice(chosenStart, start)).toMatch(/^[\s\u00ad]*$/);
      expect(model.text.slice(end, chosenEnd)).toMatch(/^[\s\u00ad]*$/);
      expect(model.text.slice(start, chosenStart)).toMatch(/^(?:e|\ud83d|[^]\u00ad*)?$/);
      expect(model.text.slice(chosenEnd, end)).toMatch(/^[\u0301\u00ad\ude00]*$/);
    }),
    { numRuns: 300 },
  );
});

test('whatever the page and whatever the selectors say, finding answers for each', async () => {
  const anything = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 30 }));
  const offsets = fc.oneof(fc.nat(200), fc.nat());
  const quote = fc.record({ type: fc.constant('TextQuoteSelector' as const), exact: anything, prefix: anything, suffix: anything });
  const position = fc.record({ type: fc.constant('TextPositionSelector' as const), start: offsets, end: offsets });
  const targets = fc.array(fc.array(fc.oneof(quote, position), { maxLength: 3 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 4 }), targets, async (trees, all) => {
      document.body.replaceChildren(...trees.map(build));
      const anchors = await findAll(all, document.body);
      expect(anchors).toHaveLength(all.length);
      for (const anchor of anchors) expect(anchor === null || (anchor.score >= 0 && anchor.score <= 1)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
