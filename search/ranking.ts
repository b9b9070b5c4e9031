import { byRank, type Ranked } from './best.ts';
import type { Candidate } from './candidates.ts';
import type { Doc } from './doc.ts';
import { fuseScores, type MatchedWords } from './fuseRank.ts';
import { readTexts, type Matches, type Sought } from './marks.ts';
import type { Plan } from './plan.ts';

/** A candidate whose texts were read. */
export interface Placed {
  readonly candidate: Candidate;
  readonly score: number;
  readonly matches: Matches;
}

/** How much of the order is the index's, and how much Fuse.js's. */
const INDEX_SHARE = 0.8;
/** The first so many are compared by Fuse.js, however many are asked for, so that reading on changes nothing of what is there. */
const COMPARED = 20;
/** Matched words of one field that are compared. */
const WORDS_OF_FIELD = 12;
/** More than the scores of one degree can differ. */
const DEGREE_WORTH = 1000;

/**
 * Put candidates in their final order, by their texts. One that has no document (any more) is left out, and so is
 * one that lacks a phrase, or has one that was ruled out: only the texts tell.
 */
export function placed(candidates: readonly Candidate[], docs: ReadonlyMap<string, Doc>, plan: Plan, sought: Sought): readonly Placed[] {
  const phrases = plan.leaves.flatMap((leaf, place) => (leaf.type === 'phrase' ? [1 << place] : []));
  const read = candidates.flatMap((candidate) => {
    const doc = docs.get(candidate.id);
    if (!doc) return [];
    const { matches, phrases: there } = readTexts(doc, sought);
    const leaves = phrases.reduce((bits, bit, index) => (there.has(index) ? bits | bit : bits & ~bit), candidate.leaves);
    const degree = plan.degree(leaves);
    return degree === 0 ? [] : [{ candidate, doc, matches, degree }];
  });
  const words = plan.leaves.flatMap((leaf) => {
    if (leaf.type === 'filter' || leaf.isNegated) return [];
    return leaf.type === 'word' ? [leaf.text] : leaf.words;
  });
  const fuse = fuseScores(
    read.slice(0, COMPARED).map(({ doc, matches }) => matchedWords(doc, matches)),
    words,
  );
  const highest = read.reduce((most, { candidate }) => Math.max(most, candidate.score), 0) || 1;
  return read
    .map(({ candidate, matches, degree }) => {
      const { id, at } = candidate;
      const score = INDEX_SHARE * (candidate.score / highest) + (1 - INDEX_SHARE) * (fuse.get(id) ?? 0);
      return { candidate, matches, id, at, degree, score } satisfies Ranked & { readonly candidate: Candidate; readonly matches: Matches };
    })
    .sort(byRank)
    .map(({ candidate, matches, degree, score }) => ({ candidate, matches, score: degree * DEGREE_WORTH + score }));
}

/** Candidates in the index's order, when nobody has their texts. */
export const unread = (candidates: readonly Candidate[], plan: Plan): readonly Placed[] => {
  const highest = candidates.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  return candidates.map((candidate) => ({
    candidate,
    matches: {},
    score: plan.degree(candidate.leaves) * DEGREE_WORTH + candidate.score / highest,
  }));
};

function matchedWords({ id, fields }: Doc, matches: Matches): MatchedWords {
  const texts = Object.entries(matches).map(([name, ranges]) => {
    // a matched field is one of the document's
    const text = fields[name as keyof Matches] ?? '';
    return [
      name,
      ranges
        .slice(0, WORDS_OF_FIELD)
        .map(([start, end]) => text.slice(start, end))
        .join(' '),
    ];
  });
  return { id, fields: Object.fromEntries(texts) };
}
