/** The places that a passage can be in, on the page `rows`. What differs between browsers says so in their tests. */
export interface Row {
  /** What the row is of; also the clip's why. */
  readonly name: string;
  /** An expression, in the page, for the range that is chosen. */
  readonly range: string;
  /** What is kept, as a person sees it. */
  readonly quote: string;
  /** Where Firefox sees it otherwise: it leaves out how a character is read. */
  readonly quoteInFirefox?: string;
}

/** From words of one text node to words of another (the same by default), each node given by an expression. */
const between = (from: string, first: string, last: string, to = from): string =>
  `(() => { const [from, to] = [${from}, ${to}]; const range = from.ownerDocument.createRange(); range.setStart(from, from.data.indexOf('${first}')); range.setEnd(to, to.data.indexOf('${last}') + ${last.length}); return range; })()`;
const text = (selector: string, child = 0): string => `document.querySelector('${selector}').childNodes[${child}]`;

export const ROWS: readonly Row[] = [
  // first: a composer takes back a focus that goes elsewhere sooner than a person would
  {
    name: 'in a frame',
    range: between(`document.querySelector('#frame').contentDocument.querySelector('#inner-text').firstChild`, 'ferry', 'minutes'),
    quote: 'ferry runs every twenty minutes',
  },
  {
    name: 'across blocks',
    range: between(text('#one b'), 'apples', 'opens it', text('#two')),
    quote: 'apples keep until March that way.\n\nWhoever opens it',
  },
  { name: 'in a table', range: between(text('#from'), '8 boxes', '21 crates', text('#to')), quote: '8 boxes\tdry\nLoft\t21 crates' },
  {
    name: 'in code',
    range: between(text('#code'), 'if (', '"warm"'),
    quote: 'if (frost) {\n    cover(beds);   // twice\n    return  "warm"',
  },
  {
    name: 'right to left',
    range: between(text('#arabic'), 'الجيران', 'يحتاج', text('#arabic', 2)),
    quote: 'الجيران أن يُغلق المخزن يوم الجمعة لأن Cold Store 4 يحتاج',
  },
  {
    name: 'in Japanese, over ruby',
    range: between(text('#japanese'), '鍵', '預ける。', text('#japanese', 2)),
    quote: '鍵は受付うけつけに預ける。',
    quoteInFirefox: '鍵は受付に預ける。',
  },
  {
    name: 'in an open shadow tree',
    range: between('shelves.open.firstChild', 'Jars', 'kitchen.'),
    quote: 'Jars with a red lid are for the school kitchen.',
  },
  {
    name: 'in a closed shadow tree',
    range: between('shelves.closed.firstChild', 'Jars', 'market.'),
    quote: 'Jars with a blue lid wait for the winter market.',
  },
  {
    name: 'in a closed shadow tree of a plain element',
    range: between('shelves.plain.firstChild', 'Jars', 'nobody.'),
    quote: 'Jars without a lid are for nobody.',
  },
  {
    name: 'in details that were open',
    range: `(document.querySelector('details').open = true, ${between(text('#folded'), 'last year', 'at six')})`,
    quote: 'last year the store was locked at six',
  },
];

/** Where to press and where to let go to choose a row that is one line of its own, in CSS pixels. Nothing is chosen until then. */
export const dragOver = ({ range }: Row): string =>
  `(() => { const { left, right, top, height } = ${range}.getBoundingClientRect(); getSelection().removeAllRanges(); const y = Math.round(top + height / 2); return { from: { x: Math.max(1, Math.round(left) - 3), y }, to: { x: Math.round(right) + 12, y } }; })()`;

/** Choose a row's range; the characters that it holds. */
export const choose = ({ range }: Row): string =>
  `(() => { const range = ${range}; const view = range.startContainer.ownerDocument.defaultView; view.focus(); view.getSelection().removeAllRanges(); view.getSelection().addRange(range); return range.toString().trim(); })()`;

/** The characters that own clips are painted over, in the page and in its frame; the names are those of anchoring/looks.ts. */
export const PAINTED = `[window, document.querySelector('iframe')?.contentWindow].flatMap((view) => [...(view?.CSS.highlights.get('w-1') ?? [])].map((range) => range.toString()))`;
