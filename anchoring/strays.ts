/** Bits that words at an end of a quote need to count as its own: `between` other words, and `shift` more or fewer than in the quote. */
const strayCost = (between: number, shift: number): number =>
  (between <= 3 ? 0 : 4 * Math.log2(1 + between)) + (shift <= 3 ? 0 : 3 * Math.log2(1 + shift));

/** Words that tell this much together are no strays. */
const SETTLED = 60;

/** Take off what was paired at the ends of a quote although it stands far from the rest: it is some other text with the same words. */
export function dropStrays(pairs: Int32Array, weights: Float64Array, first: number, last: number): void {
  const paired = [...pairs.keys()].filter((at) => at >= first && at < last && (pairs[at] ?? -1) >= 0);
  const begin = strayCount(pairs, weights, paired, -1);
  const end = paired.length - strayCount(pairs, weights, paired.slice(begin).reverse(), 1);
  paired.forEach((at, index) => {
    if (index < begin || index >= end) pairs[at] = -1;
  });
}

/** How many of these words, from the first on, are strays. `outward`: the step that leads out of the quote on their side. */
function strayCount(pairs: Int32Array, weights: Float64Array, paired: readonly number[], outward: -1 | 1): number {
  // what stands around the quote holds its outermost words in place
  let sum = 0;
  const outermost = paired[0] ?? 0;
  for (let at = outermost + outward; at >= 0 && at < pairs.length && sum < SETTLED; at += outward) {
    if ((pairs[at] ?? -1) >= 0 && Math.abs((pairs[at] ?? 0) - (pairs[outermost] ?? 0) - (at - outermost)) <= 3) sum += weights[at] ?? 0;
  }
  let strays = 0;
  for (let index = 0; index + 1 < paired.length && sum < SETTLED; index++) {
    const one = paired[index] ?? 0;
    const next = paired[index + 1] ?? 0;
    sum += weights[one] ?? 0;
    const distance = Math.abs((pairs[next] ?? 0) - (pairs[one] ?? 0));
    if (sum < strayCost(distance - 1, Math.abs(distance - Math.abs(next - one)))) strays = index + 1;
  }
  return strays;
}
