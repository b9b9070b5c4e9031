import { startOfDate } from './dates.ts';
import { operatorNamed } from './operators/index.ts';
import type { DatePart, NotPart, Part } from './tree.ts';

/** A date takes in at most so many words after its first: "the day before yesterday". */
const MOST_WORDS = 3;

const HEAD = /^(\p{L}+)[:：](.+)$/u;

/**
 * Put dates together that were typed in several words without quotes: `after:last week`, `before:5 March 2026`. Of
 * parts that stand side by side; the longest date counts.
 */
export function joinDates(parts: readonly Part[], now: number): readonly Part[] {
  const joined: Part[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) continue;
    const date = longestDate(part, parts.slice(at + 1, at + 1 + MOST_WORDS), now);
    joined.push(date?.part ?? part);
    at += date?.words ?? 0;
  }
  return joined;
}

function longestDate(part: Part, next: readonly Part[], now: number): { readonly part: Part; readonly words: number } | undefined {
  const inner = part.type === 'not' ? part.part : part;
  const begun = beginningOf(inner);
  if (!begun) return undefined;
  const other = next.findIndex(({ type }) => type !== 'word');
  const words = next.slice(0, other < 0 ? next.length : other).filter((one) => one.type === 'word');
  for (let count = words.length; count > 0; count--) {
    const taken = words.slice(0, count);
    const value = [begun.value, ...taken.map(({ text }) => text)].join(' ');
    const begins = startOfDate(value, now);
    if (begins === undefined) continue;
    const end = taken.at(-1)?.end ?? inner.end;
    const date: DatePart = { type: 'date', operator: begun.operator, value, isQuoted: true, begins, start: inner.start, end };
    const not: NotPart = { type: 'not', part: date, start: part.start, end };
    return { part: part.type === 'not' ? not : date, words: count };
  }
  return undefined;
}

/** What may be the first word of a date: the value of an operator that asks for one, whether it is a date by itself (`after:march`) or not. */
function beginningOf(part: Part): Pick<DatePart, 'operator' | 'value'> | undefined {
  if (part.type === 'date') return part.isQuoted ? undefined : part;
  const [, name = '', value = ''] = HEAD.exec(part.type === 'word' ? part.text : '') ?? [];
  const operator = operatorNamed(name);
  return operator?.type === 'date' ? { operator: operator.name, value } : undefined;
}
