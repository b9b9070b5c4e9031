import { startOfDate } from './dates.ts';
import { operatorNamed } from './operators/index.ts';
import type { Part } from './tree.ts';

/** What documents are counted by, and narrowed down to. Each but the year is an operator. */
export const FACETS = ['site', 'tag', 'kind', 'status', 'in', 'year'] as const;
export type FacetName = (typeof FACETS)[number];

/** One value of a facet that a query asks for, and where (UTF-16 code units of what was typed). */
export interface Choice {
  /** As it is compared. */
  readonly asked: string;
  readonly start: number;
  readonly end: number;
}

/** Alternatives of one facet that stand in a query as a part of their own: the parts from `from` up to, not including, `to`. */
export interface Choices {
  readonly from: number;
  readonly to: number;
  readonly alternatives: readonly Choice[];
}

/** The choices of a facet in a query's parts, in order. What is behind a minus, or among other things, is none. */
export const choicesIn = (parts: readonly Part[], facet: FacetName): readonly Choices[] =>
  parts.flatMap((part, from): readonly Choices[] => {
    const next = parts[from + 1];
    const year = facet === 'year' && next ? yearOf(part, next) : undefined;
    if (year && next) return [{ from, to: from + 2, alternatives: [{ asked: year, start: part.start, end: next.end }] }];
    const several = part.type === 'any' ? part.parts : [part];
    const alternatives = several.flatMap((one) => {
      const asked = askedOf(one, facet);
      return asked === undefined ? [] : [{ asked, start: one.start, end: one.end }];
    });
    return alternatives.length === several.length ? [{ from, to: from + 1, alternatives }] : [];
  });

function askedOf(part: Part, facet: FacetName): string | undefined {
  if (facet !== 'year') return part.type === 'fact' && part.operator === facet ? part.asked : undefined;
  if (part.type !== 'all' || part.parts.length > 2) return undefined;
  const [after, before] = part.parts;
  return after && before && yearOf(after, before);
}

/** The year between `after:2026` and `before:2027`. */
function yearOf(after: Part, before: Part): string | undefined {
  if (after.type !== 'date' || after.operator !== 'after' || before.type !== 'date' || before.operator !== 'before') return undefined;
  const year = new Date(after.begins).getFullYear();
  return after.begins === beginOf(year) && before.begins === beginOf(year + 1) ? String(year) : undefined;
}

const beginOf = (year: number): number | undefined => startOfDate(String(year), { now: 0 });

/** A facet's value as it is compared; undefined when it can't be asked for. */
export function comparedValue(facet: FacetName, value: string): string | undefined {
  if (facet === 'year') return value;
  const operator = operatorNamed(facet);
  return operator?.type === 'fact' ? operator.read(value.trim()) : undefined;
}
