import type { Answering, Chosen } from './answering.ts';
import { choicesIn, FACETS, type FacetName } from './query/facetChoices.ts';
import { wantedTexts, type Query } from './query/index.ts';
import { inOperator } from './query/operators/in.ts';
import { kindOperator } from './query/operators/kind.ts';
import { siteOperator } from './query/operators/site.ts';
import { statusOperator } from './query/operators/status.ts';
import { tagOperator } from './query/operators/tag.ts';
import { tallyAsked, type Counted } from './tally.ts';
import { queryWordsOf } from './words.ts';

/** What the documents that answer a query have in common. */
export interface Facets {
  /** Documents that answer. */
  readonly total: number;
  /** Not when a phrase is asked for: documents that have its words, but not side by side, are counted with the others. */
  readonly isExact: boolean;
  /** Of each facet its values with how many asking for one finds, most first, then by the alphabet; years, the newest first. */
  readonly counts: Readonly<Record<FacetName, readonly Counted[]>>;
}

/** The columns that facets count, and what asks for their values. */
const ASKED = {
  site: ['site', siteOperator],
  tag: ['tags', tagOperator],
  kind: ['kind', kindOperator],
  status: ['status', statusOperator],
  in: ['in', inOperator],
} as const;

/** Count the documents that answer, for each facet as if the query asked nothing of that facet. */
export function countFacets(query: Query, answering: Answering): Facets {
  const narrowed = FACETS.flatMap((facet) => {
    const choices = choicesIn(query.parts, facet);
    if (choices.length === 0) return [];
    return [{ facet, others: query.parts.filter((_, at) => !choices.some(({ from, to }) => at >= from && at < to)) }];
  });
  const [all = [], ...wider] = answering.find(
    query,
    narrowed.map(({ others }) => others),
  );
  const counted = FACETS.map((facet) => {
    const chosen = wider[narrowed.findIndex((one) => one.facet === facet)] ?? all;
    if (facet === 'year') return [facet, yearsOf(chosen)];
    const [column, operator] = ASKED[facet];
    return [facet, tallyAsked(chosen, column, operator)];
  });
  return {
    total: all.reduce((sum, { docs }) => sum + docs.length, 0),
    isExact: !wantedTexts(query).some(({ part }) => part.type === 'phrase' && queryWordsOf(part.text).length > 1),
    // every facet has got its entry
    counts: Object.fromEntries(counted) as Facets['counts'],
  };
}

/** How many documents are of each calendar year, where the device is. */
function yearsOf(chosen: readonly Chosen[]): readonly Counted[] {
  const counts = new Map<number, number>();
  // documents of one year mostly come together, and asking a date for its year takes long
  let [year, begin, end, count] = [0, 0, 0, 0];
  const settle = (): void => {
    if (count > 0) counts.set(year, (counts.get(year) ?? 0) + count);
    count = 0;
  };
  for (const { segment, docs } of chosen) {
    for (const doc of docs) {
      const at = segment.at[doc] ?? 0;
      if (at < begin || at >= end) {
        settle();
        year = new Date(at).getFullYear();
        begin = new Date(year, 0, 1).getTime();
        end = new Date(year + 1, 0, 1).getTime();
      }
      count++;
    }
  }
  settle();
  return [...counts].sort(([one], [other]) => other - one).map(([value, documents]) => ({ value: String(value), count: documents }));
}
