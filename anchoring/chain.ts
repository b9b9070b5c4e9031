/** A word of a quote that also stands at a place in the page. */
export interface Hit {
  /** Index of the word in the page. */
  readonly page: number;
  /** Index of the word in the quote with its surroundings. */
  readonly quote: number;
  /** How much it tells, in bits. */
  readonly weight: number;
}

/** Earlier hits that one may follow; those nearest to it in the page. */
const LOOK_BACK = 24;

/** Bits that a change of the distance between page and quote costs: text was put in or taken out there. */
const shiftCost = (shift: number): number => (shift === 0 ? 0 : 4 + 3 * Math.log2(1 + shift));

/** A run that weighs less than this share of the heaviest is nobody's rival. */
const LIGHTEST = 0.25;

interface Chain {
  readonly hits: readonly Hit[];
  readonly weight: number;
}

/**
 * The heaviest runs of hits that go forward in both texts ("collinear chains"), heaviest first, without
 * the very light ones and at most `most`. No hit is in two. `reach` is the longest gap in the page, in words, that one goes over.
 */
export function chainsOf(hits: readonly Hit[], reach: number, most: number): Chain[] {
  const sorted = hits.toSorted((one, other) => one.page - other.page || one.quote - other.quote);
  const weights = new Float64Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  for (let index = 0; index < sorted.length; index++) {
    const hit = sorted[index];
    if (!hit) continue;
    let best = 0;
    for (let earlier = index - 1; earlier >= Math.max(0, index - LOOK_BACK); earlier--) {
      const last = sorted[earlier];
      if (!last || hit.page - last.page > reach) break;
      if (last.page >= hit.page || last.quote >= hit.quote) continue;
      const shift = Math.abs(hit.page - last.page - (hit.quote - last.quote));
      const weight = (weights[earlier] ?? 0) - shiftCost(shift);
      if (weight > best) {
        best = weight;
        before[index] = earlier;
      }
    }
    weights[index] = best + hit.weight;
  }
  const order = [...sorted.keys()].sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0));
  const used = new Uint8Array(sorted.length);
  const chains: Chain[] = [];
  const lightest = LIGHTEST * (weights[order[0] ?? 0] ?? 0);
  for (const end of order) {
    if (chains.length === most || (weights[end] ?? 0) < lightest) break;
    if (used[end]) continue;
    const chain: Hit[] = [];
    let at = end;
    while (at >= 0 && !used[at]) {
      used[at] = 1;
      const hit = sorted[at];
      if (hit) chain.push(hit);
      at = before[at] ?? -1;
    }
    // what it has in common with a heavier chain is that one's
    const weight = (weights[end] ?? 0) - (at >= 0 ? (weights[at] ?? 0) : 0);
    chains.push({ hits: chain.reverse(), weight });
  }
  return chains;
}
