/** A word that a reader sees, and where it stands in the root's `textContent`. */
export interface VisibleWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a block, or a line broken by the page, begins with it. */
  readonly beginsBlock: boolean;
  /** Whether a sentence ends with it. */
  readonly endsSentence: boolean;
}

const NEVER_SHOWN = new Set('script style noscript template textarea select option title iframe object video audio canvas'.split(' '));

/** Letters and figures; one character each of the scripts that put no space between words. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}\u00ad])+/gu;
const SENTENCE_END = /^[)\]"'”’»]*[.!?。！？।]/u;

/** Read as the browser renders it. Two words that touch in one block, in two nodes, are one. */
export function visibleWords(root: Element): readonly VisibleWord[] {
  const words: VisibleWord[] = [];
  const blocks = new Map<Element, Element>();
  let text = '';
  let places: number[] = [];
  let offset = 0;
  let block: Element | undefined;
  const flush = (): void => {
    for (const match of text.matchAll(WORD)) {
      const end = match.index + match[0].length;
      words.push({
        text: match[0].replace(/\u00ad/g, '').normalize('NFKC'),
        start: places[match.index] ?? 0,
        end: (places[end - 1] ?? 0) + 1,
        beginsBlock: text.slice(0, match.index).trim() === '',
        endsSentence: SENTENCE_END.test(text.slice(end, end + 4)),
      });
    }
    text = '';
    places = [];
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.localName === 'br') flush();
      continue;
    }
    if (!(node instanceof Text)) continue;
    const parent = node.parentElement;
    if (parent && isShown(parent)) {
      const own = blockOf(parent, blocks);
      if (own !== block) flush();
      block = own;
      for (let n = 0; n < node.length; n++) places.push(offset + n);
      text += node.data;
    }
    offset += node.length;
  }
  flush();
  return words;
}

function isShown(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (NEVER_SHOWN.has(at.localName)) return false;
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
}

function blockOf(element: Element, known: Map<Element, Element>): Element {
  const found = known.get(element);
  if (found) return found;
  const isInline = /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display);
  const block = isInline && element.parentElement ? blockOf(element.parentElement, known) : element;
  known.set(element, block);
  return block;
}
