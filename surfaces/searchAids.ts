import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Facet } from '../components/FacetGroup.tsx';
import type { SavedSearch } from '../components/searchRows.ts';
import type { Facets, Help, SearchIndex } from '../search/index.ts';
import { completions, filtersOf, withFilter, withoutFilter, type Completion, type FacetName, type Known } from '../search/query/index.ts';

/** What helps to search, beside what was found. */
export interface SearchAids {
  /** Where the caret stands in the query, in UTF-16 code units. */
  readonly caret: Signal<number>;
  readonly completions: ReadonlySignal<readonly Completion[]>;
  /** Values in the person's own data, the most used first. */
  readonly known: ReadonlySignal<Known>;
  /** What the answers have in common; empty where nobody asked for facets, and where nothing answers. */
  readonly facets: ReadonlySignal<readonly Facet[]>;
  readonly toggle: (facet: FacetName, value: string) => void;
  /** Ways on from a search that found nothing. */
  readonly help: ReadonlySignal<Help | undefined>;
  readonly saved: ReadonlySignal<readonly SavedSearch[]>;
}

interface Sources {
  readonly query: Signal<string>;
  /** How many answer it; absent until that is known. */
  readonly total: ReadonlySignal<number | undefined>;
  /** The index, to be asked without delay; absent until it was read. */
  readonly index: ReadonlySignal<SearchIndex | undefined>;
  /** Rises when the index has something else in it. */
  readonly kept: ReadonlySignal<number>;
  readonly savedSearches: ReadonlySignal<readonly string[]>;
  readonly hasFacets: boolean;
  /** Do this once there is time. */
  readonly later: (work: () => void) => void;
  readonly now: () => number;
  readonly end: AbortSignal;
}

/** The order of facets, and what has none of a value is not shown. */
const FACETS: readonly FacetName[] = ['kind', 'tag', 'site', 'in', 'status', 'year'];

export function searchAids({ query, total, index, kept, savedSearches, hasFacets, later, now, end }: Sources): SearchAids {
  const caret = signal(0);
  const known = signal<Known>({});
  const counted = signal<Facets | undefined>(undefined);
  const counts = signal<ReadonlyMap<string, number | undefined>>(new Map());
  const help = signal<Help | undefined>(undefined);

  /** Ask the index whenever what `depends` reads changes, once there is time, and only the last time. */
  const follow = (depends: () => void, ask: (index: SearchIndex) => void): void => {
    let asked = 0;
    const stop = effect(() => {
      depends();
      void kept.value;
      const searched = index.value;
      const mine = ++asked;
      if (searched) later(() => mine === asked && !end.aborted && ask(searched));
    });
    end.addEventListener('abort', stop);
  };
  follow(
    () => undefined,
    (searched) => (known.value = searched.known()),
  );
  follow(
    () => void savedSearches.value,
    (searched) => {
      counts.value = new Map(savedSearches.value.map((saved) => [saved, countOf(searched, saved, now())]));
    },
  );
  follow(
    // from one query that finds nothing to the next the total stays the same
    () => void [total.value, query.value],
    (searched) => (help.value = total.value === 0 ? searched.help(query.value, { now: now() }) : undefined),
  );
  if (hasFacets) {
    follow(
      () => void query.value,
      (searched) => (counted.value = searched.facets(query.value, { now: now() })),
    );
  }

  return {
    caret,
    known,
    help,
    completions: computed(() => completions(query.value, Math.min(caret.value, query.value.length), known.value)),
    // what is left out of nothing is nothing
    facets: computed(() => (counted.value && total.value !== 0 ? facetsOf(counted.value, query.value, now()) : [])),
    toggle(facet, value) {
      const change = filtersOf(query.value, { now: now() }).has(facet, value) ? withoutFilter : withFilter;
      query.value = change(query.value, facet, value, { now: now() });
    },
    saved: computed(() => savedSearches.value.map((saved) => ({ query: saved, count: counts.value.get(saved) }))),
  };
}

/** How many documents answer a query; undefined where only their texts tell, which are not read for that. */
function countOf(index: SearchIndex, query: string, now: number): number | undefined {
  const { total, basis } = index.candidates(query, { limit: 1, now });
  return basis.sought.phrases.some(({ words }) => words.length > 1) ? undefined : total;
}

/** The values of each facet; one that is asked for is there even when nothing has it. */
function facetsOf({ counts, isExact }: Facets, query: string, now: number): readonly Facet[] {
  const asked = filtersOf(query, { now });
  return FACETS.flatMap((name) => {
    const there = counts[name].map(({ value, count }) => ({
      value,
      count: isExact ? count : undefined,
      isChosen: asked.has(name, value),
    }));
    const absent = asked.values[name]
      .filter((value) => !there.some((one) => one.isChosen && one.value.toLowerCase() === value.toLowerCase()))
      .map((value) => ({ value, count: 0, isChosen: true }));
    const values = [...absent, ...there];
    // one value that everything has tells nothing
    return values.length > 1 || values.some(({ isChosen }) => isChosen) ? [{ name, values }] : [];
  });
}
