import type { Selector } from '../domain/selector.ts';
import { Folder } from './folding.ts';
import { seedsOf } from './seeds.ts';
import { Tokens } from './tokens.ts';

/** A quote with its surroundings, as it is looked for. */
export interface Target {
  /** Folded: the surroundings before, the quote, the surroundings after. */
  readonly text: string;
  /** Where the quote stands in `text`, without white space at its ends. */
  readonly start: number;
  readonly end: number;
  readonly tokens: Tokens;
  readonly seeds: Uint32Array;
  /** How many words each seed has. */
  readonly spans: Uint8Array;
  /** The words that are, or of which a part is, the quote's. */
  readonly first: number;
  readonly last: number;
  /** Where it began in the page's text (not folded), in code units. */
  readonly position: number | undefined;
  /** 0..1: how much of the quote another passage of its page had, when it was described. */
  readonly likeness: number | undefined;
  /** The quote's words that the other passage lacked: by hash, how many of them. */
  readonly telling: ReadonlyMap<number, number>;
}

/** What a target's selectors say, made ready; null without a quote. */
export function readTarget(selectors: readonly Selector[]): Target | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!quote || quote.exact.trim() === '') return null;
  const { exact, prefix = '', suffix = '', likeness, telling = '' } = quote;
  const folder = new Folder();
  folder.add(prefix + exact + suffix);
  const text = folder.text;
  let start = folder.foldedAt(prefix.length);
  let end = folder.foldedAt(prefix.length + exact.length);
  // the last character may have been folded together with what follows it
  if (folder.originalEnd(end) < prefix.length + exact.length) end++;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  if (start === end) return null;
  const tokens = new Tokens(Math.ceil(text.length / 4));
  tokens.read(text, 0, text.length);
  const first = tokens.indexAt(start);
  let last = first;
  while (last < tokens.count && (tokens.starts[last] ?? 0) < end) last++;
  return {
    text,
    start,
    end,
    tokens,
    ...seedsOf(tokens),
    first,
    last,
    position: selectors.find((selector) => selector.type === 'TextPositionSelector')?.start,
    likeness,
    telling: wordsOf(telling),
  };
}

function wordsOf(text: string): ReadonlyMap<number, number> {
  const words = new Tokens(8);
  words.read(text, 0, text.length);
  const counts = new Map<number, number>();
  for (const hash of words.hashes.subarray(0, words.count)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}
