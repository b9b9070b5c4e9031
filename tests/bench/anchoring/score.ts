import { QUOTE_CLASSES } from '../data/quotes.ts';
import type { Result } from '../measure/benchmark.ts';
import type { Verdict } from './judge.ts';

/** What share of each class's quotes had which outcome, under names that begin so. */
export function shares(verdicts: readonly Verdict[], prefix = ''): readonly Result[] {
  return QUOTE_CLASSES.flatMap((kind) => {
    const ofKind = verdicts.filter((verdict) => verdict.kind === kind);
    if (ofKind.length === 0) return [];
    const share = (name: string, has: (verdict: Verdict) => boolean): Result => ({
      metric: `${prefix}${kind}.${name}`,
      value: ofKind.filter(has).length / ofKind.length,
      unit: 'share',
      repetitions: ofKind.length,
    });
    const uncertain = share('uncertain', ({ outcome }) => outcome === 'uncertain');
    const missing = share('missing', ({ outcome }) => outcome === 'missing');
    if (kind === 'deleted') return [share('false', ({ outcome }) => outcome === 'wrong'), uncertain, missing];
    return [
      share('right', ({ outcome }) => outcome === 'right'),
      ...(kind === 'heavy' ? [share('right-or-uncertain', ({ outcome }) => outcome === 'right' || outcome === 'uncertain')] : []),
      share('wrong', ({ outcome }) => outcome === 'wrong'),
      uncertain,
      share('uncertain-in-place', ({ outcome, isInPlace }) => outcome === 'uncertain' && isInPlace),
      missing,
    ];
  });
}
