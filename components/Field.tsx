import type { ComponentChildren } from 'preact';
import { useFirstFocus } from './firstFocus.ts';
import './styles/Field.css';

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Beside its label (the composer's rows) instead of under it. */
  readonly inRow?: boolean;
}

/** A control with its label and, when there is one, its hint, whose id is the control's with `-hint`. */
export const Field = ({ id, label, children, hint, inRow = false }: FieldProps) => (
  <div class={inRow ? 'field field-in-row' : 'field'}>
    <label class="field-label" for={id}>
      {label}
    </label>
    <div class="field-control">
      {children}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  </div>
);

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Which keyboard a touch screen shows. */
  readonly keyboard?: 'text' | 'url';
  readonly placeholder?: string;
  readonly hint?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** One line of text with its label. */
export function TextField({
  id,
  label,
  value,
  onInput,
  keyboard = 'text',
  placeholder,
  hint,
  maxLength,
  autoFocus = false,
}: TextFieldProps) {
  const input = useFirstFocus<HTMLInputElement>(autoFocus);
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        ref={input}
        id={id}
        class="input"
        type="text"
        inputMode={keyboard}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        autocomplete="off"
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}
