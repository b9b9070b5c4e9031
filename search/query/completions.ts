import type { FactName } from './facts.ts';
import { foldText } from './foldText.ts';
import { OPERATORS, operatorNamed, type OperatorName } from './operators/index.ts';
import { printValue } from './print.ts';

/** Values in the person's own data, most used first. */
export type Known = Readonly<Partial<Record<Extract<FactName, 'site' | 'tags' | 'by' | 'in'>, readonly string[]>>>;

/** One way to go on. */
export interface Completion {
  readonly operator: OperatorName;
  /** Absent when it is the operator itself that is offered. */
  readonly value: string | undefined;
  /** The whole query once this is chosen, and where the caret then stands. */
  readonly text: string;
  readonly caret: number;
}

const MOST = 8;
/** The dates that are offered; many more are understood. */
const DATES = ['today', 'yesterday', 'this week', 'last week', 'this month', 'last month', 'this year', 'last year'];

/** What is being typed at the caret: perhaps a minus, an operator, and its value or the beginning of a word. */
const BEGUN = /(?<=^|[\s(])(-?)(?:([\p{L}-]+)[:：])?([^\s()]*)$/u;
/** The same where the value is in quotes that are still open. */
const BEGUN_IN_QUOTES = /(?<=^|[\s(])(-?)([\p{L}-]+)[:：]["“”„«»]([^"“”„«»]*)$/u;
/** What is left of it behind the caret. */
const REST = /^[^\s()"“”„«»]*["“”„«»]?/;

/**
 * What the operator or the value at the caret may become: operators by their beginning, all of them in an empty query;
 * closed lists, dates, and the `known` values that begin with what was typed, then those that have it in them.
 */
export function completions(text: string, caret: number, known: Known): readonly Completion[] {
  const before = text.slice(0, caret);
  const [begun = '', minus = '', name, typed = ''] = BEGUN_IN_QUOTES.exec(before) ?? BEGUN.exec(before) ?? [];
  if (name === undefined && typed === '' && text !== '') return [];
  const kept = before.slice(0, before.length - begun.length) + minus;
  const rest = text.slice(caret).replace(REST, '');
  const offer = (operator: OperatorName, value?: string): Completion => {
    const put = `${kept}${operator}:${value === undefined ? '' : `${printValue(value)} `}`;
    return { operator, value, text: put + (value === undefined ? rest : rest.trimStart()), caret: put.length };
  };
  if (name === undefined) {
    return OPERATORS.filter((operator) => operator.name.startsWith(typed.toLowerCase())).map((operator) => offer(operator.name));
  }
  const operator = operatorNamed(name);
  const values = operator ? likely(valuesOf(operator, known), typed) : [];
  // what is there already needs no offer
  const isWhole = values.length === 1 && foldText(values[0] ?? '') === foldText(typed);
  return operator && !isWhole ? values.map((value) => offer(operator.name, value)) : [];
}

function valuesOf(operator: NonNullable<ReturnType<typeof operatorNamed>>, known: Known): readonly string[] {
  if (operator.type === 'field') return [];
  if (operator.type === 'date') return DATES;
  if (operator.values.length > 0) return operator.values;
  const fact = operator.factOf('');
  return fact === 'site' || fact === 'tags' || fact === 'by' || fact === 'in' ? (known[fact] ?? []) : [];
}

/** The value that was typed, then those that begin with it, then those that have it further in. What has a quote in it can't be typed as a value. */
function likely(values: readonly string[], typed: string): readonly string[] {
  const wanted = foldText(typed);
  const placed = values.filter((value) => !/["“”„«»]/.test(value)).map((value) => ({ value, place: foldText(value).indexOf(wanted) }));
  const same = placed.filter(({ value }) => foldText(value) === wanted);
  const begin = placed.filter(({ place, value }) => place === 0 && foldText(value) !== wanted);
  const contain = placed.filter(({ place }) => place > 0);
  return [...same, ...begin, ...contain].slice(0, MOST).map(({ value }) => value);
}
