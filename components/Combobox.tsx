import { useId, useState } from 'preact/hooks';
import './styles/Combobox.css';

export interface ComboboxOption {
  /** What `onPick` gets. */
  readonly value: string;
  readonly label: string;
  /** Makes something new: set apart from what is there already. */
  readonly isNew?: boolean;
}

export interface ComboboxProps {
  readonly id: string;
  readonly value: string;
  /** What fits the typed text, the best first; the caller filters. */
  readonly options: readonly ComboboxOption[];
  /** The name of the list, read out. */
  readonly listLabel: string;
  readonly placeholder?: string;
  readonly onInput: (value: string) => void;
  readonly onPick: (value: string) => void;
}

/**
 * A text field with suggestions: the editable combobox with list autocomplete of the ARIA Authoring
 * Practices. The focus stays in the field; the list opens on typing, on ArrowDown and on a click.
 * The list takes its place in the flow instead of floating, since a frame cuts off what floats out of it.
 */
export function Combobox({ id, value, options, listLabel, placeholder, onInput, onPick }: ComboboxProps) {
  const listId = useId();
  const [isAsked, setAsked] = useState(false);
  const [active, setActive] = useState(-1);
  const isOpen = isAsked && options.length > 0;
  const current = isOpen ? options[active] : undefined;
  const optionId = (index: number): string => `${listId}-${index}`;

  const close = (): void => {
    setAsked(false);
    setActive(-1);
  };
  const pick = (option: ComboboxOption): void => {
    close();
    onPick(option.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // one place beyond the ends is "nothing chosen", so that the typed text can be had back
      const places = options.length + 1;
      setActive(isOpen ? ((active + 1 + step + places) % places) - 1 : step === 1 ? 0 : options.length - 1);
      setAsked(true);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      event.stopPropagation();
      pick(current);
    } else if (event.key === 'Escape' && isOpen) {
      // the list first; the next Escape is for whatever the field stands in
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <div class="combobox">
      <input
        id={id}
        class="input"
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={current ? optionId(active) : undefined}
        autocomplete="off"
        value={value}
        placeholder={placeholder}
        onInput={(event) => {
          setAsked(true);
          setActive(-1);
          onInput(event.currentTarget.value);
        }}
        onClick={() => setAsked(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <ul id={listId} class="combobox-list" role="listbox" aria-label={listLabel}>
          {options.map((option, index) => (
            <li
              key={option.label}
              id={optionId(index)}
              class={option.isNew ? 'combobox-option combobox-new' : 'combobox-option'}
              role="option"
              aria-selected={index === active}
              // a mouse press would take the focus from the field and close the list before the click
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              {option.label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
