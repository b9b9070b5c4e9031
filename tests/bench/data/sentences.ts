import type { Random } from '../measure/random.ts';
import type { Language } from './languages/language.ts';

/** What writes in a language: the same seed writes the same. */
export interface Writer {
  /** A sentence as words, each with its punctuation. */
  readonly sentence: () => readonly string[];
  /** A sentence that shares one or two phrases with an earlier one, as they do in one author's texts. */
  readonly variation: (of: readonly string[]) => readonly string[];
  /** A few words as a title. */
  readonly title: () => readonly string[];
  readonly word: () => string;
  readonly name: () => string;
}

const pickFrom = <T>({ below }: Random, choices: readonly T[]): T => {
  const chosen = choices[below(choices.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
};

/** The beginning of one phrase with the end of another, so that whole phrases recur as seldom as in what people write. */
function crossed(random: Random, choices: readonly string[]): string {
  const [one, other] = [pickFrom(random, choices).split(' '), pickFrom(random, choices).split(' ')];
  return [...one.slice(0, Math.ceil(one.length / 2)), ...other.slice(Math.ceil(other.length / 2))].join(' ');
}

export function writerOf(language: Language, random: Random): Writer {
  const { openings, subjects, actions, places, reasons, names, orders, comma, stop } = language;
  const lists: Readonly<Record<string, readonly string[]>> = { o: openings, s: subjects, a: actions, p: places, r: reasons };
  const vocabulary = [...subjects, ...actions, ...places, ...reasons]
    .flatMap((phrase) => phrase.split(' '))
    .filter((word) => !word.includes('{'));
  const fill = (phrase: string): string =>
    phrase
      .replace('{name}', () => pickFrom(random, names))
      .replace('{number}', () => String(random.below(880) + 3))
      .replace('{year}', () => String(1820 + random.below(200)));
  const name = (): string => pickFrom(random, names);
  const word = (): string => pickFrom(random, vocabulary);

  const sentence = (): readonly string[] => {
    const order = pickFrom(random, orders);
    const written = [...order].map((kind, place) => {
      const phrase = fill(crossed(random, lists[kind] ?? subjects));
      const next = order[place + 1];
      const mark = next === undefined ? stop : kind === 'o' || next === 'r' ? comma : '';
      return `${phrase}${mark.trim()}`;
    });
    const text = written.join(' ');
    return (text.charAt(0).toLocaleUpperCase(language.code) + text.slice(1)).split(' ');
  };
  return {
    sentence,
    variation: (of) => {
      const kept = of.slice(0, Math.max(1, Math.floor(of.length * 0.3)));
      const other = sentence();
      return [...kept, ...other.slice(Math.min(kept.length, other.length - 1))];
    },
    title: () => fill(crossed(random, random.below(2) === 0 ? subjects : places)).split(' '),
    word,
    name,
  };
}
