import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './styles/Switch.css';

export interface SwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** What belongs to it, below. */
  readonly children?: ComponentChildren;
}

/** Something that is on or off at once, and a sentence on what that means. */
export function Switch({ label, hint, isOn, onChange, children }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <div class="switch-text">
        <label class="switch-label" for={id}>
          {label}
        </label>
        <p class="switch-hint" id={`${id}-hint`}>
          {hint}
        </p>
        {children}
      </div>
      <input
        id={id}
        class="switch-input"
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
