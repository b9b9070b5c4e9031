import { align, type Sequences } from './align.ts';
import { chainsOf, type Hit } from './chain.ts';
import { MOST_PLACES, type PageIndex } from './seeds.ts';
import { dropStrays } from './strays.ts';
import type { Target } from './target.ts';
import { wholeAround, wholeQuotes, type Stretch } from './wholeQuote.ts';

/** A place in a page's folded text, and how much speaks for it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Whether the quote stands there as it is, but for white space. */
  readonly isWhole: boolean;
  /** Share of the quote's words that stand there, by what they tell. */
  readonly kept: number;
  /** Share of the words that another passage of the quote's page lacked; undefined where none was like it, or none lacked any. */
  readonly told: number | undefined;
  /** Share of the surroundings' words; undefined without surroundings. */
  readonly around: number | undefined;
  /** Bits that the quote's words and those around tell together. */
  readonly bits: number;
  readonly quoteBits: number;
  /** Words of the page between the quote's, for each word of the quote. */
  readonly inserted: number;
}

/** Hits that one quote may have; the rarest words' come first. */
const MOST_HITS = 200;
/** Words farther than this from where they stood, beside the quote, are not around it any more. */
const NEAR = 20;
/** Words of a long quote that are looked up. */
const MOST_SOUGHT = 600;
const MOST_CHAINS = 6;
/** Share of the surroundings that a whole quote has to have kept for no other place to be looked for. */
const AT_HOME = 0.5;

/** Every place that a target may be at, in no order. */
export function candidatesOf(page: PageIndex, target: Target): Candidate[] {
  const weights = weightsOf(page, target);
  const sequences = sequencesOf(page, target, weights);
  const found: Candidate[] = [];
  for (const { hit, whole } of wholeQuotes(page, target, weights))
    found.push(weighWhole(page, target, weights, align(sequences, [hit]), whole));
  // a changed quote elsewhere is no match for the whole one among its own surroundings
  if (found.some(({ around }) => around === undefined || around >= AT_HOME)) return found;
  for (const { hits: chain } of chainsOf(hitsOf(page, target, weights), reachOf(target), MOST_CHAINS)) {
    const candidate = weigh(page, target, weights, align(sequences, chain));
    if (candidate) found.push(candidate);
  }
  return found;
}

/** That other passage of a quote's own page which is most like it. */
export interface Like {
  /** 0..1: how much of the quote stands there. */
  readonly likeness: number;
  /** The quote's words that don't, in order. */
  readonly telling: readonly string[];
}

/** `start` and `end` are the quote's own place, in the folded text; the target has no surroundings. */
export function likeOf(page: PageIndex, target: Target, [start, end]: Stretch): Like {
  const weights = weightsOf(page, target);
  const sequences = sequencesOf(page, target, weights);
  const { text, tokens, first, last } = target;
  let like: Like = { likeness: 0, telling: [] };
  for (const { hits: chain } of chainsOf(hitsOf(page, target, weights), reachOf(target), MOST_CHAINS)) {
    const pairs = align(sequences, chain);
    const place = weigh(page, target, weights, pairs);
    if (!place || (place.end > start && place.start < end) || place.kept <= like.likeness) continue;
    const telling: string[] = [];
    for (let at = first; at < last && !place.isWhole; at++) {
      if ((pairs[at] ?? -1) < 0) telling.push(text.slice(tokens.starts[at], tokens.ends[at]));
    }
    like = { likeness: place.kept, telling };
  }
  return like;
}

const sequencesOf = (page: PageIndex, { tokens }: Target, weights: Float64Array): Sequences => ({
  quote: tokens.hashes.subarray(0, tokens.count),
  page: page.tokens.hashes,
  pageCount: page.tokens.count,
  weights,
});

/** Words of the page that one quote may stretch over. */
const reachOf = ({ tokens }: Target): number => Math.max(80, tokens.count);

/** Code units away from the quote at which a word around it tells half as much. */
const HALF_AS_NEAR = 100;

/** What each word of a target tells, in bits: the rarer in the page and the nearer to the quote, the more. */
function weightsOf(page: PageIndex, { tokens, start, end }: Target): Float64Array {
  const weights = new Float64Array(tokens.count);
  const { count } = page.tokens;
  for (let index = 0; index < tokens.count; index++) {
    const often = page.words.countOf(tokens.hashes[index] ?? 0);
    const rarity = Math.log2(1 + (count + 1_000) / (often + 1));
    const distance = Math.max(0, start - (tokens.ends[index] ?? 0), (tokens.starts[index] ?? 0) - end);
    // one character of a script without spaces is not a word
    const size = Math.min(1, 0.25 + ((tokens.ends[index] ?? 0) - (tokens.starts[index] ?? 0)) / 4);
    weights[index] = (rarity * size) / (1 + distance / HALF_AS_NEAR);
  }
  return weights;
}

function hitsOf(page: PageIndex, { tokens, seeds, first, last }: Target, weights: Float64Array): Hit[] {
  const stride = Math.max(1, Math.ceil((last - first) / MOST_SOUGHT));
  const sought: { readonly at: number; readonly hash: number; readonly isSeed: boolean; readonly often: number }[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const isInside = at > first + 200 && at < last - 200;
    if (isInside && at % stride !== 0) continue;
    const seed = seeds[at] ?? 0;
    const seedOften = seed === 0 ? 0 : page.seeds.countOf(seed);
    const often = page.words.countOf(tokens.hashes[at] ?? 0);
    if (seedOften > 0 && seedOften <= MOST_PLACES) sought.push({ at, hash: seed, isSeed: true, often: seedOften });
    else if (often > 0 && often <= MOST_PLACES) sought.push({ at, hash: tokens.hashes[at] ?? 0, isSeed: false, often });
  }
  sought.sort((one, other) => one.often - other.often);
  const hits: Hit[] = [];
  for (const { at, hash, isSeed, often } of sought) {
    if (hits.length > 0 && hits.length + often > MOST_HITS) break;
    const places = isSeed ? page.seeds.of(hash, MOST_PLACES) : page.words.of(hash, MOST_PLACES);
    for (const place of places) hits.push({ page: place, quote: at, weight: weights[at] ?? 0 });
  }
  return hits;
}

/** What speaks for a place where these words of a target stand; null when none of its quote does. */
function weigh(page: PageIndex, target: Target, weights: Float64Array, pairs: Int32Array): Candidate | null {
  const { first, last } = target;
  if (first === last) return weighWordless(page, target, weights, pairs);
  dropStrays(pairs, weights, first, last);
  let from = first;
  while (from < last && (pairs[from] ?? -1) < 0) from++;
  if (from === last) return null;
  let to = last - 1;
  while (to > from && (pairs[to] ?? -1) < 0) to--;
  const pageFrom = pairs[from] ?? 0;
  const pageTo = pairs[to] ?? 0;
  const whole = wholeAround(page, target, pageFrom, from);
  if (whole) return weighWhole(page, target, weights, pairs, whole);

  let quoteBits = 0;
  let keptBits = 0;
  let kept = 0;
  for (let at = first; at < last; at++) {
    quoteBits += weights[at] ?? 0;
    if ((pairs[at] ?? -1) < 0) continue;
    keptBits += weights[at] ?? 0;
    kept++;
  }
  const around = weighAround(target, weights, pairs, [from, pageFrom], [to, pageTo]);
  const [start, end] = edgesOf(page, target, [from, pageFrom], [to, pageTo]);
  return {
    start,
    end,
    isWhole: false,
    kept: keptBits / quoteBits,
    told: toldOf(target, weights, pairs),
    around: around.share,
    bits: keptBits + around.bits,
    quoteBits: keptBits,
    inserted: (pageTo - pageFrom + 1 - kept) / (last - first),
  };
}

/** Share of the telling words that stand at a place: of one that the quote has several times, those beyond what the other passage had. */
function toldOf({ telling, tokens, first, last }: Target, weights: Float64Array, pairs: Int32Array): number | undefined {
  if (telling.size === 0) return undefined;
  const met = new Map<number, { weight: number; missing: number }>();
  for (let at = first; at < last; at++) {
    const hash = tokens.hashes[at] ?? 0;
    if (!telling.has(hash)) continue;
    const word = met.get(hash) ?? { weight: 0, missing: 0 };
    word.weight = Math.max(word.weight, weights[at] ?? 0);
    if ((pairs[at] ?? -1) < 0) word.missing++;
    met.set(hash, word);
  }
  let all = 0;
  let told = 0;
  for (const [hash, { weight, missing }] of met) {
    const lacked = telling.get(hash) ?? 0;
    all += weight * lacked;
    told += weight * Math.max(0, lacked - missing);
  }
  return all === 0 ? undefined : told / all;
}

/** As `weigh`, for a quote without any word: it has to stand as it is between the two words that were beside it. */
function weighWordless(page: PageIndex, target: Target, weights: Float64Array, pairs: Int32Array): Candidate | null {
  const { text, start, end, tokens, first } = target;
  const before = first > 0 ? (pairs[first - 1] ?? -1) : -1;
  const after = first < tokens.count ? (pairs[first] ?? -1) : -1;
  if ((first > 0 && before < 0) || (first < tokens.count && after < 0)) return null;
  const from = before < 0 ? 0 : (page.tokens.ends[before] ?? 0);
  const to = after < 0 ? page.text.length : (page.tokens.starts[after] ?? 0);
  const place = page.text.slice(from, to).indexOf(text.slice(start, end));
  if (place < 0) return null;
  const around = weighAround(target, weights, pairs, [first, before + 1], [first - 1, before]);
  return {
    start: from + place,
    end: from + place + end - start,
    isWhole: true,
    kept: 1,
    told: 1,
    around: around.share,
    bits: around.bits,
    quoteBits: 0,
    inserted: 0,
  };
}

/** As `weigh`, where the quote stands as it is. */
function weighWhole(page: PageIndex, target: Target, weights: Float64Array, pairs: Int32Array, [start, end]: Stretch): Candidate {
  const { first, last } = target;
  const quoteBits = weights.subarray(first, last).reduce((sum, weight) => sum + weight, 0);
  const around = weighAround(target, weights, pairs, [first, page.tokens.indexAt(start)], [last - 1, page.tokens.indexAt(end - 1)]);
  return { start, end, isWhole: true, kept: 1, told: 1, around: around.share, bits: quoteBits + around.bits, quoteBits, inserted: 0 };
}

/** How much of what stood around the quote does so still, when its outermost words are at these places. */
function weighAround(
  { tokens, first, last }: Target,
  weights: Float64Array,
  pairs: Int32Array,
  [from, pageFrom]: readonly [number, number],
  [to, pageTo]: readonly [number, number],
): { readonly bits: number; readonly share: number | undefined } {
  let bits = 0;
  let all = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (at >= first && at < last) continue;
    const weight = weights[at] ?? 0;
    const place = pairs[at] ?? -1;
    all += weight;
    const shift = at < first ? pageFrom - place - (from - at) : place - pageTo - (at - to);
    if (place >= 0 && Math.abs(shift) <= NEAR) bits += weight;
  }
  return { bits, share: all === 0 ? undefined : bits / all };
}

const SPACE = 32;

/** From the first to the last word that was kept, with what is no word at its ends: brackets, quotation marks, a full stop. */
function edgesOf(
  page: PageIndex,
  { text, start, end, tokens, first, last }: Target,
  [from, pageFrom]: readonly [number, number],
  [to, pageTo]: readonly [number, number],
): Stretch {
  let pageStart = page.tokens.starts[pageFrom] ?? 0;
  let pageEnd = page.tokens.ends[pageTo] ?? 0;
  if (from === first) pageStart += Math.max(0, start - (tokens.starts[first] ?? 0));
  if (to === last - 1) pageEnd -= Math.max(0, (tokens.ends[to] ?? 0) - end);
  const isSame = (at: number, pageAt: number): boolean => text.charCodeAt(at) !== SPACE && text[at] === page.text[pageAt];
  for (let at = Math.max(start, tokens.starts[from] ?? 0) - 1; at >= start && isSame(at, pageStart - 1); at--) pageStart--;
  for (let at = Math.min(end, tokens.ends[to] ?? 0); at < end && isSame(at, pageEnd); at++) pageEnd++;
  return [pageStart, pageEnd];
}
