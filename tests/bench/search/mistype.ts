import type { Random } from '../measure/random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A word as it gets typed in haste: one letter missing, too many or another, or two neighbours the wrong way round. */
export function mistyped(word: string, { below }: Random): string {
  const letter = LETTERS[below(LETTERS.length)] ?? '';
  const ways = [
    (at: number) => word.slice(0, at) + word.slice(at + 1),
    (at: number) => word.slice(0, at) + letter + word.slice(at),
    (at: number) => word.slice(0, at) + letter + word.slice(at + 1),
    (at: number) => word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
  ];
  for (;;) {
    const typed = ways[below(ways.length)]?.(below(word.length)) ?? word;
    if (typed !== word) return typed;
  }
}
