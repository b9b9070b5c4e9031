import type { Doc } from './doc.ts';
import { Best, type Ranked } from './best.ts';
import { Boosts } from './boosts.ts';
import { LookUp } from './lookUp.ts';
import { valueAt } from './packedFacts.ts';
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
  private readonly boosts = new WeakMap<Segment, Boosts>();

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
    const { leaves, scores, met, lists, common } = this.lookUp.run(this.segments, plan, this.language);
    const ranges = this.rangesOf(parts);
    const best = new Best<FoundDoc>(limit);
    let total = 0;
    let range = ranges[0];
    // nearly all documents are told from the best ones by these alone
    let last = 0;
    let degree = plan.degree(last);
    let { degree: leastDegree, score: leastScore } = best.least;
    /** Offer documents, the last ones first: where all else is equal these are the newer, and the others needn't be considered. */
    const offer = (docs: Int32Array, seen: number): void => {
      for (let index = docs.length - 1; index >= 0; index--) {
        const place = docs[index] ?? 0;
        const bits = leaves[place] ?? 0;
        if (bits & seen) continue;
        if (bits !== last) degree = plan.degree(bits);
        last = bits;
        if (degree === 0) continue;
        total++;
        if (degree < leastDegree) continue;
        const score = scores[place] ?? 0;
        if (!range || place < range.first || place >= range.end) range = ranges.find(({ end }) => place < end);
        if (!range) continue;
        const { segment, first, boosts } = range;
        if (degree === leastDegree && score * boosts.most < leastScore) continue;
        const doc = place - first;
        const at = segment.at[doc] ?? 0;
        if (score === 0 && best.isBeyond(degree, 0, at)) continue;
        const boosted = score * boosts.of(doc, at, now);
        if (best.isBeyond(degree, boosted, at)) continue;
        best.offer(new FoundDoc(segment, doc, { degree, score: boosted, at, leaves: bits }));
        ({ degree: leastDegree, score: leastScore } = best.least);
      }
    };
    if (plan.isOfWords) {
      // documents of the rarest word first: once there are enough that have it, those of common words alone can't be among the best
      let seen = 0;
      for (const { bit, docs } of lists.toSorted((one, other) => one.docs.length - other.docs.length)) {
        if (plan.degree((2 ** plan.leaves.length - 1) & ~seen) < leastDegree) break;
        offer(docs, seen);
        seen |= bit;
      }
      total = met.length;
    } else offer(met, 0);
    const candidates = best.sorted().map(({ id, kind, at, leaves: bits, score }): Candidate => ({ id, kind, at, leaves: bits, score }));
    return { candidates, total, words: this.nearWords(parts, plan.leaves, common) };
  }

  private nearWords(parts: readonly Part[], leaves: readonly Leaf[], common: ReadonlySet<string>): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const leaf of leaves) {
      if (leaf.type !== 'word' || leaf.isNegated) continue;
      const { text: typed, isUnfinished, isPasted, fields } = leaf;
      const state = isPasted ? 'common' : isUnfinished ? 'unfinished' : common.has(typed) ? 'common' : 'finished';
      for (const { near } of parts) for (const text of near.texts(typed, state)) found.set(text, (found.get(text) ?? 0) | fields);
    }
    return found;
  }

  private rangesOf(parts: readonly Part[]): readonly Range[] {
    let end = 0;
    return parts.map(({ segment }) => {
      const first = end;
      end += segment.at.length;
      const boosts = this.boosts.get(segment) ?? new Boosts(segment.facts);
      this.boosts.set(segment, boosts);
      return { segment, first, end, boosts };
    });
  }
}

/** The places of a part's documents: from `first` up to, not including, `end`. */
interface Range {
  readonly segment: Segment;
  readonly first: number;
  readonly end: number;
  readonly boosts: Boosts;
}
