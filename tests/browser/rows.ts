/** The places that a passage can be in, on the page `rows`. What differs between browsers says so in their tests. */
export interface Row {
  /** What the row is of; also the clip's why. */
  readonly name: string;
  /** An expression, in the page, for the range that is chosen. */
  readonly range: string;
  /** What is kept, as a person sees it. */
  readonly quote: string;
}

/** From a character of one text to one of another; `element` is an expression, `text` what its own text begins or ends with. */
const across = (from: string, start: number, to: string, end: number): string =>
  `(() => { const range = document.createRange(); range.setStart(${from}, ${start}); range.setEnd(${to}, ${end}); return range; })()`;
const text = (selector: string, child = 0): string => `document.querySelector('${selector}').childNodes[${child}]`;

export const ROWS: readonly Row[] = [
  {
    name: 'across blocks',
    range: across(text('#one b'), 4, text('#two'), 18),
    quote: 'apples keep until March that way.\n\nWhoever opens it l',
  },
  {
    name: 'in a table',
    range: across(text('#from'), 0, text('#to'), 9),
    quote: '8 boxes\tdry\nLoft\t21 crates',
  },
  {
    name: 'in code',
    range: across(text('#code'), 0, text('#code'), 58),
    quote: 'if (frost) {\n    cover(beds);   // twice\n    return  "warm";',
  },
  {
    name: 'right to left',
    range: across(text('#arabic'), 4, text('#arabic', 2), 7),
    quote: 'الجيران أن يُغلق المخزن يوم الجمعة لأن Cold Store 4 يحتاج',
  },
  {
    name: 'in Japanese, over ruby',
    range: across(text('#japanese'), 0, text('#japanese', 2), 6),
    quote: '鍵は受付に預ける。',
  },
  {
    name: 'in a frame',
    range: `(() => { const { contentDocument: inner } = document.querySelector('#frame'); const range = inner.createRange(); range.setStart(inner.querySelector('#inner-text').firstChild, 4); range.setEnd(inner.querySelector('#inner-text').firstChild, 35); return range; })()`,
    quote: 'ferry runs every twenty minutes',
  },
  {
    name: 'in details',
    range: `(() => { document.querySelector('#details').open = true; return ${across(text('#folded'), 6, text('#folded'), 42)}; })()`,
    quote: 'last year the store was locked at six',
  },
];
