import { useEffect, useRef } from 'preact/hooks';
import { words } from '../locales/index.ts';
import { Icon } from './Icon.tsx';
import type { SearchRow } from './searchRows.ts';
import './styles/SearchOptions.css';

export interface SearchOptionsProps {
  /** The list's id; `optionId` makes its options'. */
  readonly id: string;
  readonly rows: readonly SearchRow[];
  /** The place of the one that Enter takes, or -1. */
  readonly active: number;
  readonly onTake: (row: SearchRow) => void;
  readonly onForget?: ((query: string) => void) | undefined;
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

const ICONS = { completion: 'search', saved: 'star', recent: 'waiting' } as const;

/** The list under the search field: over the results, so that nothing moves when it comes and goes. */
export function SearchOptions({ id, rows, active, onTake, onForget }: SearchOptionsProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul
      ref={list}
      id={id}
      class="search-options"
      role="listbox"
      aria-label={words.search.offers}
      // a press would take the focus from the field, and close the list before the click
      onMouseDown={(event) => event.preventDefault()}
    >
      {rows.map((row, index) => (
        <li
          key={row.key}
          id={optionId(id, index)}
          class="search-option"
          role="option"
          aria-selected={index === active}
          aria-keyshortcuts={row.type === 'recent' && onForget ? 'Delete' : undefined}
          onClick={() => onTake(row)}
        >
          <Icon name={ICONS[row.type]} />
          <span class="search-option-text" dir="auto" title={row.text}>
            {row.text}
          </span>{' '}
          <span class={row.count === undefined ? 'search-option-meaning' : 'search-option-meaning search-option-count'}>
            {row.count ?? row.meaning}
          </span>
          {row.type === 'recent' && onForget && (
            // for the mouse alone: an option holds no buttons; the keyboard has Delete
            <span
              class="search-option-forget"
              aria-hidden="true"
              title={words.search.forgetRecent}
              onClick={(event) => {
                event.stopPropagation();
                onForget(row.query);
              }}
            >
              <Icon name="close" />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
