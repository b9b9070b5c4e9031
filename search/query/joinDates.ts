import { startOfDate, type Reckoning } from './dates.ts';
import { operatorNamed } from './operators/index.ts';
import type { DatePart, NotPart, Part, WordPart } from './tree.ts';

/** A date takes in at most so many words after its first: "the day before yesterday". */
const MOST_WORDS = 3;

const HEAD = /^(\p{L}+)[:：](.+)$/u;

/**
 * Put dates together that were typed in several words without quotes: `after:last week`, `before:5 March 2026`. Of
 * parts that stand side by side in `text`, with nothing but spaces in between; the longest date counts.
 */
export function joinDates(parts: readonly Part[], text: string, reckoning: Reckoning): readonly Part[] {
  const joined: Part[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) continue;
    const next = parts.slice(at + 1, at + 1 + MOST_WORDS);
    const apart = next.findIndex(({ start }, index) => text.slice(parts[at + index]?.end, start).trim() !== '');
    const date = longestDate(part, wordsFirst(apart < 0 ? next : next.slice(0, apart)), reckoning);
    joined.push(date?.part ?? part);
    at += date?.words ?? 0;
  }
  return joined;
}

/** Whether a part would take in words of the next ones, if they stood directly behind it. */
export const goesOn = (part: Part, next: readonly Part[], language: string | undefined): boolean =>
  // whether something is a date does not depend on the day
  longestDate(part, wordsFirst(next.slice(0, MOST_WORDS)), { now: 0, language }) !== undefined;

function wordsFirst(parts: readonly Part[]): readonly WordPart[] {
  const other = parts.findIndex(({ type }) => type !== 'word');
  return parts.slice(0, other < 0 ? parts.length : other).filter((part) => part.type === 'word');
}

function longestDate(
  part: Part,
  words: readonly WordPart[],
  reckoning: Reckoning,
): { readonly part: Part; readonly words: number } | undefined {
  const inner = part.type === 'not' ? part.part : part;
  const begun = beginningOf(inner);
  if (!begun) return undefined;
  for (let count = words.length; count > 0; count--) {
    const taken = words.slice(0, count);
    const value = [begun.value, ...taken.map(({ text }) => text)].join(' ');
    const begins = startOfDate(value, reckoning);
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
