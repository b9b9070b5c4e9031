/** Numbers that look random and are the same for the same seed, so that two runs work on the same data. */
export interface Random {
  /** A whole number from 0 up to, not including, `end`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
}

/** A linear congruential generator modulo 2^32, read from its upper bits: the lower ones repeat early. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  return { below, pick: (choices) => choices[below(choices.length)] ?? choices[0] };
}
