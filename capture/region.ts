import { KEPT } from '../domain/limits.ts';
import { clipped } from './clippedText.ts';
import { blockOf } from './shownText.ts';

/** A rectangle of the window, in CSS pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const UNREAD = /^(?:script|style|noscript|template|textarea|select)$/;
/** Elements that are looked at. */
const MOST_ELEMENTS = 100_000;

const meets = (box: DOMRect, region: Rectangle): boolean =>
  box.right > region.x && box.left < region.x + region.width && box.bottom > region.y && box.top < region.y + region.height;

/** Whether the middle of a box lies in the region. */
const liesIn = (box: DOMRect, region: Rectangle): boolean => {
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  return box.width > 0 && x >= region.x && x <= region.x + region.width && y >= region.y && y <= region.y + region.height;
};

/** The text that is shown in a region of the window, word by word, a line break between blocks. */
export function textIn(document: Document, region: Rectangle): string {
  let text = '';
  let looked = 0;
  let lastBlock: Element | undefined;
  let isApart = true;
  const range = document.createRange();
  const read = (node: Text, parent: Element): void => {
    range.selectNodeContents(node);
    if (!meets(range.getBoundingClientRect(), region) || !parent.checkVisibility({ visibilityProperty: true })) {
      isApart = true;
      return;
    }
    const block = blockOf(parent);
    for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
      if (text.length > KEPT.paragraph) return;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const isIn = liesIn(range.getBoundingClientRect(), region);
      if (isIn) {
        // a word may go on in the next node: `<b>un</b>likely`
        const between = block !== lastBlock ? '\n' : index > 0 || isApart ? ' ' : '';
        text += text === '' ? word : between + word;
        lastBlock = block;
      }
      isApart = !isIn;
    }
    isApart ||= /\s$/.test(node.data);
  };
  const walk = (element: Element): void => {
    if (UNREAD.test(element.localName) || ++looked > MOST_ELEMENTS || text.length > KEPT.paragraph) return;
    for (const child of element.childNodes) {
      if (child instanceof Text) read(child, element);
      // what shows nothing of its own may have children that do
      else if (child instanceof Element && (child.getClientRects().length === 0 || isNear(child, region))) walk(child);
    }
  };
  walk(document.body);
  return clipped(text, KEPT.paragraph);
}

/** Content may stand out of its box, so only a box far from the region is passed over. */
const FAR = 400;
const isNear = (element: Element, { x, y, width, height }: Rectangle): boolean =>
  element.scrollHeight > element.clientHeight ||
  meets(element.getBoundingClientRect(), { x: x - FAR, y: y - FAR, width: width + 2 * FAR, height: height + 2 * FAR });
