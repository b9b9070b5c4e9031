import { membersOf, type PackedColumn, type PackedFacts } from './packedFacts.ts';

/** How much further up a document comes at most that is fresh, relied upon, one's own, or accepted: between equal matches it tells. */
const BOOST = { fresh: 0.03, relied: 0.03, mine: 0.02, accepted: 0.01 } as const;
/** And down, one that another decision took the place of. */
const SUPERSEDED = -0.04;
/** After so long a clip has lost half of its freshness. */
const HALF_FRESH = 90 * 24 * 3_600_000;
/** So many who relied on it bring the whole boost. */
const MANY = 20;

/** What a segment's facts do to the scores of its documents. Each distinct value is weighed once. */
export class Boosts {
  /** What a score is multiplied by at most. */
  readonly most: number;
  private readonly relied: Weighed;
  private readonly status: Weighed;
  private readonly mine: Weighed;

  constructor({ relied, status, is }: PackedFacts) {
    this.relied = weighed(relied, (value) => BOOST.relied * Math.min(1, Math.log1p(Number(value)) / Math.log1p(MANY)));
    this.status = weighed(status, (value) => (value === 'accepted' ? BOOST.accepted : value === 'superseded' ? SUPERSEDED : 0));
    this.mine = weighed(is, (value) => (membersOf(value).includes('mine') ? BOOST.mine : 0));
    this.most = 1 + BOOST.fresh + this.relied.most + this.status.most + this.mine.most;
  }

  /** What the score of a document is multiplied by. `at` is its time, both in milliseconds since 1970. */
  of(doc: number, at: number, now: number): number {
    const fresh = at >= now ? 1 : 2 ** ((at - now) / HALF_FRESH);
    return 1 + BOOST.fresh * fresh + worthOf(this.relied, doc) + worthOf(this.status, doc) + worthOf(this.mine, doc);
  }
}

/** A column with what each of its values is worth. */
interface Weighed {
  readonly codes: PackedColumn['codes'];
  readonly worths: Float64Array;
  readonly most: number;
}

function weighed({ values, codes }: PackedColumn, worth: (value: string) => number): Weighed {
  const worths = Float64Array.from(values, worth);
  return { codes, worths, most: worths.reduce((most, one) => Math.max(most, one), 0) };
}

const worthOf = ({ codes, worths }: Weighed, doc: number): number => worths[codes[doc] ?? 0] ?? 0;
