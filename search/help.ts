import { otherWords } from './otherWords.ts';
import { printQuery, understood, type Part, type Query } from './query/index.ts';
import type { Chip } from './query/understood.ts';
import type { Part as IndexPart } from './segments.ts';
import { queryWordsOf } from './words.ts';

/** A query that would find something, and how many documents that are, as far as the index can tell. */
export interface Instead {
  readonly query: string;
  readonly total: number;
}

/** Ways on from a query that found nothing. */
export interface Help {
  /** The query with another word that the index has, the likeliest first. */
  readonly near: readonly Instead[];
  /** The query without one of its conditions, in their order. */
  readonly without: readonly (Instead & { readonly chip: Chip })[];
  /** The query without all of its conditions; present when there are several, and something answers then. */
  readonly unfiltered: Instead | undefined;
}

/** What is offered of each: more is no help, and every one is counted. */
const MOST_NEAR = 3;
const MOST_WITHOUT = 6;
/** Words that others are looked for. */
const MOST_WORDS = 3;

/** How many documents answer a query, as it is typed. */
type Count = (query: string) => number;

/** What would find something in place of a query. Words that the index has are not replaced. */
export function helpWith(query: Query, count: Count, parts: readonly IndexPart[]): Help {
  const counted = (text: string): Instead => ({ query: text, total: count(text) });
  const conditions = understood(query).chips.filter((_, at) => query.parts[at] && isCondition(query.parts[at]));
  const words = { ...query, parts: query.parts.filter((part) => !isCondition(part)) };
  const unfiltered = conditions.length < 2 ? undefined : counted(printQuery(words));
  return {
    near: nearQueries(query, counted, parts),
    without: conditions
      .slice(0, MOST_WITHOUT)
      .map((chip) => ({ chip, ...counted(chip.without) }))
      .filter(({ total }) => total > 0),
    unfiltered: unfiltered && unfiltered.total > 0 ? unfiltered : undefined,
  };
}

/** What documents must have or not have, beside the words that are looked for. */
const isCondition = (part: Part): boolean =>
  part.type === 'any' || part.type === 'all' ? part.parts.every(isCondition) : part.type !== 'word' && part.type !== 'field';

function nearQueries(query: Query, counted: (text: string) => Instead, parts: readonly IndexPart[]): readonly Instead[] {
  const ways = query.parts
    .flatMap((part, at) => {
      const [word, ...more] = part.type === 'word' ? queryWordsOf(part.text) : [];
      return word && more.length === 0 ? [{ part, at, word: word.text }] : [];
    })
    .slice(0, MOST_WORDS)
    .flatMap(({ part: { start, end }, at, word }) =>
      otherWords(word, parts).map(({ text, likeness }) => {
        const words = text.split(' ').map((one): Part => ({ type: 'word', text: one, start, end }));
        return { likeness, text: printQuery({ ...query, parts: query.parts.toSpliced(at, 1, ...words) }) };
      }),
    );
  return ways
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_NEAR)
    .map(({ text }) => counted(text))
    .filter(({ total }) => total > 0);
}
