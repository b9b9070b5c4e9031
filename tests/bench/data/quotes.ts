import type { Random } from '../measure/random.ts';
import { tokensOf, type PageText, type Token } from './pageText.ts';

/** How much of a quote is left in the later version; between a tenth and four tenths no class is sure, and none is used. */
export const QUOTE_CLASSES = ['unchanged', 'light', 'heavy', 'deleted'] as const;
export type QuoteClass = (typeof QUOTE_CLASSES)[number];

/** A passage of the earlier version, as places in its words, and where it is in the later version. */
export interface Quote {
  readonly kind: QuoteClass;
  readonly start: number;
  readonly end: number;
  /** Places in the later version's words. Absent for what was deleted. */
  readonly truth: readonly [start: number, end: number] | undefined;
}

/** Words around a quote that have to tell it from its repetitions; where they don't, nobody could. */
const TELLING_CONTEXT = 6;
/** Words that are farther from the others than this many times the quote's length are no longer of one passage. */
const FARTHEST = 0.75;
/** In words. Of fewer, no share says much, and what was deleted stands in any text. */
const SHORTEST_CHANGED = 5;

/** Of passages whose very words stand elsewhere too, one in so many is used: there are some, and not many. */
const REPEATED = 6;

/** The same of passages of two to four words, of which a page has more than of sentences. */
const SHORT = 4;

/** Passages of the earlier version by seed, up to so many of each class. */
export function chooseQuotes(before: PageText, after: PageText, most: number, random: Random): readonly Quote[] {
  const tokens = tokensOf(before);
  const later = new Map(tokensOf(after).map(({ id }, place) => [id, place]));
  const starts = partStarts(before);
  const tells = tellingIn(tokens);
  const [timesBefore, timesAfter] = [timesIn(tokens), timesIn(tokensOf(after))];
  const chosen = new Map<string, Quote>();
  const counts = new Map<QuoteClass, number>();
  for (let tries = 0; tries < most * 60; tries++) {
    const [start, end] = someSpan(starts, tokens.length, random);
    const quote = classify(tokens, start, end, later);
    const key = `${start}-${end}`;
    if (!quote || chosen.has(key) || (counts.get(quote.kind) ?? 0) >= most || !tells(start, end)) continue;
    const words = tokens.slice(start, end);
    // what was taken out and stands elsewhere all the same, word for word, has not gone
    if (quote.kind === 'deleted' && timesAfter(words) > 0) continue;
    const isRepeated = timesBefore(words) > 1 || timesAfter(words) > (quote.kind === 'unchanged' ? 1 : 0);
    if (isRepeated && random.below(REPEATED) > 0) continue;
    if (words.length < SHORTEST_CHANGED && random.below(SHORT) > 0) continue;
    chosen.set(key, quote);
    counts.set(quote.kind, (counts.get(quote.kind) ?? 0) + 1);
  }
  return [...chosen.values()];
}

/** The place of each part's first word, and one past the last. */
function partStarts(page: PageText): readonly number[] {
  const starts = [0];
  for (const part of page.sections.flat().flatMap((block) => block.parts)) starts.push((starts.at(-1) ?? 0) + part.length);
  return starts;
}

/** A sentence, some words of one, some sentences, or words from anywhere to anywhere. */
function someSpan(starts: readonly number[], length: number, { below }: Random): readonly [number, number] {
  const at = below(starts.length - 1);
  const start = starts[at] ?? 0;
  const end = starts[at + 1] ?? length;
  const shape = below(100);
  if (shape < 40) return [start, end];
  if (shape < 65) {
    const from = start + below(end - start);
    return [from, Math.min(end, from + (below(5) === 0 ? 2 : 5) + below(9))];
  }
  if (shape < 85) return [start, starts[Math.min(starts.length - 1, at + 2 + below(3))] ?? length];
  const from = start + below(end - start);
  return [from, Math.min(length, from + 5 + below(56))];
}

/**
 * A passage by what became of its words: `later` says where each token is by now. Undefined when no class is sure, or when
 * nobody would clip it.
 */
export function classify(tokens: readonly Token[], start: number, end: number, later: ReadonlyMap<number, number>): Quote | undefined {
  const chosen = tokens.slice(start, end);
  const length = chosen.length;
  if (length < 2 || !isWorthClipping(chosen)) return undefined;
  const kept = chosen.flatMap(({ id }) => later.get(id) ?? []);
  if (kept.length / length < 0.1) return length < SHORTEST_CHANGED ? undefined : { kind: 'deleted', start, end, truth: undefined };
  const together = largestCluster(kept, Math.max(8, length * FARTHEST));
  if (together.length < kept.length || !isMostlyInOrder(together)) return undefined;
  const truth = [Math.min(...together), Math.max(...together) + 1] as const;
  if (kept.length === length && truth[1] - truth[0] === length && together.every((place, n) => place === truth[0] + n)) {
    return { kind: 'unchanged', start, end, truth };
  }
  const share = together.length / length;
  if (length < SHORTEST_CHANGED || share < 0.4) return undefined;
  return { kind: share >= 0.7 ? 'light' : 'heavy', start, end, truth };
}

/** Nobody clips a brace or two figures: some letters, in two words or more. */
function isWorthClipping(chosen: readonly Token[]): boolean {
  const words = chosen.filter(({ text }) => /\p{L}{2}/u.test(text));
  return words.length >= 2 && words.reduce((sum, { text }) => sum + text.length, 0) >= 6;
}

/** The most places, in the order given, of which no two neighbours by size are farther apart than this. */
function largestCluster(places: readonly number[], farthest: number): readonly number[] {
  const sorted = places.toSorted((one, other) => one - other);
  const clusters: number[][] = [];
  for (const place of sorted) {
    const last = clusters.at(-1);
    if (last && place - (last.at(-1) ?? 0) <= farthest) last.push(place);
    else clusters.push([place]);
  }
  const largest = new Set(clusters.reduce((best, cluster) => (cluster.length > best.length ? cluster : best), []));
  return places.filter((place) => largest.has(place));
}

/** A passage whose halves changed places has no single place: all but one word in twenty have to be in order. */
function isMostlyInOrder(places: readonly number[]): boolean {
  // the least last place of a rising run of each length
  const lasts: number[] = [];
  for (const place of places) {
    const at = lasts.findIndex((last) => last >= place);
    lasts[at < 0 ? lasts.length : at] = place;
  }
  return lasts.length >= places.length * 0.95;
}

/** Whether a passage, with a few words around it, occurs once. */
export function tellingIn(tokens: readonly Token[]): (start: number, end: number) => boolean {
  const times = timesIn(tokens);
  return (start, end) => times(tokens.slice(Math.max(0, start - TELLING_CONTEXT), end + TELLING_CONTEXT)) === 1;
}

/** How often these words stand in a text, counted up to two. */
export function timesIn(tokens: readonly Token[]): (words: readonly Token[]) => number {
  const joined = (words: readonly Token[]): string => ` ${words.map(({ text }) => text).join(' ')} `;
  const text = joined(tokens);
  return (words) => {
    const first = text.indexOf(joined(words));
    return first < 0 ? 0 : text.indexOf(joined(words), first + 1) < 0 ? 1 : 2;
  };
}
