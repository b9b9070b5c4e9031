import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../locales/index.ts';
import type { Completion } from '../search/query/completions.ts';
import { foldText } from '../search/query/foldText.ts';
import { IconButton } from './Button.tsx';
import { useFirstFocus } from './firstFocus.ts';
import { Icon } from './Icon.tsx';
import { optionId, SearchOptions } from './SearchOptions.tsx';
import { completionRows, startRows, type SavedSearch, type SearchRow } from './searchRows.ts';
import './styles/SearchBox.css';

export interface SearchBoxProps {
  readonly id: string;
  readonly value: string;
  readonly autoFocus?: boolean;
  /** The id of the list of cards that ArrowDown goes to. */
  readonly listId?: string;
  readonly onInput: (query: string) => void;
  /** What the operator or the value at the caret may become. */
  readonly completions?: readonly Completion[];
  /** One of them was chosen: its text takes the place of the query. The field sets the caret itself. */
  readonly onComplete?: (completion: Completion) => void;
  /** Where the caret stands now, in UTF-16 code units: completions are for that place. */
  readonly onCaret?: (caret: number) => void;
  /** What was searched before, the last first; offered by an empty field. */
  readonly recent?: readonly string[];
  readonly saved?: readonly SavedSearch[];
  /** A search of these two takes the place of the query. */
  readonly onPick?: (query: string) => void;
  /** Take a search out of the recent ones. */
  readonly onForget?: (query: string) => void;
  /** Enter was pressed behind a query: it is meant as it stands. */
  readonly onEnter?: (query: string) => void;
}

/**
 * When the list is there: `typed` opens it for an operator's values only, so that it doesn't come and go while words are
 * typed; `asked` for all there is to offer.
 */
type Opening = 'closed' | 'typed' | 'asked';

/** Whether two queries differ at most in capitals, accents and spaces. */
const sameQuery = (one: string, other: string): boolean => foldText(one) === foldText(other);

/**
 * The one search field: an editable combobox of the ARIA Authoring Practices. ArrowDown goes into the list when it is
 * open, else into what was found. Alt+ArrowDown and a click open the list: a field that is focused only because a popup
 * opened covers nothing. Escape closes the list, then clears the field, then is the browser's.
 */
export function SearchBox(props: SearchBoxProps) {
  const { id, value, autoFocus = false, listId, onInput, completions = [], onCaret } = props;
  const input = useFirstFocus<HTMLInputElement>(autoFocus);
  const optionsId = useId();
  const [opening, setOpening] = useState<Opening>('closed');
  const [active, setActive] = useState(-1);
  /** What was last typed or chosen here, and where the caret belongs in what was chosen. Any other query came from outside. */
  const put = useRef<{ readonly text: string; readonly caret?: number }>({ text: '' });

  const isValue = completions[0]?.value !== undefined;
  /** What is typed is one of the values already. */
  const isOffered = completions.some(({ text }) => sameQuery(text, value));
  const offered = value === '' ? startRows(props.saved ?? [], props.recent ?? [], completions) : completionRows(completions);
  const isOpen = offered.length > 0 && (opening === 'asked' || (opening === 'typed' && isValue && value !== ''));
  const rows = isOpen ? offered : [];
  const current = rows[active];

  const close = (): void => {
    setOpening('closed');
    setActive(-1);
  };
  const placeCaret = (caret: number): void => {
    input.current?.setSelectionRange(caret, caret);
    onCaret?.(caret);
  };
  const take = (row: SearchRow): void => {
    setActive(-1);
    if (row.type === 'completion') {
      const { text, caret } = row.completion;
      // after an operator its values are offered
      setOpening('typed');
      if (text === value) placeCaret(caret);
      else put.current = { text, caret };
      props.onComplete?.(row.completion);
    } else {
      setOpening('closed');
      props.onPick?.(row.query);
    }
  };
  useLayoutEffect(() => {
    const caret = put.current.text === value ? put.current.caret : value.length;
    put.current = { text: value };
    if (caret !== undefined) placeCaret(caret);
  }, [value]);

  const tellCaret = (): void => {
    const caret = input.current?.selectionStart;
    if (caret !== null && caret !== undefined) onCaret?.(caret);
  };
  useEffect(() => {
    // `select` is not told of a caret that only moves
    const onSelectionChange = (): void => {
      if (document.activeElement === input.current) tellCaret();
    };
    document.addEventListener('selectionchange', onSelectionChange);
    return () => document.removeEventListener('selectionchange', onSelectionChange);
  }, [onCaret]);
  const goToCards = (): boolean => {
    const first = listId === undefined ? undefined : document.getElementById(listId)?.querySelector<HTMLElement>('[data-card]');
    first?.focus();
    return Boolean(first);
  };
  const walk = (step: 1 | -1): void => {
    // one place beyond the ends is the typed text
    const places = offered.length + 1;
    setActive(isOpen ? ((active + 1 + step + places) % places) - 1 : step === 1 ? 0 : offered.length - 1);
    setOpening('asked');
  };
  /** Whether the key was for the list or the field, and so is for nobody else. */
  const answer = (event: KeyboardEvent): boolean => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
        if (isOpen || event.altKey) {
          // where the caret was moved to may not have been told yet
          tellCaret();
          walk(event.key === 'ArrowDown' ? 1 : -1);
          return true;
        }
        return event.key === 'ArrowDown' && !event.altKey && goToCards();
      case 'Enter':
        if (current) take(current);
        else if (value.trim() !== '') {
          close();
          props.onEnter?.(value);
        }
        return current !== undefined;
      case 'Tab': {
        const taken = current ?? (isValue && !event.shiftKey && !isOffered ? rows[0] : undefined);
        if (taken) take(taken);
        return taken !== undefined;
      }
      case 'Delete':
        if (current?.type !== 'recent' || !props.onForget) return false;
        props.onForget(current.query);
        return true;
      case 'Escape':
        close();
        if (!isOpen && value !== '') onInput('');
        return isOpen || value !== '';
      default:
        return false;
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
        // not of the type `search`: that one may not be a combobox
        type="text"
        inputMode="search"
        enterkeyhint="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? optionsId : undefined}
        aria-activedescendant={current ? optionId(optionsId, active) : undefined}
        value={value}
        placeholder={words.search.hint}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setOpening('typed');
          setActive(-1);
          put.current = { text: event.currentTarget.value };
          onInput(event.currentTarget.value);
          tellCaret();
        }}
        onClick={() => setOpening('asked')}
        onBlur={close}
        onKeyDown={(event) => {
          if (event.isComposing || !answer(event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
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
            close();
            onInput('');
            input.current?.focus();
          }}
        />
      )}
      {isOpen && <SearchOptions id={optionsId} rows={rows} active={active} onTake={take} onForget={props.onForget} />}
    </div>
  );
}
