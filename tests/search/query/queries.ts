import fc from 'fast-check';
import { acceptsDate } from '../../../search/query/evaluate.ts';
import { parseQuery, type Facts, type Part, type Query } from '../../../search/query/index.ts';
import { operatorNamed, OPERATORS, type OperatorName } from '../../../search/query/operators/index.ts';
import { means } from './means.ts';

/** A Monday, half past ten in the morning, wherever the test runs. */
export const NOW = new Date(2026, 10, 23, 10, 30).getTime();

export const parse = (text: string): Query => parseQuery(text, { now: NOW });

/** The only part of a query. */
export function partOf(text: string): Part {
  const [part, ...more] = parse(text).parts;
  if (!part || more.length > 0) throw new Error(`${text} has ${more.length + Math.sign(Number(part !== undefined))} parts`);
  return part;
}

/** Parts without their places, which differ with how a query is written. */
export const placeless = (parts: readonly Part[]): unknown =>
  JSON.parse(JSON.stringify(parts, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)));

/** Whether a document with these facts answers the one filter of a query. */
export function asks(text: string, facts: Facts): boolean {
  const part = partOf(text);
  if (part.type !== 'fact') throw new Error(`${text} is not understood`);
  const operator = operatorNamed(part.operator);
  return operator?.type === 'fact' && [facts[part.fact] ?? []].flat().some((held) => operator.accepts(part.asked, held));
}

/** Whether a moment answers a query of nothing but dates. */
export const asksWhen = (text: string, at: number): boolean =>
  means({ type: 'all', parts: parse(text).parts, start: 0, end: 0 }, (leaf) => leaf.type === 'date' && acceptsDate(leaf, at));

/** What people might type, and what nobody would: pieces of syntax in any order. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ' ',
          '  ',
          '(',
          ')',
          '-',
          '"',
          '“',
          '”',
          ':',
          'OR',
          ' OR ',
          'or',
          '--',
          '?!',
          '\n',
          '：',
          '#',
          '5',
          '6 March',
          ' 2026',
        ),
        fc.constantFrom('grid', 'Crème', '東京', '1', 'march', 'last', 'week', 'ago', 'css/grid', 'a.example', 'mine', 'why', "l'été"),
        fc.constantFrom(...OPERATORS.map(({ name }) => `${name}:`)),
      ),
      { maxLength: 24 },
    )
    .map((pieces) => pieces.join('')),
);

const at = { start: 0, end: 0 };
const aWord = fc
  .constantFrom('grid', 'Flexbox', '東京', 'node.js', 'or', '--force', 'a:b', '5"')
  .map((text): Part => ({ type: 'word', text, ...at }));
const aPhrase = fc.constantFrom('grid rather', 'a OR (b) -c', 'x').map((text): Part => ({ type: 'phrase', text, ...at }));
const FACTS: readonly (readonly [OperatorName, string])[] = [
  ['site', 'a.example'],
  ['site', 'a.example/docs'],
  ['tag', 'Machine (learning) too'],
  ['tag', 'css'],
  ['by', 'Ada Lovelace'],
  ['by', 'me'],
  ['in', 'guild'],
  ['kind', 'photo'],
  ['status', 'accepted'],
  ['is', 'mine'],
  ['has', 'tag'],
];
const aFact = fc.constantFrom(...FACTS).map(([operator, value]) => partOf(`${operator}:"${value}"`));
const aDate = fc
  .tuple(fc.constantFrom('before', 'after'), fc.constantFrom('2026-03', 'yesterday', '3 weeks ago', '5 March 2026'))
  .map(([operator, value]) => partOf(`${operator}:"${value}"`));

const flat = (type: 'all' | 'any', parts: readonly Part[]): Part => {
  const all = parts.flatMap((part) => (part.type === type ? part.parts : [part]));
  const [only] = all;
  return only && all.length === 1 ? only : { type, parts: all, ...at };
};
const field = (operator: 'why' | 'rejected', part: Part): Part => {
  const known = operatorNamed(operator);
  return { type: 'field', operator, fields: known?.type === 'field' ? known.fields : [], part, ...at };
};

const { part: aPart } = fc.letrec<{ part: Part; group: Part }>((tie) => ({
  part: fc.oneof({ depthSize: 'small', withCrossShrink: true }, aWord, aPhrase, aFact, aDate, tie('group')),
  group: fc.oneof(
    fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => flat('all', parts)),
    fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => flat('any', parts)),
    tie('part').map((part): Part => ({ type: 'not', part, ...at })),
    fc.tuple(fc.constantFrom('why' as const, 'rejected' as const), tie('part')).map(([name, part]) => field(name, part)),
  ),
}));

/** The parts of any query that can be typed, without places. */
export const anyParts: fc.Arbitrary<readonly Part[]> = fc.array(aPart, { maxLength: 4 }).map((parts) => {
  const root = flat('all', parts);
  return root.type === 'all' ? root.parts : [root];
});
