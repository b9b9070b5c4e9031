import { walkNear } from './fuzzyWalk.ts';
import { sizeOfList } from './packedPostings.ts';
import { wordAt } from './packedWords.ts';
import type { Part } from './segments.ts';

/** One or two words of the index that may have been meant by one that it has not. */
export interface OtherWords {
  /** Folded, a space between two. */
  readonly text: string;
  /** 0 to 1, the highest for what is most like what was typed. */
  readonly likeness: number;
}

/** More edits than a search forgives by itself, by the typed word's length. */
const editsFor = (length: number): number => (length < 4 ? 1 : length < 8 ? 2 : 3);
/** Characters: of a shorter word too many others are near. */
const SHORTEST = 3;
/** A piece of a run-together word, and a beginning that stands for the whole. */
const SHORTEST_PIECE = 3;
const SHORTEST_BEGINNING = 4;
const MOST = 3;
/** Words near one that was typed which are looked at more closely. */
const MOST_NEAR = 50;

/** What the index has in the place of a folded word, the likeliest first; nothing when it has the word itself. */
export function otherWords(typed: string, parts: readonly Part[]): readonly OtherWords[] {
  const countOf = (word: string): number =>
    parts.reduce(
      (sum, { segment, near }) => near.findWhole(word).reduce((more, whole) => more + sizeOfList(segment.postings, whole.word), sum),
      0,
    );
  if (typed.length < SHORTEST || countOf(typed) > 0) return [];
  const found = new Map<string, number>();
  const add = (text: string, likeness: number): void => {
    found.set(text, Math.max(likeness, found.get(text) ?? 0));
  };
  for (const [text, edits] of typos(typed, parts)) add(text, 1 - edits / typed.length);
  for (let length = typed.length - 1; length >= SHORTEST_BEGINNING; length--) {
    const beginning = typed.slice(0, length);
    if (countOf(beginning) === 0) continue;
    add(beginning, length / typed.length);
    break;
  }
  const split = likeliestSplit(typed, countOf);
  if (split !== undefined) add(split, 0.95);
  return [...found]
    .map(([text, likeness]) => ({ text, likeness, count: countOf(text) }))
    .sort((one, other) => other.likeness - one.likeness || other.count - one.count)
    .slice(0, MOST)
    .map(({ text, likeness }) => ({ text, likeness }));
}

/** Words within some edits of the typed one, the nearest first. */
function typos(typed: string, parts: readonly Part[]): readonly (readonly [text: string, edits: number])[] {
  const codes = Uint16Array.from(typed, (_, at) => typed.charCodeAt(at));
  const near = parts.flatMap(({ segment: { words } }) => {
    const found: { readonly word: number; readonly edits: number }[] = [];
    walkNear(words, codes, editsFor(typed.length), false, (word, edits) => found.push({ word, edits }));
    return found
      .sort((one, other) => one.edits - other.edits)
      .slice(0, MOST_NEAR)
      .map(({ word, edits }) => [wordAt(words, word), edits] as const);
  });
  return near.sort(([, one], [, other]) => one - other);
}

/** A run-together word in two that the index has: of several ways, the one whose rarer word most documents have. */
function likeliestSplit(typed: string, countOf: (word: string) => number): string | undefined {
  let [most, likeliest] = [0, ''];
  for (let at = SHORTEST_PIECE; at <= typed.length - SHORTEST_PIECE; at++) {
    const pieces = [typed.slice(0, at), typed.slice(at)];
    const count = Math.min(...pieces.map(countOf));
    if (count > most) [most, likeliest] = [count, pieces.join(' ')];
  }
  return most > 0 ? likeliest : undefined;
}
