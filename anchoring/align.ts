import type { Hit } from './chain.ts';

/** Two sequences of words, by hash, and what each word of the quote weighs. */
export interface Sequences {
  readonly quote: Uint32Array;
  readonly page: Uint32Array;
  readonly pageCount: number;
  readonly weights: Float64Array;
}

/** Words of the page that are looked at beyond as many as the quote has left at an end. */
const SLACK = 12;

/** A gap of more pairs than this is left open but for what follows on from its ends. */
const LARGEST_GAP = 6_000;

/**
 * Which word of the page each word of the quote is, or -1: the chain's hits, what follows on from them,
 * and the best common subsequence in the gaps between.
 */
export function align({ quote, page, pageCount, weights }: Sequences, chain: readonly Hit[]): Int32Array {
  const pairs = new Int32Array(quote.length).fill(-1);
  for (const { quote: at, page: place } of chain) pairs[at] = place;

  // runs: outward from each hit, as far as the words are the same
  let last = -1;
  for (let at = 0; at < quote.length; at++) {
    const place = pairs[at] ?? -1;
    if (place < 0) continue;
    const lastPlace = last < 0 ? -1 : (pairs[last] ?? -1);
    for (let back = 1; at - back > last && place - back > lastPlace && quote[at - back] === page[place - back]; back++) {
      pairs[at - back] = place - back;
    }
    const next = nextPaired(pairs, at);
    const nextPlace = next < quote.length ? (pairs[next] ?? pageCount) : pageCount;
    let end = at;
    while (end + 1 < next && place + end - at + 1 < nextPlace && quote[end + 1] === page[place + end - at + 1]) {
      end++;
      pairs[end] = place + end - at;
    }
    at = last = end;
  }

  // gaps
  let from = -1;
  for (let at = 0; at <= quote.length; at++) {
    const isEnd = at === quote.length;
    if (!isEnd && (pairs[at] ?? -1) < 0) continue;
    const open = at - from - 1;
    if (open > 0) {
      const isHead = from < 0;
      const pageFrom = isHead ? Math.max(0, (pairs[at] ?? 0) - open - SLACK) : (pairs[from] ?? 0) + 1;
      const pageTo = isEnd ? Math.min(pageCount, pageFrom + open + SLACK) : (pairs[at] ?? 0);
      if (!(isHead && isEnd)) fillGap(pairs, from + 1, at, pageFrom, pageTo);
    }
    from = at;
  }
  return pairs;

  function fillGap(into: Int32Array, quoteFrom: number, quoteTo: number, pageFrom: number, pageTo: number): void {
    const rows = quoteTo - quoteFrom;
    const columns = pageTo - pageFrom;
    if (rows <= 0 || columns <= 0 || rows * columns > LARGEST_GAP) return;
    const width = columns + 1;
    const best = new Float64Array((rows + 1) * width);
    for (let row = rows - 1; row >= 0; row--) {
      for (let column = columns - 1; column >= 0; column--) {
        const skipped = Math.max(best[(row + 1) * width + column] ?? 0, best[row * width + column + 1] ?? 0);
        const taken =
          quote[quoteFrom + row] === page[pageFrom + column]
            ? (best[(row + 1) * width + column + 1] ?? 0) + (weights[quoteFrom + row] ?? 0)
            : 0;
        best[row * width + column] = Math.max(skipped, taken);
      }
    }
    let row = 0;
    let column = 0;
    while (row < rows && column < columns) {
      const here = best[row * width + column] ?? 0;
      if (here === 0) return;
      if (here === best[(row + 1) * width + column]) row++;
      else if (here === best[row * width + column + 1]) column++;
      else {
        into[quoteFrom + row] = pageFrom + column;
        row++;
        column++;
      }
    }
  }
}

function nextPaired(pairs: Int32Array, at: number): number {
  let next = at + 1;
  while (next < pairs.length && (pairs[next] ?? -1) < 0) next++;
  return next;
}
