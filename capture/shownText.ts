const UNREAD = 'script, style, noscript, template, textarea, select';

/**
 * The text in a range as a person reads it, of at most `max` characters: white space collapsed, a line
 * break between blocks, nothing of what is hidden. White space at its ends stays, so that texts can be joined.
 */
export function shownText(range: Range, max: number): string {
  const scope = range.commonAncestorContainer;
  const document = scope.ownerDocument;
  if (!document) return '';
  const nodes = document.createNodeIterator(scope, NodeFilter.SHOW_TEXT);
  let text = '';
  let lastBlock: Element | undefined;
  for (let node = nodes.nextNode(); node && text.length < max; node = nodes.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !range.intersectsNode(node)) {
      if (text) break;
      continue;
    }
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : undefined;
    const part = (node.nodeValue ?? '').slice(from, to === undefined ? from + max : Math.min(to, from + max));
    if (!part || parent.closest(UNREAD) || !parent.checkVisibility({ visibilityProperty: true })) continue;
    const block = blockOf(parent);
    const isNewBlock = lastBlock !== undefined && block !== lastBlock;
    if (isNewBlock && part.trim() === '') continue;
    lastBlock = block;
    const isKept = /^(?:pre|break-spaces)/.test(getComputedStyle(parent).whiteSpace);
    const shown = isKept ? part : part.replace(/[ \t\n\r\f]+/g, ' ');
    text = isNewBlock
      ? `${text.trimEnd()}\n${isKept ? shown : shown.trimStart()}`
      : text + (/\s$/.test(text) && !isKept ? shown.trimStart() : shown);
  }
  return text.slice(0, max);
}

/** The nearest element, itself included, that is laid out as a block. */
export function blockOf(element: Element): Element {
  let block = element;
  while (block.parentElement && /^(?:inline|contents|ruby)/.test(getComputedStyle(block).display)) block = block.parentElement;
  return block;
}
