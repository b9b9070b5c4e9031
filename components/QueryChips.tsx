import { IconButton } from './Button.tsx';
import './styles/QueryChips.css';

/** One thing that a search was taken to ask for. */
export interface QueryChip {
  /** What it says. */
  readonly label: string;
  /** What its cross does, in words. */
  readonly removeLabel: string;
  /** The search without it. */
  readonly without: string;
}

export interface QueryChipsProps {
  readonly label: string;
  readonly chips: readonly QueryChip[];
  /** Another search takes the place of this one. */
  readonly onQuery: (query: string) => void;
}

/** What was understood of a search, each part with a cross that takes it out. */
export function QueryChips({ label, chips, onQuery }: QueryChipsProps) {
  return (
    <ul class="query-chips" role="list" aria-label={label}>
      {chips.map((chip, index) => (
        <li key={`${index} ${chip.label}`} class="query-chip">
          <span class="query-chip-label" dir="auto">
            {chip.label}
          </span>
          <IconButton icon="close" label={chip.removeLabel} onClick={() => onQuery(chip.without)} />
        </li>
      ))}
    </ul>
  );
}
