import type { Doc } from './doc.ts';
import { Best, type Ranked } from './best.ts';
import { LookUp } from './lookUp.ts';
import { membersOf, valueAt, type PackedFacts } from './packedFacts.ts';
import { idAt } from './packedIds.ts';
import type { Leaf, Plan } from './plan.ts';
import type { Segment } from './segment.ts';
import type { Part, Segments } from './segments.ts';

/** A document that answers as far as the index can tell. */
export interface Candidate {
  readonly id: string;
  readonly kind: Doc['kind'];
  readonly at: number;
  /** The leaves (bits) of the plan that it has. */
  readonly leaves: number;
  readonly score: number;
}

/** How much further up a document comes at most that is fresh, relied upon, one's own, or accepted: between equal matches it tells. */
const BOOST = { fresh: 0.03, relied: 0.03, mine: 0.02, accepted: 0.01 } as const;
/** And down, one that another decision took the place of. */
const SUPERSEDED = -0.04;
const MOST_BOOST = 1 + BOOST.fresh + BOOST.relied + BOOST.mine + BOOST.accepted;
/** After so long a clip has lost half of its freshness. */
const HALF_FRESH = 90 * 24 * 3_600_000;
/** So many who relied on it bring the whole boost. */
const MANY = 20;

/** A document among the best. Its id is unpacked when it is needed, which for most is never. */
class FoundDoc implements Ranked {
  readonly degree: number;
  readonly score: number;
  readonly at: number;
  readonly leaves: number;
  private readonly segment: Segment;
  private readonly doc: number;

  constructor(segment: Segment, doc: number, found: Pick<FoundDoc, 'degree' | 'score' | 'at' | 'leaves'>) {
    this.segment = segment;
    this.doc = doc;
    this.degree = found.degree;
    this.score = found.score;
    this.at = found.at;
    this.leaves = found.leaves;
  }

  get id(): string {
    return idAt(this.segment.ids, this.doc);
  }

  get kind(): Doc['kind'] {
    const type = valueAt(this.segment.facts.type, this.doc);
    return type === 'post' || type === 'decision' ? type : 'clip';
  }
}

/** Finds candidates, in memory that it keeps. */
export class CandidateFinder {
  private readonly segments: Segments;
  private readonly language: string;
  private readonly lookUp = new LookUp();

  /** `language` (BCP 47, first part) is taken for documents that don't say theirs. */
  constructor(segments: Segments, language: string) {
    this.segments = segments;
    this.language = language;
  }

  /**
   * The best `limit` documents, best first, how many answer in all, and the words of the index that stand for what was asked, with
   * the fields (bits) that they count in. `now` in milliseconds since 1970.
   */
  find(
    plan: Plan,
    limit: number,
    now: number,
  ): { readonly candidates: readonly Candidate[]; readonly total: number; readonly words: ReadonlyMap<string, number> } {
    const parts = this.segments.parts();
    const { leaves, scores, met, common } = this.lookUp.run(parts, this.segments.size, plan, this.language);
    const ranges = rangesOf(parts);
    const best = new Best<FoundDoc>(limit);
    let total = 0;
    let range = ranges[0];
    // the newest first: where all else is equal the older ones then needn't be considered
    for (let index = met.length - 1; index >= 0; index--) {
      const place = met[index] ?? 0;
      const bits = leaves[place] ?? 0;
      const degree = plan.degree(bits);
      if (degree === 0) continue;
      total++;
      const score = scores[place] ?? 0;
      if (best.isBeyond(degree, score * MOST_BOOST)) continue;
      if (!range || place < range.first || place >= range.end) range = ranges.find(({ end }) => place < end);
      if (!range) continue;
      const { segment, first } = range;
      const doc = place - first;
      const at = segment.at[doc] ?? 0;
      if (score === 0 && best.isBeyond(degree, 0, at)) continue;
      const boosted = score * boostOf(segment.facts, doc, at, now);
      if (!best.isBeyond(degree, boosted, at)) best.offer(new FoundDoc(segment, doc, { degree, score: boosted, at, leaves: bits }));
    }
    const candidates = best.sorted().map(({ id, kind, at, leaves: bits, score }): Candidate => ({ id, kind, at, leaves: bits, score }));
    return { candidates, total, words: this.nearWords(parts, plan.leaves, common) };
  }

  private nearWords(parts: readonly Part[], leaves: readonly Leaf[], common: ReadonlySet<string>): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const leaf of leaves) {
      if (leaf.type !== 'word' || leaf.isNegated) continue;
      const { text: typed, isUnfinished, fields } = leaf;
      const state = isUnfinished ? 'unfinished' : common.has(typed) ? 'common' : 'finished';
      for (const { near } of parts) for (const text of near.texts(typed, state)) found.set(text, (found.get(text) ?? 0) | fields);
    }
    return found;
  }
}

/** The places of each part's documents: from `first` up to, not including, `end`. */
function rangesOf(parts: readonly Part[]): readonly { readonly segment: Segment; readonly first: number; readonly end: number }[] {
  let end = 0;
  return parts.map(({ segment }) => {
    const first = end;
    end += segment.at.length;
    return { segment, first, end };
  });
}

/** What a document's score is multiplied by; `at` and `now` in milliseconds since 1970. */
export function boostOf(facts: PackedFacts, doc: number, at: number, now: number): number {
  const fresh = 2 ** (-Math.max(0, now - at) / HALF_FRESH);
  const relied = Math.min(1, Math.log1p(Number(valueAt(facts.relied, doc))) / Math.log1p(MANY));
  const status = valueAt(facts.status, doc);
  const standing = status === 'accepted' ? BOOST.accepted : status === 'superseded' ? SUPERSEDED : 0;
  const mine = membersOf(valueAt(facts.is, doc)).includes('mine') ? BOOST.mine : 0;
  return 1 + BOOST.fresh * fresh + BOOST.relied * relied + mine + standing;
}
