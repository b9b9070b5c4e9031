import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';
import './styles/Button.css';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** `primary` once a view; `quiet` beside text; `danger` for what takes something away. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Absent in a button that submits its form. */
  readonly onClick?: () => void;
  /** Under way: the button stays focusable and says so, and does nothing. */
  readonly busy?: boolean;
  readonly tabIndex?: number;
  /** A switch: on or off. */
  readonly pressed?: boolean;
  /** It shows and hides something: whether that is shown. */
  readonly expanded?: boolean;
  /** A key that does the same, as `aria-keyshortcuts` names it. */
  readonly keys?: string;
}

/** A button. Without `onClick` it submits the form that it stands in. */
export const Button = ({ children, look = 'plain', icon, onClick, busy = false, tabIndex, pressed, expanded, keys }: ButtonProps) => (
  <button
    type={onClick ? 'button' : 'submit'}
    class={`button button-${look}`}
    aria-disabled={busy || undefined}
    aria-pressed={pressed}
    aria-expanded={expanded}
    aria-keyshortcuts={keys}
    tabIndex={tabIndex}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.();
    }}
  >
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </button>
);

export interface IconButtonProps {
  readonly icon: IconName;
  /** The name that is read out, and shown as a tooltip. */
  readonly label: string;
  readonly onClick: () => void;
  readonly look?: 'quiet' | 'danger';
  readonly tabIndex?: number;
  /** A switch: on or off. Its label stays the same. */
  readonly pressed?: boolean;
}

/** A button with a picture only; its label is its name and its tooltip. */
export const IconButton = ({ icon, label, onClick, look = 'quiet', tabIndex, pressed }: IconButtonProps) => (
  <button
    type="button"
    class={`icon-button icon-button-${look}`}
    aria-label={label}
    aria-pressed={pressed}
    title={label}
    tabIndex={tabIndex}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
