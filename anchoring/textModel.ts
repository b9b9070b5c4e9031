import { Folder, type Folded } from './folding.ts';
import { childNodesOf, documentOf, frameRootOf, isElement, isText, nameOf, shadowRootOf } from './nativeDom.ts';

/**
 * A page's text as it is rendered: white space collapsed except where the page keeps it, one line
 * break at a block's edge and at `<br>`, nothing of what is not shown.
 */
export interface TextModel {
  readonly text: string;
  readonly folded: Folded;
  /** The offset in `text` of a range's first and after its last character; null when it covers no text of this model. */
  offsetsOf(range: Range): readonly [start: number, end: number] | null;
  /** A range over `text.slice(start, end)`; null when its ends are in two documents, or the page has changed since. */
  rangeOf(start: number, end: number): Range | null;
}

/** Never read: not text, not rendered, or what a person typed. */
const SKIPPED = new Set(
  'head script style noscript template textarea select datalist iframe object embed audio video canvas title desc metadata'.split(' '),
);

/** White space that CSS collapses (CSS Text 3, section 4.1); a no-break space is none. */
const WORDS = /[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*/g;
const LINES = /[^\r\n]+/g;

/** Folded at a time; a few milliseconds at worst. */
const FOLDED_PART = 50_000;

/** A look at the clock costs about as much as a node, so a few go at a time. */
const NODES_A_STEP = 32;

interface Style {
  readonly isShown: boolean;
  /** `white-space-collapse`, in its three kinds that matter here. */
  readonly space: 'collapse' | 'lines' | 'keep';
}

interface Level {
  readonly nodes: ArrayLike<Node>;
  next: number;
  readonly style: Style;
  readonly isBlock: boolean;
}

/** Reads a page in steps. `step` does some work and answers whether there is more. */
export class TextModelBuilder implements TextModel {
  readonly #levels: Level[];
  readonly #parts: string[] = [];
  #length = 0;
  #pending: '' | ' ' | '\n' = '';
  #text: string | undefined;
  readonly #folder = new Folder();
  #foldedUpTo = 0;
  // One run for each stretch of a text node that is shown as it stands, in step and in order.
  readonly #starts: number[] = [];
  readonly #nodes: Text[] = [];
  readonly #offsets: number[] = [];
  readonly #lengths: number[] = [];

  constructor(root: Element) {
    this.#levels = [{ nodes: [root], next: 0, style: { isShown: true, space: 'collapse' }, isBlock: false }];
  }

  get text(): string {
    return this.#text ?? '';
  }

  get folded(): Folded {
    return this.#folder;
  }

  step(): boolean {
    for (let nodes = 0; nodes < NODES_A_STEP; nodes++) {
      const level = this.#levels.at(-1);
      if (!level) return this.#fold();
      const node = level.nodes[level.next++];
      if (!node) {
        this.#levels.pop();
        if (level.isBlock) this.#breakLine();
      } else if (isText(node)) {
        if (level.style.isShown) this.#read(node, level.style.space);
      } else if (isElement(node)) {
        this.#enter(node);
      }
    }
    return true;
  }

  #enter(element: Element): void {
    const name = nameOf(element);
    if (name === 'br') this.#breakLine();
    const isFrame = name === 'iframe' || name === 'frame';
    if (SKIPPED.has(name) && !isFrame) return;
    const style = documentOf(element)?.defaultView?.getComputedStyle(element);
    // a document that is not shown has no styles
    if (!style?.display || style.display === 'none' || style.contentVisibility === 'hidden') return;
    const isBlock = !/^(?:inline|contents|ruby)/.test(style.display);
    if (isBlock) this.#breakLine();
    const frameRoot = isFrame ? frameRootOf(element) : null;
    const nodes = isFrame ? (frameRoot ? [frameRoot] : []) : flatChildrenOf(element, name);
    this.#levels.push({ nodes, next: 0, style: { isShown: style.visibility === 'visible', space: spaceOf(style) }, isBlock });
  }

  #breakLine(): void {
    if (this.#length > 0) this.#pending = '\n';
  }

  #read(node: Text, space: Style['space']): void {
    const { data } = node;
    if (space === 'keep') {
      for (const match of data.matchAll(LINES)) {
        if (match.index > 0) this.#breakLine();
        this.#append(node, match.index, match[0]);
      }
      if (/[\r\n]$/.test(data)) this.#breakLine();
      return;
    }
    if (!/[\t\n\r\f]| {2}|^ | $/.test(data)) {
      // nothing in it collapses
      if (data !== '') this.#append(node, 0, data);
      return;
    }
    let end = 0;
    for (const match of data.matchAll(WORDS)) {
      if (match.index > end) this.#space(data.slice(end, match.index), space);
      this.#append(node, match.index, match[0]);
      end = match.index + match[0].length;
    }
    if (end < data.length) this.#space(data.slice(end), space);
  }

  #space(between: string, space: Style['space']): void {
    if (space === 'lines' && /[\r\n]/.test(between)) this.#breakLine();
    else if (this.#length > 0) this.#pending ||= ' ';
  }

  #append(node: Text, offset: number, shown: string): void {
    if (this.#pending) {
      this.#parts.push(this.#pending);
      this.#length += 1;
      this.#pending = '';
    }
    this.#starts.push(this.#length);
    this.#nodes.push(node);
    this.#offsets.push(offset);
    this.#lengths.push(shown.length);
    this.#parts.push(shown);
    this.#length += shown.length;
  }

  #fold(): boolean {
    this.#text ??= this.#parts.join('');
    if (this.#foldedUpTo >= this.#text.length) return false;
    // between two letters nothing is folded together
    const rest = this.#text.slice(this.#foldedUpTo + FOLDED_PART, this.#foldedUpTo + 2 * FOLDED_PART);
    const wordEnd = rest.search(/(?<=\p{L})\s(?=\p{L})/u);
    const end = wordEnd < 0 ? this.#foldedUpTo + FOLDED_PART + rest.length : this.#foldedUpTo + FOLDED_PART + wordEnd;
    this.#folder.add(this.#text.slice(this.#foldedUpTo, end));
    this.#foldedUpTo = end;
    return end < this.#text.length;
  }

  offsetsOf(range: Range): readonly [start: number, end: number] | null {
    // most ranges begin in a text node, which is quickly found; otherwise every run is asked
    const begin = Math.max(0, this.#nodes.indexOf(range.startContainer as Text)); // any other node is just not found
    let start: number | undefined;
    let end = 0;
    for (let run = begin; run < this.#nodes.length; run++) {
      const node = this.#nodes[run];
      if (!node || !range.intersectsNode(node)) {
        if (start === undefined) continue;
        break;
      }
      const offset = this.#offsets[run] ?? 0;
      const length = this.#lengths[run] ?? 0;
      const from = node === range.startContainer ? Math.max(0, range.startOffset - offset) : 0;
      const to = node === range.endContainer ? Math.min(length, range.endOffset - offset) : length;
      if (from >= to) continue;
      start ??= (this.#starts[run] ?? 0) + from;
      end = (this.#starts[run] ?? 0) + to;
    }
    return start === undefined ? null : [start, end];
  }

  rangeOf(start: number, end: number): Range | null {
    const first = this.#boundaryAt(start);
    const last = this.#boundaryAt(end - 1);
    const document = first && documentOf(first.node);
    if (!first || !last || !document) return null;
    try {
      const range = document.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      // setting an end in another tree, or before the start, moves the start too
      return range.startContainer === first.node && range.startOffset === first.offset ? range : null;
    } catch {
      return null; // a text node is shorter than it was
    }
  }

  #boundaryAt(offset: number): { readonly node: Text; readonly offset: number } | null {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const node = this.#nodes[low];
    const into = offset - (this.#starts[low] ?? 0);
    return node && into >= 0 && into < (this.#lengths[low] ?? 0) ? { node, offset: (this.#offsets[low] ?? 0) + into } : null;
  }
}

/** What is rendered inside an element: its shadow tree where it has one, and what was put into a slot. */
function flatChildrenOf(element: Element, name: string): ArrayLike<Node> {
  const shadow = shadowRootOf(element);
  if (shadow) return childNodesOf(shadow);
  if (name === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes(); // the name says so, in HTML
    if (assigned.length > 0) return assigned;
  }
  return childNodesOf(element);
}

function spaceOf(style: CSSStyleDeclaration): Style['space'] {
  // Firefox before 124 knows the shorthand only
  const collapse = style.getPropertyValue('white-space-collapse') || style.whiteSpace;
  if (collapse === 'preserve-breaks' || collapse === 'pre-line') return 'lines';
  return /^(?:preserve|pre|break-spaces)/.test(collapse) ? 'keep' : 'collapse';
}

/** Read a page's text at once. */
export function readText(root: Element): TextModel {
  const builder = new TextModelBuilder(root);
  while (builder.step());
  return builder;
}
