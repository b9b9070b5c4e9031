import { operatorNamed, type OperatorName } from './operators/index.ts';
import { pairsOf } from './pairs.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}
/** Of a phrase the place takes in the quotes, the text does not. */
export type TextToken = Place & { readonly type: 'word' | 'phrase'; readonly text: string };
export type OperatorToken = Place & {
  readonly type: 'operator';
  readonly name: OperatorName;
  /** Absent directly before a group. */
  readonly value: TextToken | undefined;
};
export type Token = TextToken | OperatorToken | (Place & { readonly type: 'open' | 'close' | 'minus' | 'or' });

/** Words that are read, those of values too: a pasted page asks for its beginning. */
const MOST_WORDS = 64;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const HEAD = /([\p{L}-]+)[:：]/uy;

/** The pieces of a query, in order. What says nothing (`?!`, `""`, a minus before a space) is left out. */
export function tokensOf(text: string): readonly Token[] {
  const { closes, lone } = pairsOf(text);
  const isBreak = (at: number): boolean => at >= text.length || /\s/.test(text[at] ?? '') || lone.has(at);

  const textAt = (start: number): TextToken => {
    const close = closes.get(start);
    if (close !== undefined) return { type: 'phrase', text: tidy(text.slice(start + 1, close)), start, end: close + 1 };
    let end = start;
    while (!isBreak(end) && !/[()]/.test(text[end] ?? '') && !closes.has(end)) end++;
    return { type: 'word', text: text.slice(start, end), start, end };
  };
  const operatorAt = (start: number): OperatorToken | undefined => {
    HEAD.lastIndex = start;
    const [head = '', name = ''] = HEAD.exec(text) ?? [];
    const operator = operatorNamed(name);
    const end = start + head.length;
    if (!operator || isBreak(end) || text[end] === ')') return undefined;
    if (text[end] === '(')
      return operator.type === 'field' ? { type: 'operator', name: operator.name, value: undefined, start, end } : undefined;
    const value = textAt(end);
    return { type: 'operator', name: operator.name, value, start, end: value.end };
  };
  const tokenAt = (at: number): Token => {
    const next = at + 1;
    if (text[at] === '(') return { type: 'open', start: at, end: next };
    if (text[at] === ')') return { type: 'close', start: at, end: next };
    // two in a row begin the name of an option: --force
    if (text[at] === '-' && !isBreak(next) && !/[)-]/.test(text[next] ?? '')) return { type: 'minus', start: at, end: next };
    const token = operatorAt(at) ?? textAt(at);
    return token.type === 'word' && token.text === 'OR' ? { type: 'or', start: at, end: token.end } : token;
  };

  const tokens: Token[] = [];
  let words = 0;
  for (let at = 0; at < text.length;) {
    if (isBreak(at)) {
      at++;
      continue;
    }
    const token = tokenAt(at);
    at = token.end;
    if ((token.type === 'word' || token.type === 'phrase') && !SAYS_SOMETHING.test(token.text)) continue;
    words += worthOf(token);
    if (words > MOST_WORDS) break;
    tokens.push(token);
  }
  return tokens;
}

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Words that a token counts for: as many as it may become when it is not understood. */
function worthOf(token: Token): number {
  if (token.type !== 'operator') return token.type === 'word' || token.type === 'phrase' || token.type === 'or' ? 1 : 0;
  return 1 + (token.value?.type === 'phrase' ? plainWordsOf(token.value.text, 0).length : 1);
}

/** The words of a quoted value that was not understood, by themselves: nothing in them is syntax any more. `raw` is it as typed. */
export const plainWordsOf = (raw: string, start: number): readonly TextToken[] =>
  Array.from(raw.matchAll(WORD), ({ 0: word, index }) => ({
    type: 'word',
    text: word === 'OR' ? 'or' : word,
    start: start + index,
    end: start + index + word.length,
  }));
