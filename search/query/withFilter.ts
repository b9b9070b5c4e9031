import type { Reckoning } from './dates.ts';
import { choicesIn, comparedValue, FACETS, type Choices, type FacetName } from './facetChoices.ts';
import { parseQuery } from './parse.ts';
import { printQuery, printValue } from './print.ts';
import type { Part, Query } from './tree.ts';

/** The values of facets that a query asks for. */
export interface Filters {
  /** As they are compared, in the order in which they stand. */
  readonly values: Readonly<Record<FacetName, readonly string[]>>;
  /** Whether it asks for this value, however either is written. */
  readonly has: (facet: FacetName, value: string) => boolean;
}

/** Which values of facets a query asks for. */
export function filtersOf(text: string, reckoning: Reckoning): Filters {
  const { parts } = parseQuery(text, reckoning);
  const asked = (facet: FacetName): readonly string[] =>
    choicesIn(parts, facet).flatMap(({ alternatives }) => alternatives.map((choice) => choice.asked));
  // every facet has got its entry
  const values = Object.fromEntries(FACETS.map((facet) => [facet, asked(facet)])) as Record<FacetName, readonly string[]>;
  return { values, has: (facet, value) => values[facet].includes(comparedValue(facet, value) ?? '') };
}

/**
 * A query that asks for this value of a facet, too: beside others of the facet one of them is enough. What was typed stays
 * as it was. A value that can't be typed (it has a quote in it) leaves the query as it is.
 */
export function withFilter(text: string, facet: FacetName, value: string, reckoning: Reckoning): string {
  const query = parseQuery(text, reckoning);
  const put = typedAs(facet, value);
  const added = parseQuery(put, reckoning).parts;
  const [choice] = choicesIn(added, facet);
  if (choice?.to !== added.length || filtersOf(text, reckoning).has(facet, value)) return text;
  const last = choicesIn(query.parts, facet).at(-1);
  if (!last) {
    // before the rest, so that its last word stays one that may be unfinished
    const isOneGroup = query.parts.length === 1 && query.parts[0]?.type === 'any';
    const rest = isOneGroup ? `(${text})` : text;
    return meaning([...added, ...query.parts], query.parts.length === 0 ? put : `${put} ${rest}`, reckoning);
  }
  return rewritten(query, last, [...last.alternatives.map(({ start, end }) => text.slice(start, end)), put], reckoning);
}

/** A query that does not ask for this value of a facet. What else was typed stays as it was. */
export function withoutFilter(text: string, facet: FacetName, value: string, reckoning: Reckoning): string {
  const asked = comparedValue(facet, value);
  const query = parseQuery(text, reckoning);
  const held = choicesIn(query.parts, facet).find(({ alternatives }) => alternatives.some((choice) => choice.asked === asked));
  if (!held) return text;
  const left = held.alternatives.filter((choice) => choice.asked !== asked);
  const without = rewritten(
    query,
    held,
    left.map(({ start, end }) => text.slice(start, end)),
    reckoning,
  );
  return withoutFilter(without, facet, value, reckoning);
}

const typedAs = (facet: FacetName, value: string): string =>
  facet === 'year' ? `after:${value} before:${Number(value) + 1}` : `${facet}:${printValue(value)}`;

/** The query with other alternatives, as they are typed, in the place of some. */
function rewritten({ text, parts }: Query, { from, to }: Choices, alternatives: readonly string[], reckoning: Reckoning): string {
  const put = alternatives.length > 1 ? `(${alternatives.join(' OR ')})` : alternatives.join('');
  const [start, end] = withParentheses(text, parts[from]?.start ?? 0, parts[to - 1]?.end ?? text.length);
  const rest = put === '' ? text.slice(end).replace(/^\s/, '') : text.slice(end);
  const expected = parts.toSpliced(from, to - from, ...parseQuery(put, reckoning).parts);
  return meaning(expected, text.slice(0, start) + put + rest, reckoning);
}

/** A place with the parentheses around it: those of a group are not in its place. */
function withParentheses(text: string, start: number, end: number): readonly [start: number, end: number] {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  if (!before.endsWith('(') || !after.startsWith(')')) return [start, end];
  return withParentheses(text, before.length - 1, text.length - after.length + 1);
}

/** What was written, when it is understood as these parts; else they are written afresh. */
function meaning(parts: readonly Part[], written: string, reckoning: Reckoning): string {
  const { language } = reckoning;
  const afresh = printQuery({ parts, language });
  return printQuery(parseQuery(written, reckoning)) === afresh ? written : afresh;
}
