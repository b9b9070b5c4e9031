import { words } from '../locales/index.ts';
import type { Completion } from '../search/query/completions.ts';
import { printValue } from '../search/query/print.ts';

/** A search that the person keeps, with what it finds now. */
export interface SavedSearch {
  readonly query: string;
  /** Undefined while it is being counted, and where it can't be. */
  readonly count: number | undefined;
}

/** One line of the list under the search field. */
export type SearchRow = { readonly key: string; readonly text: string; readonly meaning: string; readonly count?: string } & (
  | { readonly type: 'completion'; readonly completion: Completion }
  | { readonly type: 'saved' | 'recent'; readonly query: string }
);

/** Each completion with what it means. */
export const completionRows = (completions: readonly Completion[]): readonly SearchRow[] =>
  completions.map((completion) => {
    const { operator, value } = completion;
    const text = `${operator}:${value === undefined ? '' : printValue(value)}`;
    return { type: 'completion', key: text, text, meaning: words.query.meaning(operator, value), completion };
  });

/** What an empty field offers: what was saved, what was searched before, then the operators. */
export const startRows = (
  saved: readonly SavedSearch[],
  recent: readonly string[],
  completions: readonly Completion[],
): readonly SearchRow[] => {
  const isSaved = new Set(saved.map(({ query }) => query));
  return [
    ...saved.map(({ query, count }): SearchRow => ({
      type: 'saved',
      key: `saved ${query}`,
      text: query,
      meaning: words.search.saved,
      query,
      ...(count !== undefined && { count: words.search.total(count) }),
    })),
    ...recent
      .filter((query) => !isSaved.has(query))
      .map((query): SearchRow => ({ type: 'recent', key: `recent ${query}`, text: query, meaning: words.search.recent, query })),
    ...completionRows(completions),
  ];
};
