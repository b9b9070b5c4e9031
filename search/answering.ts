import { LookUp, type LookedUp } from './lookUp.ts';
import { planOf, type Plan } from './plan.ts';
import type { Part, Query } from './query/index.ts';
import type { Segment } from './segment.ts';
import type { Segments } from './segments.ts';

/** Some documents of a segment, by number, in no order. */
export interface Chosen {
  readonly segment: Segment;
  readonly docs: Int32Array;
}

/** How far a document that has these leaves (bits) answers; 0 when it does not. */
type Degree = Plan['degree'];

/** Tells which documents answer a query, as far as the index can tell, without ranking them. */
export class Answering {
  private readonly segments: Segments;
  private readonly language: string;
  private readonly lookUp = new LookUp();

  /** `language` (ISO 639-1) is taken for documents that don't say theirs. */
  constructor(segments: Segments, language: string) {
    this.segments = segments;
    this.language = language;
  }

  /** Of each part of the index, the documents that answer; and the same for the query with only some of its parts, each time. */
  find(query: Query, some: readonly (readonly Part[])[] = []): readonly (readonly Chosen[])[] {
    const plan = planOf(query);
    const found = this.run(plan);
    const fewer = some.map((parts) => planOf({ ...query, parts })).map((less) => ({ less, degree: degreeWithin(plan, less) }));
    const all = this.chosen(found, plan.degree);
    const within = fewer.map(({ less, degree }) => ({ less, chosen: degree && this.chosen(found, degree) }));
    return [all, ...within.map(({ less, chosen }) => chosen ?? this.chosen(this.run(less), less.degree))];
  }

  /** How many answer. */
  count(query: Query): number {
    const plan = planOf(query);
    const { leaves, met } = this.run(plan);
    return met.reduce((sum, place) => (plan.degree(leaves[place] ?? 0) > 0 ? sum + 1 : sum), 0);
  }

  private run(plan: Plan): LookedUp {
    return this.lookUp.run(this.segments, plan, this.language);
  }

  private chosen({ leaves, met }: LookedUp, degree: Degree): readonly Chosen[] {
    let end = 0;
    const ranges = this.segments.parts().map(({ segment }) => {
      const first = end;
      end += segment.at.length;
      return { segment, first, end, docs: new Int32Array(segment.at.length), count: 0 };
    });
    // documents of one part mostly come together
    let range = ranges[0];
    for (const place of met) {
      if (degree(leaves[place] ?? 0) === 0) continue;
      if (!range || place < range.first || place >= range.end) range = ranges.find((one) => place < one.end);
      if (range) range.docs[range.count++] = place - range.first;
    }
    return ranges.map(({ segment, docs, count }) => ({ segment, docs: docs.subarray(0, count) }));
  }
}

/** What a plan says of documents that were looked up by another one; undefined when that looked up less. */
function degreeWithin(wider: Plan, plan: Plan): Degree | undefined {
  const known = wider.leaves.map((leaf) => JSON.stringify(leaf));
  const places = plan.leaves.map((leaf) => known.indexOf(JSON.stringify(leaf)));
  if (places.includes(-1) || (plan.needsNoWords && !wider.needsNoWords)) return undefined;
  return (bits) => plan.degree(places.reduce((own, place, index) => own | (((bits >> place) & 1) << index), 0));
}
