import type { Piece, TextBlock } from './textBlocks.ts';

/**
 * A page's text over its picture, see-through, so that it can be selected, searched and marked. Every piece
 * is inline and takes no room: where it is shown is no part of how the text reads.
 */
export function createTextLayer(document: Document, blocks: readonly TextBlock[], measure: (piece: Piece) => Measured): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'pdf-text';
  for (const { pieces, headingLevel } of blocks) {
    const block = document.createElement('div');
    block.className = 'pdf-block';
    if (headingLevel) {
      block.setAttribute('role', 'heading');
      block.setAttribute('aria-level', String(headingLevel));
    }
    for (const piece of pieces) block.append(createPiece(document, piece, measure(piece)));
    layer.append(block);
  }
  return layer;
}

/**
 * CSS pixels for each of the page's units. The style sheet makes the layer smaller again: browsers set text on whole
 * pixels, which are too coarse at the page's own size, and have a least size of text.
 */
const FINENESS = 4;

const pixels = (units: number): string => `${Math.round(units * FINENESS * 100) / 100}px`;
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** What a piece takes in the font that stands in for the PDF's, in the page's units. */
export interface Measured {
  readonly width: number;
  /** From the top of its line's box down to the line that its letters stand on. */
  readonly rise: number;
}

/** The stand-in's letters are stretched to the place that the PDF's take. */
function createPiece(document: Document, piece: Piece, { width, rise }: Measured): HTMLElement {
  const { text, left, baseline, length, fontSize, fontFamily, angle, isRightToLeft } = piece;
  const span = document.createElement('span');
  span.textContent = text;
  const { style } = span;
  style.left = pixels(left + rise * Math.sin(angle));
  style.top = pixels(baseline - rise * Math.cos(angle));
  style.fontSize = pixels(fontSize);
  style.fontFamily = fontFamily;
  const stretch = width > 0 && length > 0 ? length / width : 1;
  style.transform = `${angle === 0 ? '' : `rotate(${rounded(angle)}rad) `}scaleX(${rounded(stretch)})`;
  if (isRightToLeft) {
    // a box without a width would let it run out to the left
    span.dir = 'rtl';
    style.width = pixels(width);
    style.marginRight = pixels(-width);
  }
  return span;
}

/** Measures what is shown of a piece. Fonts grow in proportion, so that one size is asked for. */
export function createMeasure(document: Document): (piece: Piece) => Measured {
  const context = document.createElement('canvas').getContext('2d');
  const SIZE = 32;
  let family = '';
  return ({ shown, fontSize, fontFamily }) => {
    if (!context) return { width: 0, rise: fontSize };
    if (fontFamily !== family) {
      family = fontFamily;
      context.font = `${SIZE}px ${fontFamily}`;
    }
    const { width, fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText(shown);
    // a line as high as its font (line-height: 1) has the font's ascent and descent in its middle
    const rise = (SIZE - ascent - descent) / 2 + ascent;
    return { width: (width * fontSize) / SIZE, rise: (rise * fontSize) / SIZE };
  };
}
