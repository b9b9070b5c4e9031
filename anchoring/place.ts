import { evidenceOf, isTwin, judge, scoreOf } from './judge.ts';
import type { Candidate } from './locate.ts';

/**
 * `exact`: where it was, as it was. `moved`: the same words elsewhere. `fuzzy`: changed words.
 * `uncertain`: it may be another place, and is never shown as sure.
 */
export type Quality = 'exact' | 'moved' | 'fuzzy' | 'uncertain';

/** Where a quote is in a page's folded text. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly quality: Quality;
  /** 0..1: how much of the words and their surroundings agrees. */
  readonly score: number;
}

/** Of two places that are as good as each other, the nearer one wins when the other is this many times as far. */
const FARTHER = 4;

/** A quote of which so much is left is that quote, wherever its surroundings are. */
const MOST_OF_IT = 0.85;

/** What was known of a quote when it was described. */
export interface Known {
  /** Where it was, in the folded text. */
  readonly recorded: number | undefined;
  /** 0..1: how much of it another passage of its page had. */
  readonly likeness: number | undefined;
}

/** The place that a quote is at, of several candidates; null when none will do. */
export function bestPlace(candidates: readonly Candidate[], { recorded, likeness }: Known): Place | null {
  const ranked = preferWhole(candidates).toSorted((one, other) => evidenceOf(other) - evidenceOf(one));
  const [best, ...others] = ranked.filter((candidate) => judge(candidate, undefined, likeness) !== 'none');
  if (!best) return null;
  const rivals = others.filter(({ start, end }) => end <= best.start || start >= best.end);
  const verdict = judge(best, rivals[0], likeness);
  // the surroundings stand somewhere without the quote: what is like it elsewhere may be another text
  const isGone = best.kept < MOST_OF_IT && ranked[0] !== best;
  if (verdict !== 'tied') return placeOf(best, verdict === 'sure' && !isGone, recorded);
  const twins = [best, ...rivals.filter((rival) => judge(best, rival, likeness) === 'tied')];
  const [nearest, next] =
    recorded === undefined ? twins : twins.toSorted((one, other) => distance(one, recorded) - distance(other, recorded));
  if (!nearest || !next) return placeOf(best, true, recorded);
  return placeOf(
    nearest,
    recorded !== undefined && distance(next, recorded) >= FARTHER * Math.max(1, distance(nearest, recorded)),
    recorded,
  );
}

/** Where the quote stands whole, words that are spread around it add nothing, and a twin of it elsewhere is no match. */
function preferWhole(candidates: readonly Candidate[]): readonly Candidate[] {
  const wholes = candidates.filter(({ isWhole }) => isWhole);
  if (wholes.length === 0) return candidates;
  const others = candidates.filter(({ isWhole }) => !isWhole);
  const isAround = (one: Candidate, whole: Candidate): boolean => one.start <= whole.start && one.end >= whole.end;
  // a run of words may know more of the surroundings
  const informed = wholes.map((whole) =>
    others
      .filter((one) => isAround(one, whole) && (one.around ?? 0) > (whole.around ?? 0))
      .reduce((known, { around, bits }) => ({ ...known, around, bits }), whole),
  );
  return [...informed, ...others.filter((one) => !isTwin(one) && !wholes.some((whole) => isAround(one, whole)))];
}

const distance = ({ start }: Candidate, recorded: number): number => Math.abs(start - recorded);

function placeOf(candidate: Candidate, isSure: boolean, recorded: number | undefined): Place {
  const { start, end, isWhole } = candidate;
  const sure = isWhole ? (start === recorded ? 'exact' : 'moved') : 'fuzzy';
  return { start, end, quality: isSure ? sure : 'uncertain', score: scoreOf(candidate) };
}
