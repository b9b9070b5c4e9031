import { STANCES, type Stance } from '../domain/clip.ts';
import { decisionKey } from '../domain/decision.ts';
import { words } from '../locales/index.ts';
import { Combobox, type ComboboxOption } from './Combobox.tsx';
import { Field } from './Field.tsx';
import './styles/DecisionField.css';

export interface DecisionFieldProps {
  readonly id: string;
  /** The decision's question, as typed. */
  readonly value: string;
  readonly stance: Stance;
  /** Known questions, the newest first. */
  readonly suggestions: readonly string[];
  readonly onDecision: (question: string) => void;
  readonly onStance: (stance: Stance) => void;
}

const MOST_OFFERED = 4;

/** Known questions that hold every typed word, and last the offer to create what was typed when no question is spelled like it. */
export function offerDecisions(typed: string, known: readonly string[]): readonly ComboboxOption[] {
  const key = decisionKey(typed);
  const parts = key.split(' ');
  const fits = known.filter((question) => parts.every((part) => decisionKey(question).includes(part)));
  const isKnown = known.some((question) => decisionKey(question) === key);
  const offered = fits.filter((question) => question !== typed).slice(0, MOST_OFFERED);
  return [
    ...offered.map((question) => ({ value: question, label: question })),
    ...(key && !isKnown ? [{ value: typed.trim(), label: words.fields.createDecision(typed.trim()), isNew: true }] : []),
  ];
}

/** Which decision this bears on, found or created by its question; and how, once there is one. */
export const DecisionField = ({ id, value, stance, suggestions, onDecision, onStance }: DecisionFieldProps) => (
  <Field id={id} label={words.fields.decision} inRow>
    <Combobox
      id={id}
      value={value}
      options={offerDecisions(value, suggestions)}
      listLabel={words.fields.decisionsKnown}
      placeholder={words.fields.decisionHint}
      onInput={onDecision}
      onPick={onDecision}
    />
    {value.trim() !== '' && (
      <fieldset class="stances">
        <legend class="visually-hidden">{words.fields.stance}</legend>
        {STANCES.map((one) => (
          // chosen as it is pressed: the press closes the list above, and the release would meet another place
          <label key={one} class={`stance stance-${one}`} onMouseDown={() => onStance(one)}>
            <input type="radio" name={`${id}-stance`} value={one} checked={one === stance} onChange={() => onStance(one)} />
            <span>{words.stance[one]}</span>
          </label>
        ))}
      </fieldset>
    )}
  </Field>
);
