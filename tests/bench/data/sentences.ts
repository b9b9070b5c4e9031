import { seededRandom, type Random } from '../measure/random.ts';
import type { Language } from './languages/language.ts';

/** What writes in a language: the same seed writes the same. */
export interface Writer {
  /** A sentence as words, each with its punctuation. */
  readonly sentence: () => readonly string[];
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

/** Of a hundred words that carry meaning, how many are none of the phrases': with fewer, a text repeats itself more than people do. */
const COINED = 40;
const COINAGES = 3_000;

const isTelling = (word: string): boolean => /^\p{L}{2,}$/u.test(word) && (word.length >= 4 || /\p{Lo}/u.test(word));

/** Words that look like a language's own: the beginning of one and the end of another. The more common ones come first. */
const coinages = new Map<Language, readonly string[]>();
function coinagesOf(language: Language, words: readonly string[]): readonly string[] {
  const known = coinages.get(language);
  if (known) return known;
  const random = seededRandom(COINAGES);
  const telling = words.filter(isTelling).map((word) => [...word]);
  const coined = Array.from({ length: COINAGES }, () => {
    const [one, other] = [pickFrom(random, telling), pickFrom(random, telling)];
    return [...one.slice(0, 1 + random.below(one.length)), ...other.slice(random.below(other.length))].join('');
  });
  coinages.set(language, coined);
  return coined;
}

export function writerOf(language: Language, random: Random): Writer {
  const { openings, subjects, actions, places, reasons, names, orders, comma, stop } = language;
  const lists: Readonly<Record<string, readonly string[]>> = { o: openings, s: subjects, a: actions, p: places, r: reasons };
  const vocabulary = [...subjects, ...actions, ...places, ...reasons]
    .flatMap((phrase) => phrase.split(' '))
    .filter((word) => !word.includes('{'));
  const coined = coinagesOf(language, vocabulary);
  const coin = (): string => coined[Math.floor(COINAGES * (random.below(1_000) / 1_000) ** 3)] ?? '';
  const renewed = (word: string): string => (isTelling(word) && random.below(100) < COINED ? coin() : word);
  const fill = (phrase: string): string =>
    phrase
      .split(' ')
      .map(renewed)
      .join(' ')
      .replace('{name}', () => pickFrom(random, names))
      .replace('{number}', () => String(random.below(880) + 3))
      .replace('{year}', () => String(1820 + random.below(200)));
  const name = (): string => pickFrom(random, names);
  const word = (): string => renewed(pickFrom(random, vocabulary));

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
    title: () => fill(crossed(random, random.below(2) === 0 ? subjects : places)).split(' '),
    word,
    name,
  };
}
