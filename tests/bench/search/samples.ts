import type { Result } from '../measure/benchmark.ts';
import { percentile, spreadOf } from '../measure/statistics.ts';
import type { Query } from './queries.ts';

/** A time at these percentiles, `max` being the longest. */
export function times(metric: string, samples: readonly number[], ...which: readonly ('p50' | 'p95' | 'max')[]): readonly Result[] {
  const shares = { p50: 0.5, p95: 0.95, max: 1 };
  return which.map((name) => ({ metric: `${metric}.${name}`, value: percentile(samples, shares[name]), unit: 'ms', ...spreadOf(samples) }));
}

/** What stands in the search box while queries are typed, letter by letter. */
export const lettersOf = (queries: readonly Query[]): readonly string[] =>
  queries.flatMap(({ text }) => Array.from(text, (_, end) => text.slice(0, end + 1)).filter((typed) => !typed.endsWith(' ')));

/** Of all queries, and of those with a typing error, how many have the clip that was meant among the first results. */
export function recall(prefix: string, queries: readonly Query[], answers: readonly (readonly string[])[]): readonly Result[] {
  const found = queries.map(({ kind, wanted }, place) => ({ kind, isFound: answers[place]?.includes(wanted) ?? false }));
  const share = (metric: string, ...kinds: readonly Query['kind'][]): readonly Result[] => {
    const asked = found.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    const value = asked.filter(({ isFound }) => isFound).length / asked.length;
    return asked.length === 0 ? [] : [{ metric: `${prefix}${metric}`, value, unit: 'share', repetitions: asked.length }];
  };
  return [
    ...share('recall10'),
    ...share('recall10.typo', 'typo'),
    ...share('recall10.typo-prefix', 'typo-prefix'),
    ...share('recall10.phrase', 'phrase'),
  ];
}
