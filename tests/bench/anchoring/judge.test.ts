import { describe, expect, it } from 'vitest';
import type { Span } from '../data/render.ts';
import { judge } from './judge.ts';

// ten words of four letters, one space apart
const WORDS: readonly Span[] = Array.from({ length: 10 }, (_, n) => [n * 5, n * 5 + 4] as const);
const at = (first: number, last: number) => ({ offsets: [first * 5, last * 5 + 4] as const, quality: 'moved' as const });
const outcome = (...input: Parameters<typeof judge>): string => judge(...input).outcome;

describe('judge', () => {
  it('calls an unchanged quote right in its very words only', () => {
    const quote = { kind: 'unchanged', truth: [2, 5] } as const;
    expect(outcome(quote, at(2, 4), WORDS)).toBe('right');
    expect(outcome(quote, at(2, 5), WORDS)).toBe('wrong');
    expect(outcome(quote, { ...at(2, 4), offsets: [10, 23] }, WORDS)).toBe('wrong');
  });

  it('calls an edited quote right when half of both together overlap', () => {
    const quote = { kind: 'light', truth: [2, 6] } as const;
    expect(outcome(quote, at(2, 3), WORDS)).toBe('right');
    expect(outcome(quote, at(4, 6), WORDS)).toBe('wrong');
  });

  it('does not count what stands between words', () => {
    expect(outcome({ kind: 'unchanged', truth: [2, 5] }, { ...at(2, 4), offsets: [9, 25] }, WORDS)).toBe('right');
  });

  it('tells an uncertain place in place from one elsewhere', () => {
    const quote = { kind: 'heavy', truth: [2, 6] } as const;
    expect(judge(quote, { ...at(2, 5), quality: 'uncertain' }, WORDS)).toEqual({ kind: 'heavy', outcome: 'uncertain', isInPlace: true });
    expect(judge(quote, { ...at(7, 9), quality: 'uncertain' }, WORDS)).toEqual({ kind: 'heavy', outcome: 'uncertain', isInPlace: false });
  });

  it('calls whatever is surely found of a deleted quote wrong', () => {
    const quote = { kind: 'deleted', truth: undefined } as const;
    expect(outcome(quote, at(0, 3), WORDS)).toBe('wrong');
    expect(outcome(quote, { ...at(0, 3), quality: 'uncertain' }, WORDS)).toBe('uncertain');
    expect(outcome(quote, null, WORDS)).toBe('missing');
  });
});
