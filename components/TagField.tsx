import { parseTags } from '../domain/clip.ts';
import { words } from '../locales/index.ts';
import { Combobox } from './Combobox.tsx';
import { Field } from './Field.tsx';

export interface TagFieldProps {
  readonly id: string;
  /** As typed: `#css, layout`. */
  readonly value: string;
  /** Known tags, the most used first. */
  readonly suggestions: readonly string[];
  readonly onInput: (value: string) => void;
}

const MOST_OFFERED = 5;

/** What is typed after the last comma, and where it begins. */
function lastPart(typed: string): { readonly start: number; readonly part: string } {
  const start = typed.lastIndexOf(',') + 1;
  return { start, part: typed.slice(start).trim().replace(/^#/, '') };
}

/** Known tags that complete the last one typed, those that begin with it before those that hold it, without the ones already there. */
export function completeTags(typed: string, known: readonly string[]): readonly string[] {
  const { start, part } = lastPart(typed);
  const looked = part.toLowerCase();
  const taken = new Set(parseTags(typed.slice(0, start)).map((tag) => tag.toLowerCase()));
  const fits = known.filter((tag) => !taken.has(tag.toLowerCase()) && tag.toLowerCase() !== looked && tag.toLowerCase().includes(looked));
  const begins = (tag: string): boolean => tag.toLowerCase().startsWith(looked);
  return [...fits.filter(begins), ...fits.filter((tag) => !begins(tag))].slice(0, MOST_OFFERED);
}

/** Tags as one typed line with commas, completed from those already in use. */
export function TagField({ id, value, suggestions, onInput }: TagFieldProps) {
  const pick = (tag: string): void => {
    const before = value.slice(0, lastPart(value).start).trimEnd();
    onInput(`${before}${before ? ' ' : ''}${tag}, `);
  };
  return (
    <Field id={id} label={words.fields.tags} inRow>
      <Combobox
        id={id}
        value={value}
        options={completeTags(value, suggestions).map((tag) => ({ value: tag, label: tag }))}
        listLabel={words.fields.tagsKnown}
        placeholder={words.fields.tagsHint}
        onInput={onInput}
        onPick={pick}
      />
    </Field>
  );
}
