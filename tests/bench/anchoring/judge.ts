import type { Quote, QuoteClass } from '../data/quotes.ts';
import type { Span } from '../data/render.ts';
import type { Found, Offsets } from './page/bench.ts';

export type Outcome = 'right' | 'wrong' | 'uncertain' | 'missing';

export interface Verdict {
  readonly kind: QuoteClass;
  readonly outcome: Outcome;
  /** Whether what was found, surely or not, is the true place. */
  readonly isInPlace: boolean;
}

/**
 * Right is a place that overlaps the true one by half or more, of both together; for a quote that is as it was, its
 * exact words and no others. What was deleted can only be missing, uncertain or wrong. `words` are the later
 * version's, in their order.
 */
export function judge(
  { kind, truth }: Pick<Quote, 'kind' | 'truth'>,
  found: Pick<Found, 'offsets' | 'quality'> | null,
  words: readonly Span[],
): Verdict {
  if (!found) return { kind, outcome: 'missing', isInPlace: false };
  const overlap = truth ? overlapOf(found.offsets, truth, words) : 0;
  const isInPlace = kind === 'unchanged' ? overlap === 1 : overlap >= 0.5;
  return { kind, outcome: found.quality === 'uncertain' ? 'uncertain' : isInPlace ? 'right' : 'wrong', isInPlace };
}

/** What both cover, of what either covers, in characters of words: what stands between them doesn't count. */
function overlapOf([start, end]: Offsets, [first, last]: readonly [number, number], words: readonly Span[]): number {
  let both = 0;
  let either = 0;
  for (const [place, [wordStart, wordEnd]] of words.entries()) {
    const covered = Math.max(0, Math.min(end, wordEnd) - Math.max(start, wordStart));
    const isMeant = place >= first && place < last;
    if (isMeant) both += covered;
    either += isMeant ? wordEnd - wordStart : covered;
  }
  return either === 0 ? 0 : both / either;
}
