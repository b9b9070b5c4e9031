import { words } from '../locales/index.ts';
import { IconButton } from './Button.tsx';
import { useFirstFocus } from './firstFocus.ts';
import { Icon } from './Icon.tsx';
import './styles/SearchBox.css';

export interface SearchBoxProps {
  readonly id: string;
  readonly value: string;
  readonly autoFocus?: boolean;
  /** The id of the list of cards that ArrowDown goes to. */
  readonly listId?: string;
  readonly onInput: (query: string) => void;
}

/** The one search field. ArrowDown goes into what was found; Escape clears it, and is the browser's when it is empty. */
export function SearchBox({ id, value, autoFocus = false, listId, onInput }: SearchBoxProps) {
  const input = useFirstFocus<HTMLInputElement>(autoFocus);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault();
      event.stopPropagation();
      onInput('');
    } else if (event.key === 'ArrowDown' && listId !== undefined) {
      const first = document.getElementById(listId)?.querySelector<HTMLElement>('[data-card]');
      if (!first) return;
      event.preventDefault();
      first.focus();
    }
  };
  return (
    <div class="search-box" role="search">
      <Icon name="search" />
      <label class="visually-hidden" for={id}>
        {words.search.label}
      </label>
      <input
        ref={input}
        id={id}
        class="search-input"
        type="search"
        value={value}
        placeholder={words.search.hint}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      ) : (
        <IconButton
          icon="close"
          label={words.search.clear}
          onClick={() => {
            onInput('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
