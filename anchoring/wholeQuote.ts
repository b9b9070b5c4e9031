import type { Hit } from './chain.ts';
import { MOST_PLACES, type PageIndex } from './seeds.ts';
import type { Target } from './target.ts';

/** From and to an offset of a text. */
export type Stretch = readonly [start: number, end: number];

/** Where the quote stands as it is: every place of its rarest word, or seed, is looked at. The hit is that word there. */
export function wholeQuotes(page: PageIndex, target: Target, weights: Float64Array): { readonly hit: Hit; readonly whole: Stretch }[] {
  const { tokens, seeds, spans, first, last } = target;
  let often = Infinity;
  let rarest = first;
  let isSeed = false;
  for (let at = first; at < last; at++) {
    // a word that isn't in the page may have grown together with the one beside it
    const wordOften = page.words.countOf(tokens.hashes[at] ?? 0);
    if (wordOften > 0 && wordOften < often) [often, rarest, isSeed] = [wordOften, at, false];
    if (seeds[at] === 0 || at + (spans[at] ?? 0) > last) continue;
    const seedOften = page.seeds.countOf(seeds[at] ?? 0);
    if (seedOften > 0 && seedOften < often) [often, rarest, isSeed] = [seedOften, at, true];
  }
  if (often === Infinity) return [];
  const places = isSeed ? page.seeds.of(seeds[rarest] ?? 0, MOST_PLACES) : page.words.of(tokens.hashes[rarest] ?? 0, MOST_PLACES);
  return places.flatMap((place) => {
    const whole = wholeAround(page, target, place, rarest);
    return whole ? [{ hit: { page: place, quote: rarest, weight: weights[rarest] ?? 0 }, whole }] : [];
  });
}

const SPACE = 32;

/** The quote as it is, but for white space, around one of its words at a place of the page. */
export function wholeAround(
  { text: page, tokens: words }: PageIndex,
  { text, start, end, tokens }: Target,
  place: number,
  word: number,
): Stretch | undefined {
  const wordAt = tokens.starts[word] ?? 0;
  // a quote may begin inside a word
  let from = (words.starts[place] ?? 0) + Math.max(0, start - wordAt);
  let to = from;
  for (let at = Math.max(start, wordAt); at < end; at++) {
    if (text.charCodeAt(at) === SPACE) continue;
    while (page.charCodeAt(to) === SPACE) to++;
    if (page.charCodeAt(to) !== text.charCodeAt(at)) return undefined;
    to++;
  }
  for (let at = wordAt - 1; at >= start; at--) {
    if (text.charCodeAt(at) === SPACE) continue;
    from--;
    while (page.charCodeAt(from) === SPACE) from--;
    if (page.charCodeAt(from) !== text.charCodeAt(at)) return undefined;
  }
  return [from, to];
}
