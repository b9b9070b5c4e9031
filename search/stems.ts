import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as spanish } from '@orama/stemmers/spanish';

/** By the language's code, what a folded word's forms have in common. */
const STEMMERS: ReadonlyMap<string, (word: string) => string> = new Map([
  ['en', english],
  ['fr', french],
  ['de', german],
  ['es', spanish],
]);

/** A shorter stem is shared by words that have nothing to do with each other. */
const SHORTEST_STEM = 3;
/** The stemmers are written for words, not for keys and encodings. */
const LONGEST_WORD = 30;

/** What the forms of a folded word have in common in a language; undefined when nothing is known of them. */
export function stemOf(word: string, language: string): string | undefined {
  if (word.length < SHORTEST_STEM || word.length > LONGEST_WORD) return undefined;
  const stem = STEMMERS.get(language)?.(word);
  return stem !== undefined && stem.length >= SHORTEST_STEM ? stem : undefined;
}
