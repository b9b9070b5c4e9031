import type { Candidate } from './locate.ts';

/** How sure a place is. `tied`: as good as another one, by all that the words say. */
export type Verdict = 'sure' | 'tied' | 'uncertain' | 'none';

/**
 * The bars, tried on the histories of public documents. A place above all of them is shown as sure; one
 * above the lower ones is put to the person.
 */
const SURE = {
  kept: 0.6,
  around: 0.2,
  bits: 60,
  aloneKept: 0.68,
  aloneBits: 60,
  inserted: 1.5,
  insertedWhole: 3,
  insertedAlone: 1,
} as const;
const PERHAPS = { kept: 0.28, around: 0.2, bits: 30, aloneKept: 0.45, aloneBits: 45 } as const;

/** A whole quote tells enough by itself, or with what stands around it. */
const TELLING = { around: 0.2, aloneBits: 45, leastBits: 16 } as const;

/** A quote that was like no other passage of its page needs less: by itself, or less yet among its surroundings. */
const UNLIKE = { likeness: 0.2, kept: 0.6, bits: 30 } as const;
const UNLIKE_AT_HOME = { likeness: 0.5, kept: 0.55, around: 0.7 } as const;
/** A whole quote that was not much like another one is no other one, wherever it stands. */
const UNLIKE_WHOLE = { likeness: 0.8, bits: 20 } as const;
/**
 * What lacks the very words by which the quote differed from the passage most like it is taken for that passage, and what
 * is not whole while another one was is taken for the other, unless all around it is there.
 */
const OTHER = { told: 0.4, around: 0.9, aroundTwin: 0.8, aroundAll: 0.5 } as const;

/** Two places are as good as each other when they differ by fewer bits: about one word that is not rare. */
const DECIDING = 5;
/** A changed quote has to be that much more likely than the next place. */
const RIVAL = 0.97;

/** Bits that it tells, besides its words, when every character is the same, and for each bit of its words. */
const WHOLE = 6;
const WHOLE_SHARE = 0.2;

/** What speaks for a place, in bits: its words, those around it, less what was put in between. */
export const evidenceOf = ({ quoteBits, bits, inserted, isWhole }: Candidate): number =>
  quoteBits + 0.7 * (bits - quoteBits) - 3 * Math.log2(1 + 10 * inserted) + (isWhole ? WHOLE + WHOLE_SHARE * quoteBits : 0);

/** 0..1: how much of the words and of what stands around them agrees. */
export const scoreOf = ({ kept, around, inserted }: Candidate): number =>
  (around === undefined ? kept : 0.75 * kept + 0.25 * around) / (1 + 0.1 * inserted);

/** Whether it lacks the very words by which the quote differed from the passage most like it. */
export const isTwin = ({ told, around = 0 }: Candidate): boolean => told !== undefined && told < OTHER.told && around < OTHER.around;

/**
 * How sure the best of several places is; `rival` is the next best that is another place, `likeness` how much of the
 * quote another passage had when it was described (0..1).
 */
export function judge(best: Candidate, rival: Candidate | undefined, likeness: number | undefined): Verdict {
  const lead = rival ? evidenceOf(best) - evidenceOf(rival) : Infinity;
  if (best.isWhole) {
    const { around = 1, quoteBits, bits } = best;
    const isUnlike = likeness !== undefined && likeness < UNLIKE_WHOLE.likeness && quoteBits >= UNLIKE_WHOLE.bits;
    if (around < TELLING.around && quoteBits < TELLING.aloneBits && !isUnlike) return bits >= TELLING.leastBits ? 'uncertain' : 'none';
    if (lead >= DECIDING) return 'sure';
    return rival?.isWhole ? 'tied' : 'uncertain';
  }
  const around = best.around ?? 0;
  const isSupported = (bar: typeof SURE | typeof PERHAPS): boolean =>
    best.kept >= bar.kept &&
    ((around >= bar.around && best.bits >= bar.bits) || (best.kept >= bar.aloneKept && best.quoteBits >= bar.aloneBits));
  if (!isSupported(PERHAPS)) return 'none';
  const isClose = best.inserted <= (around < SURE.around ? SURE.insertedAlone : best.kept >= 0.9 ? SURE.insertedWhole : SURE.inserted);
  const isRivalled = rival !== undefined && (lead < DECIDING || evidenceOf(rival) > RIVAL * evidenceOf(best));
  if (!isClose || isRivalled) return 'uncertain';
  if (likeness === undefined) return isSupported(SURE) ? 'sure' : 'uncertain';
  const { kept, quoteBits, told } = best;
  const isUnlike =
    (likeness < UNLIKE.likeness && kept >= UNLIKE.kept && quoteBits >= UNLIKE.bits) ||
    (likeness < UNLIKE_AT_HOME.likeness && kept >= UNLIKE_AT_HOME.kept && around >= UNLIKE_AT_HOME.around);
  const isOther = told === undefined ? likeness === 1 && kept < 1 && around < OTHER.aroundTwin : told < OTHER.told && around < OTHER.around;
  return (isSupported(SURE) || isUnlike) && !isOther ? 'sure' : 'uncertain';
}
