/** Groups deeper than this are read as if their parentheses were spaces: nobody types them, and reading them takes the stack. */
const DEEPEST = 16;

const QUOTE = /["“”„«»]/g;
/** A quote behind one of these begins a phrase. In a word (`5"`) it is a letter like others. */
const BEFORE_PHRASE = /[\s():：\-"“”„«»]/;

/** Which quotes and parentheses of a text belong together. */
export interface Pairs {
  /** From each opening one to the one that closes it. */
  readonly closes: ReadonlyMap<number, number>;
  /** Those without a partner. They count as spaces. */
  readonly lone: ReadonlySet<number>;
}

export function pairsOf(text: string): Pairs {
  const closes = new Map<number, number>();
  const lone = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '(') open.push(at);
    else if (character === ')') {
      const from = open.pop();
      if (from !== undefined && open.length < DEEPEST) closes.set(from, at);
      else for (const one of from === undefined ? [at] : [from, at]) lone.add(one);
    } else if (isQuote(character) && BEFORE_PHRASE.test(text[at - 1] ?? ' ')) {
      QUOTE.lastIndex = at + 1;
      const close = QUOTE.exec(text)?.index;
      if (close === undefined) lone.add(at);
      else {
        closes.set(at, close);
        at = close;
      }
    }
  }
  for (const one of open) lone.add(one);
  return { closes, lone };
}

function isQuote(character: string): boolean {
  QUOTE.lastIndex = 0;
  return QUOTE.test(character);
}
