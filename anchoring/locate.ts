import { align } from './align.ts';
import { chainsOf, type Hit } from './chain.ts';
import type { PageIndex } from './seeds.ts';
import type { Target } from './target.ts';

/** A place in a page's folded text, and how much speaks for it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Whether the quote stands there as it is, but for white space. */
  readonly isWhole: boolean;
  /** Share of the quote's words that stand there, by what they tell. */
  readonly kept: number;
  /** Share of the surroundings' words; undefined without surroundings. */
  readonly around: number | undefined;
  /** Bits that the quote's words and those around tell together. */
  readonly bits: number;
  readonly quoteBits: number;
  /** Words of the page between the quote's, for each word of the quote. */
  readonly inserted: number;
}

/** Hits that one quote may have; the rarest words' come first. */
const MOST_HITS = 320;
/** A word, or a seed, that stands in more places says too little to begin from. */
const MOST_PLACES = 400;
/** Words of a long quote that are looked up. */
const MOST_SOUGHT = 600;
const MOST_CHAINS = 6;

export function candidatesOf(page: PageIndex, target: Target): Candidate[] {
  const weights = weightsOf(page, target);
  const hits = hitsOf(page, target, weights);
  const reach = Math.max(80, target.tokens.count);
  const sequences = {
    quote: target.tokens.hashes.subarray(0, target.tokens.count),
    page: page.tokens.hashes,
    pageCount: page.tokens.count,
    weights,
  };
  const found: Candidate[] = [];
  for (const { hits: chain } of chainsOf(hits, reach, MOST_CHAINS)) {
    const candidate = weigh(page, target, weights, align(sequences, chain));
    if (candidate) found.push(candidate);
  }
  return found;
}

/** What each word of a target tells, in bits: the rarer in the page, the more. */
function weightsOf(page: PageIndex, { tokens }: Target): Float64Array {
  const weights = new Float64Array(tokens.count);
  const { count } = page.tokens;
  for (let index = 0; index < tokens.count; index++) {
    const often = page.words.countOf(tokens.hashes[index] ?? 0);
    const rarity = Math.log2(1 + (count + 1_000) / (often + 1));
    // one character of a script without spaces is not a word
    weights[index] = rarity * Math.min(1, 0.25 + ((tokens.ends[index] ?? 0) - (tokens.starts[index] ?? 0)) / 4);
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
  const { tokens, first, last } = target;
  dropStrays(pairs, weights, first, last);
  let from = first;
  while (from < last && (pairs[from] ?? -1) < 0) from++;
  if (from === last) return null;
  let to = last - 1;
  while (to > from && (pairs[to] ?? -1) < 0) to--;
  const pageFrom = pairs[from] ?? 0;
  const pageTo = pairs[to] ?? 0;

  let keptBits = 0;
  let quoteBits = 0;
  let kept = 0;
  let aroundBits = 0;
  let aroundAll = 0;
  for (let at = 0; at < tokens.count; at++) {
    const weight = weights[at] ?? 0;
    const place = pairs[at] ?? -1;
    if (at >= first && at < last) {
      quoteBits += weight;
      if (place >= 0) keptBits += weight;
      if (place >= 0) kept++;
    } else {
      aroundAll += weight;
      // words that stand far away are not around it
      const offset = at < first ? pageFrom - place - (from - at) : place - pageTo - (at - to);
      if (place >= 0 && Math.abs(offset) <= 20) aroundBits += weight;
    }
  }

  const whole = kept === last - first ? wholeAt(page.text, target, page.tokens.starts[pageFrom] ?? 0) : undefined;
  const [start, end] = whole ?? edgesOf(page, target, [from, pageFrom], [to, pageTo]);
  return {
    start,
    end,
    isWhole: whole !== undefined,
    kept: quoteBits === 0 ? 0 : keptBits / quoteBits,
    around: aroundAll === 0 ? undefined : aroundBits / aroundAll,
    bits: keptBits + aroundBits,
    quoteBits: keptBits,
    inserted: (pageTo - pageFrom + 1 - kept) / (last - first),
  };
}

const SPACE = 32;

/** Where the quote stands, but for white space, when its first word begins at an offset of the page's text. */
function wholeAt(page: string, { text, start, end, tokens, first }: Target, wordAt: number): readonly [start: number, end: number] | undefined {
  let from = wordAt;
  for (let at = (tokens.starts[first] ?? 0) - 1; at >= start; at--) {
    if (text.charCodeAt(at) === SPACE) continue;
    from--;
    while (page.charCodeAt(from) === SPACE) from--;
    if (page.charCodeAt(from) !== text.charCodeAt(at)) return undefined;
  }
  // a quote may begin inside a word
  from += Math.max(0, start - (tokens.starts[first] ?? 0));
  let to = from;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === SPACE) continue;
    while (page.charCodeAt(to) === SPACE) to++;
    if (page.charCodeAt(to) !== text.charCodeAt(at)) return undefined;
    to++;
  }
  return [from, to];
}

/** From the first to the last word that was kept, with what is no word at its ends: brackets, quotation marks, a full stop. */
function edgesOf(
  page: PageIndex,
  { text, start, end, tokens, first, last }: Target,
  [from, pageFrom]: readonly [number, number],
  [to, pageTo]: readonly [number, number],
): readonly [start: number, end: number] {
  let pageStart = page.tokens.starts[pageFrom] ?? 0;
  let pageEnd = page.tokens.ends[pageTo] ?? 0;
  if (from === first) pageStart += Math.max(0, start - (tokens.starts[first] ?? 0));
  if (to === last - 1) pageEnd -= Math.max(0, (tokens.ends[to] ?? 0) - end);
  const isSame = (at: number, pageAt: number): boolean => text.charCodeAt(at) !== SPACE && text[at] === page.text[pageAt];
  for (let at = Math.max(start, tokens.starts[from] ?? 0) - 1; at >= start && isSame(at, pageStart - 1); at--) pageStart--;
  for (let at = Math.min(end, tokens.ends[to] ?? 0); at < end && isSame(at, pageEnd); at++) pageEnd++;
  return [pageStart, pageEnd];
}

/** Bits that words at an end of a quote need to count as its own, when so many other words stand between. */
const strayCost = (gap: number): number => (gap <= 4 ? 0 : 4 * Math.log2(1 + gap));

function dropStrays(pairs: Int32Array, weights: Float64Array, first: number, last: number): void {
  const matched: number[] = [];
  for (let at = first; at < last; at++) if ((pairs[at] ?? -1) >= 0) matched.push(at);
  const gapAfter = (index: number): number => {
    const one = matched[index] ?? 0;
    const other = matched[index + 1] ?? 0;
    return (pairs[other] ?? 0) - (pairs[one] ?? 0) - (other - one);
  };
  let sum = 0;
  let begin = 0;
  for (let index = 0; index + 1 < matched.length; index++) {
    sum += weights[matched[index] ?? 0] ?? 0;
    if (sum > 40) break;
    if (sum < strayCost(gapAfter(index))) begin = index + 1;
  }
  sum = 0;
  let end = matched.length - 1;
  for (let index = matched.length - 1; index > begin; index--) {
    sum += weights[matched[index] ?? 0] ?? 0;
    if (sum > 40) break;
    if (sum < strayCost(gapAfter(index - 1))) end = index - 1;
  }
  matched.forEach((at, index) => {
    if (index < begin || index > end) pairs[at] = -1;
  });
}
