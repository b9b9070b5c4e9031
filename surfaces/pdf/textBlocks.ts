/** A stretch of text as pdfjs tells it: `transform` is in the page's space, `width` along the text's own line. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
  readonly dir: string;
}

export interface TextStyle {
  readonly vertical: boolean;
  readonly fontFamily: string;
}

/** Text and the place of its glyphs on the page, in units of the page at its own size, from the top left corner. */
export interface Piece {
  /** How it reads, with the space that joins it to what follows. */
  readonly text: string;
  /** What the glyphs show: at a line's end there may be a hyphen that does not belong to the word. */
  readonly shown: string;
  /** Where the text's line begins that its letters stand on. */
  readonly left: number;
  readonly baseline: number;
  /** Along the text's line. */
  readonly length: number;
  readonly fontSize: number;
  readonly fontFamily: string;
  /** Radians, clockwise. */
  readonly angle: number;
  readonly isRightToLeft: boolean;
}

/** Lines that read as one paragraph. */
export interface TextBlock {
  readonly pieces: readonly Piece[];
  /** 1 or 2 when it is set like a heading. */
  readonly headingLevel?: 1 | 2;
}

type Matrix = readonly number[];

interface Line {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly fontSize: number;
  readonly angle: number;
}

const LONGEST_HEADING = 200;

/** The text of a page, in the order in which the PDF holds it, as paragraphs. `toPage` leads from the PDF's space to the page's. */
export function textBlocks(items: readonly TextItem[], styles: Readonly<Record<string, TextStyle>>, toPage: Matrix): TextBlock[] {
  const blocks = paragraphs(linesOf(items, styles, toPage));
  const bodySize = mostUsedSize(blocks);
  return blocks.map((lines) => {
    const pieces = joined(lines);
    const level = headingLevel(lines, bodySize);
    return level ? { pieces, headingLevel: level } : { pieces };
  });
}

/** The matrix that does `inner` first, then `outer`. */
function multiply(outer: Matrix, inner: Matrix): readonly [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, jf = 0] = inner;
  return [a * ia + c * ib, b * ia + d * ib, a * ic + c * id, b * ic + d * id, a * ie + c * jf + e, b * ie + d * jf + f];
}

function pieceOf(item: TextItem, style: TextStyle | undefined, toPage: Matrix): Piece {
  const [a, b, c, d, left, baseline] = multiply(toPage, item.transform);
  const isVertical = style?.vertical ?? false;
  const angle = Math.atan2(b, a) + (isVertical ? Math.PI / 2 : 0);
  return {
    text: item.str,
    shown: item.str,
    left,
    baseline,
    length: isVertical ? item.height : item.width,
    fontSize: Math.hypot(c, d),
    fontFamily: style?.fontFamily ?? 'sans-serif',
    angle,
    isRightToLeft: item.dir === 'rtl',
  };
}

function linesOf(items: readonly TextItem[], styles: Readonly<Record<string, TextStyle>>, toPage: Matrix): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  const end = (): void => {
    const text = pieces.map((piece) => piece.text).join('');
    const [first] = pieces.filter((piece) => piece.text.trim() !== '');
    if (first) {
      const { left, baseline, angle } = first;
      const fontSize = pieces.reduce((largest, piece) => Math.max(largest, piece.fontSize), 0);
      lines.push({ pieces, text, left, baseline, fontSize, angle });
    }
    pieces = [];
  };
  for (const item of items) {
    if (item.str !== '') pieces.push(pieceOf(item, styles[item.fontName], toPage));
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function paragraphs(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const last = block?.findLast((one) => !isNote(one)) ?? block?.at(-1);
    if (block && last && (continues(last, line) || isNoteBeside(last, line))) block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** The number of a footnote, set small and apart. */
const isNote = ({ text }: Line): boolean => text.trim().length <= 3;
const isNoteBeside = (last: Line, line: Line): boolean => isNote(line) && Math.abs(line.baseline - last.baseline) < last.fontSize;

const ENDS_SENTENCE = /[.!?:;…。！？]["'”’»)\]]*\s*$/;
const BEGINS_LOWER = /^\s*\p{Ll}/u;

/** Whether a line belongs to the paragraph of the line before it. */
function continues(last: Line, line: Line): boolean {
  const size = Math.max(last.fontSize, line.fontSize);
  if (Math.abs(last.angle - line.angle) > 0.01 || Math.abs(last.fontSize - line.fontSize) > 0.15 * size) return false;
  // text that runs in another direction has no line distance that could be compared
  if (Math.abs(last.angle) > 0.01) return true;
  const down = line.baseline - last.baseline;
  // up is the next column: a sentence may go on there
  if (down < -0.5 * size) return !ENDS_SENTENCE.test(last.text) && BEGINS_LOWER.test(line.text);
  if (down > 1.7 * size) return false;
  const indent = line.left - last.left;
  return !(indent > 0.8 * size && indent < 5 * size && down > 0.5 * size && ENDS_SENTENCE.test(last.text));
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** A word that is broken at the line's end; one that has a hyphen already may be meant to have this one too. */
const BROKEN_WORD = /(?:^|[^\p{L}\p{N}-])\p{L}+[-\u2010\u00ad]$/u;

/** How a line reads where another follows in its paragraph. */
function joinedText(text: string, next: string): string {
  const end = text.trimEnd();
  if (BROKEN_WORD.test(end) && BEGINS_LOWER.test(next)) return end.slice(0, -1);
  if (end.endsWith('\u00ad')) return end.slice(0, -1);
  if (/[\p{L}\p{N}][-\u2010]$/u.test(end)) return end;
  if (WIDE.test(end.slice(-1)) && WIDE.test(next.trimStart().slice(0, 1))) return end;
  return `${end} `;
}

function joined(lines: readonly Line[]): Piece[] {
  return lines.flatMap(({ pieces, text }, index) => {
    const next = lines[index + 1];
    if (!next) return pieces;
    // what follows the last word of a line has no place on the page
    const last = pieces.findLastIndex((piece) => piece.text.trim() !== '');
    const before = pieces
      .slice(0, last)
      .map((piece) => piece.text)
      .join('');
    return pieces
      .slice(0, last + 1)
      .map((piece, at) => (at === last ? { ...piece, text: joinedText(text, next.text).slice(before.length) } : piece));
  });
}

function mostUsedSize(blocks: readonly (readonly Line[])[]): number {
  const characters = new Map<number, number>();
  for (const { fontSize, text } of blocks.flat()) {
    const size = Math.round(fontSize * 2) / 2;
    characters.set(size, (characters.get(size) ?? 0) + text.length);
  }
  return [...characters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

function headingLevel(lines: readonly Line[], bodySize: number): 1 | 2 | undefined {
  const [first] = lines;
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (!first || bodySize === 0 || length > LONGEST_HEADING || first.fontSize < 1.15 * bodySize || !/\p{L}/u.test(first.text))
    return undefined;
  return first.fontSize >= 1.6 * bodySize ? 1 : 2;
}
