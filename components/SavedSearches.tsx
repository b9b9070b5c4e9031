import { formatNumber, words } from '../locales/index.ts';
import { IconButton } from './Button.tsx';
import type { SavedSearch } from './searchRows.ts';
import './styles/QueryChips.css';
import './styles/SavedSearches.css';

export interface SavedSearchesProps {
  readonly saved: readonly SavedSearch[];
  readonly onPick: (query: string) => void;
  readonly onForget: (query: string) => void;
}

/** The searches that were saved, with what each finds now; nothing when there are none. */
export function SavedSearches({ saved, onPick, onForget }: SavedSearchesProps) {
  if (saved.length === 0) return null;
  return (
    <ul class="query-chips" role="list" aria-label={words.search.savedSearches}>
      {saved.map(({ query, count }) => (
        <li key={query} class="query-chip">
          <button type="button" class="saved-search" title={query} onClick={() => onPick(query)}>
            <span class="query-chip-label" dir="auto">
              {query}
            </span>{' '}
            {count !== undefined && (
              <>
                <span class="saved-search-count" aria-hidden="true">
                  {formatNumber(count)}
                </span>
                <span class="visually-hidden">{words.search.total(count)}</span>
              </>
            )}
          </button>
          <IconButton icon="close" label={words.search.forgetSaved(query)} onClick={() => onForget(query)} />
        </li>
      ))}
    </ul>
  );
}
