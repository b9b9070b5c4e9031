import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptsDate,
  acceptsFact,
  answers,
  heldIn,
  matchesFilters,
  wantedTexts,
  type Facts,
  type Part,
} from '../../../search/query/index.ts';
import { anyParts, NOW, parse } from './queries.ts';

/** Whether a document with these words and facts answers; a phrase is one of its words here. */
const found = (text: string, words: readonly string[], facts: Facts = {}, at = NOW): boolean | undefined =>
  answers(parse(text), {
    fact: (part) => heldIn(facts, part.fact).some((held) => acceptsFact(part, held)),
    date: (part) => acceptsDate(part, at),
    text: (part) => words.includes(part.text),
  });

describe('a document answers', () => {
  it.each([
    ['a query that says nothing', '', []],
    ['with one of several words', 'grid flex', ['flex']],
    ['with a phrase, and one of the words', '"a b" grid flex', ['a b', 'grid']],
    ['with one of the alternatives', 'grid OR "a b"', ['a b']],
    ['with what is not ruled out', 'grid -flex', ['grid']],
    ['with some of what is ruled out together', 'grid -(flex float)', ['grid', 'flex']],
    ['with nothing, when all that is asked is what it lacks', '-flex', []],
    ['with words of one group', '(grid OR flex) layout', ['layout']],
  ])('%s', (_, query, words) => {
    expect(found(query, words)).toBe(true);
  });

  it.each([
    ['without any of the words', 'grid flex', ['layout']],
    ['without the phrase', '"a b" grid', ['grid']],
    ['with what is ruled out', 'grid -flex', ['grid', 'flex']],
    ['with one of what is ruled out each', 'grid -(flex OR float)', ['grid', 'float']],
    ['without a word that a field must have', 'why:slow grid', ['grid']],
    ['without a filter, whatever its words', '(tag:css OR grid) flex', ['flex']],
  ])('not %s', (_, query, words) => {
    expect(found(query, words)).toBe(false);
  });

  it('by its facts and its time', () => {
    const facts = { tags: ['css'], site: 'a.example' };
    expect(found('tag:css -site:b.example after:yesterday', [], facts)).toBe(true);
    expect(found('tag:css -site:a.example', [], facts)).toBe(false);
    expect(found('tag:css before:yesterday', [], facts)).toBe(false);
    expect(found('tag:css OR tag:none', [], facts)).toBe(true);
    expect(found('tag:css grid', [], facts)).toBe(false);
  });
});

describe('filters alone', () => {
  it('let pass what may answer by its words', () => {
    const doc = { facts: { tags: ['css'] }, at: NOW };
    expect(matchesFilters(parse('tag:css grid -flex "a b"'), doc)).toBe(true);
    expect(matchesFilters(parse('tag:none grid'), doc)).toBe(false);
    expect(matchesFilters(parse('tag:none OR grid'), doc)).toBe(true);
    expect(matchesFilters(parse('-tag:css'), doc)).toBe(false);
    expect(matchesFilters(parse('tag:css'), { at: NOW })).toBe(false);
    expect(matchesFilters(parse(''), { at: NOW })).toBe(true);
  });
});

/** What a query means, said once more in the plainest way: every word known, nothing left open. */
function means(part: Part, isThere: (leaf: Part) => boolean, isRuledOut = false): boolean {
  const inner = (one: Part): boolean => means(one, isThere, isRuledOut);
  const onlyWords = (one: Part): boolean => one.type === 'word' || ('parts' in one && one.parts.every(onlyWords));
  if (part.type === 'not') return !means(part.part, isThere, true);
  if (part.type === 'field') return inner(part.part);
  if (part.type === 'any') return part.parts.some(inner);
  if (part.type !== 'all') return isThere(part);
  if (isRuledOut) return part.parts.every(inner);
  const words = part.parts.filter(onlyWords);
  return part.parts.every((one) => onlyWords(one) || inner(one)) && (words.length === 0 || words.some(inner));
}

const leavesOf = (part: Part): readonly Part[] =>
  'parts' in part ? part.parts.flatMap(leavesOf) : 'part' in part ? leavesOf(part.part) : [part];

describe('any query', () => {
  const someQuery = fc.tuple(anyParts, fc.infiniteStream(fc.boolean()));
  const root = (parts: readonly Part[]): Part => ({ type: 'all', parts, start: 0, end: 0 });

  it('is answered as its plainest reading says', () => {
    fc.assert(
      fc.property(someQuery, ([parts, truths]) => {
        const there = new Map(leavesOf(root(parts)).map((leaf) => [leaf, truths.next().value]));
        const isThere = (leaf: Part): boolean => there.get(leaf) ?? false;
        expect(answers({ text: '', parts }, { fact: isThere, date: isThere, text: isThere })).toBe(means(root(parts), isThere));
      }),
      { numRuns: 500 },
    );
  });

  it('lets pass by its filters exactly what some words would make an answer', () => {
    fc.assert(
      fc.property(someQuery, ([parts, truths]) => {
        const leaves = leavesOf(root(parts));
        const filters = new Map(leaves.map((leaf) => [leaf, truths.next().value]));
        const texts = leaves.filter(({ type }) => type === 'word' || type === 'phrase');
        fc.pre(texts.length <= 8);
        const isPossible = Array.from({ length: 2 ** texts.length }, (_, chosen) =>
          means(root(parts), (leaf) =>
            texts.includes(leaf) ? Boolean(chosen & (1 << texts.indexOf(leaf))) : (filters.get(leaf) ?? false),
          ),
        ).includes(true);
        const isFiltered = (leaf: Part): boolean => filters.get(leaf) ?? false;
        const answer = answers({ text: '', parts }, { fact: isFiltered, date: isFiltered, text: () => undefined });
        expect(answer !== false).toBe(isPossible);
      }),
      { numRuns: 300 },
    );
  });
});

it('words and phrases are told with their fields, and whether they are ruled out', () => {
  const wanted = wantedTexts(parse('grid why:(slow -"too late") -(a OR rejected:b) tag:css -(-c)'));
  expect(wanted.map(({ part, fields, isExcluded }) => [part.text, fields?.[0], isExcluded])).toEqual([
    ['grid', undefined, false],
    ['slow', 'why', false],
    ['too late', 'why', true],
    ['a', undefined, true],
    ['b', 'rejected', true],
    ['c', undefined, false],
  ]);
});
