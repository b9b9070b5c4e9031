import { startOfDate, type Reckoning } from './dates.ts';
import { joinDates } from './joinDates.ts';
import { operatorNamed } from './operators/index.ts';
import { plainWordsOf, tokensOf, type OperatorToken, type Token } from './tokens.ts';
import type { Part, Query } from './tree.ts';

/**
 * Understand a query. Never fails: what can't be understood is words. `now` (milliseconds since 1970)
 * is what relative dates are counted from, in the device's time zone; the names of months and days are
 * English, or in the given language (BCP 47).
 */
export function parseQuery(text: string, reckoning: Reckoning): Query {
  const tokens = tokensOf(text);
  let at = 0;

  /** A group's alternatives up to its closing parenthesis, or the end. */
  const group = (): Part | undefined => {
    const alternatives: Part[] = [];
    let parts: Part[] = [];
    for (let token = tokens[at]; token && token.type !== 'close'; token = tokens[at]) {
      at++;
      if (token.type !== 'or') parts.push(...partsFrom(token));
      else if (parts.length > 0 && beginsPart(tokens[at])) {
        alternatives.push(...list(sideBySide(parts)));
        parts = [];
      } else parts.push(wordOr(token));
    }
    at++;
    return anyOf([...alternatives, ...list(sideBySide(parts))]);
  };

  /** What a token begins: one part as a rule, none for an empty group, several words for what was not understood. */
  const partsFrom = (token: Token): readonly Part[] => {
    switch (token.type) {
      case 'word':
      case 'phrase':
        return [{ ...token, type: token.type }];
      case 'or':
        return [wordOr(token)];
      case 'open':
        return list(group());
      case 'close':
        return [];
      case 'minus':
        return negated(token.start);
      case 'operator':
        return token.value ? valued(token, token.value, text, reckoning) : restricted(token);
    }
  };

  const negated = (start: number): readonly Part[] => {
    const token = tokens[at];
    // a minus before what is not read
    if (token?.start !== start + 1 || token.type === 'close') return [];
    at++;
    const [part, ...more] = partsFrom(token);
    if (!part) return [];
    // while `-is:` is being typed, it must not rule out whatever has an "is"
    if (part.type === 'word' && /[:：]$/.test(part.text)) return [part, ...more];
    return [{ type: 'not', part, start, end: endOfLast() }];
  };

  /** `why:(…)` */
  const restricted = ({ name, start }: OperatorToken): readonly Part[] => {
    const operator = operatorNamed(name);
    at++;
    const part = group();
    return part && operator?.type === 'field'
      ? [{ type: 'field', operator: name, fields: operator.fields, part, start, end: endOfLast() }]
      : [];
  };

  /** Parts beside each other as one: inner groups of the same kind taken apart, dates in several words put together. */
  const sideBySide = (parts: readonly Part[]): Part | undefined => {
    const flat = joinDates(
      parts.flatMap((part) => (part.type === 'all' ? part.parts : [part])),
      text,
      reckoning,
    );
    return flat.length > 1 ? { type: 'all', parts: flat, ...spanOf(flat) } : flat[0];
  };

  const endOfLast = (): number => tokens[Math.min(at, tokens.length) - 1]?.end ?? text.length;

  const root = group();
  return { text, parts: root?.type === 'all' ? root.parts : list(root), language: reckoning.language };
}

/** An operator with its value. One that doesn't understand its value is words, as they were typed. */
function valued(token: OperatorToken, value: NonNullable<OperatorToken['value']>, text: string, reckoning: Reckoning): readonly Part[] {
  const { name, start, end } = token;
  const operator = operatorNamed(name);
  switch (operator?.type) {
    case 'field':
      if (!/[\p{L}\p{N}]/u.test(value.text)) break;
      return [{ type: 'field', operator: name, fields: operator.fields, part: { ...value, type: value.type }, start, end }];
    case 'fact': {
      const asked = value.text === '' ? undefined : operator.read(value.text);
      if (asked === undefined) break;
      return [{ type: 'fact', operator: name, fact: operator.factOf(asked), value: value.text, asked, start, end }];
    }
    case 'date': {
      const begins = startOfDate(value.text, reckoning);
      if (begins === undefined) break;
      return [{ type: 'date', operator: name, value: value.text, isQuoted: value.type === 'phrase', begins, start, end }];
    }
    case undefined:
  }
  if (value.type === 'word') return [{ type: 'word', text: text.slice(start, end), start, end }];
  const head: Part = { type: 'word', text: text.slice(start, value.start), start, end: value.start };
  return [head, ...plainWordsOf(text.slice(value.start, end), value.start).map((word): Part => ({ ...word, type: 'word' }))];
}

const list = (part: Part | undefined): readonly Part[] => (part ? [part] : []);

/** An OR that has nothing on one of its sides is a word. */
const wordOr = ({ start, end }: Token): Part => ({ type: 'word', text: 'or', start, end });

const beginsPart = (token: Token | undefined): boolean => token !== undefined && token.type !== 'or' && token.type !== 'close';

function anyOf(alternatives: readonly Part[]): Part | undefined {
  const flat = alternatives.flatMap((part) => (part.type === 'any' ? part.parts : [part]));
  return flat.length > 1 ? { type: 'any', parts: flat, ...spanOf(flat) } : flat[0];
}

const spanOf = (parts: readonly Part[]): Pick<Part, 'start' | 'end'> => ({ start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 });
