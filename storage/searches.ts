import { fail, ok, type Result } from '../domain/failure.ts';
import type { Settings } from '../domain/settings.ts';
import type { WhenceDatabase } from './database.ts';
import { changeSettings } from './settings.ts';

/** A list of searches that are offered again: those that the person saved, in the order of saving; or the last ones, the last first. */
export type SearchList = 'saved' | 'recent';

const MOST_RECENT = 10;
const MOST_SAVED = 50;

/** A search as it is kept: without spaces that mean nothing. */
export const tidySearch = (query: string): string => query.trim().replace(/\s+/g, ' ');

/** Put a search into a list. Fails with `searches-full` where one that was saved before would have to go for it. */
export const keepSearch = (database: WhenceDatabase, list: SearchList, query: string): Promise<Result<Settings>> =>
  changeSettings(database, ({ savedSearches, recentSearches }) => {
    const kept = tidySearch(query);
    if (kept === '') return ok({});
    if (list === 'recent') return ok({ recentSearches: [kept, ...without(recentSearches, kept)].slice(0, MOST_RECENT) });
    if (savedSearches.includes(kept)) return ok({});
    return savedSearches.length < MOST_SAVED
      ? ok({ savedSearches: [...savedSearches, kept] })
      : fail('searches-full', { limit: MOST_SAVED });
  });

/** Take a search out of a list. */
export const forgetSearch = (database: WhenceDatabase, list: SearchList, query: string): Promise<Result<Settings>> =>
  changeSettings(database, ({ savedSearches, recentSearches }) =>
    ok(
      list === 'recent'
        ? { recentSearches: without(recentSearches, tidySearch(query)) }
        : { savedSearches: without(savedSearches, tidySearch(query)) },
    ),
  );

const without = (queries: readonly string[], query: string): string[] => queries.filter((one) => one !== query);
