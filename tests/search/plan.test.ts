import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../search/plan.ts';
import { parseQuery } from '../../search/query/index.ts';
import { means } from './query/means.ts';

const plan = (typed: string) => planOf(parseQuery(typed, { now: 0 }));
const words = (typed: string) => plan(typed).leaves.flatMap((leaf) => (leaf.type === 'word' ? [leaf.text] : []));
const unfinished = (typed: string) => plan(typed).leaves.flatMap((leaf) => (leaf.type === 'word' && leaf.isUnfinished ? [leaf.text] : []));

describe('what is looked up', () => {
  it('is each word once, folded, and what it is made of', () => {
    expect(words('Crème node.js creme ')).toEqual(['creme', 'node', 'js']);
  });

  it('is at most eight words', () => {
    expect(words('a b c d e f g h i j k')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    expect(plan(`"a b c d e f" g h i j`).leaves).toHaveLength(3);
  });

  it('is at most 31 things', () => {
    expect(plan(Array.from({ length: 40 }, (_, n) => `-word${n}`).join(' ')).leaves).toHaveLength(31);
  });

  it('is a word that may go on where nothing but closing parentheses stands behind it', () => {
    expect([
      unfinished('grid lay'),
      unfinished('grid lay '),
      unfinished('(grid lay)'),
      unfinished('grid -lay'),
      unfinished('why:lay'),
    ]).toEqual([['lay'], [], ['lay'], [], ['lay']]);
  });

  it('is looked for in the fields that were named', () => {
    expect(plan('grid why:grid').leaves).toHaveLength(2);
  });
});

describe('how far a document answers', () => {
  /** Of the leaves that a document has, by their place. */
  const degree = (typed: string, ...leaves: number[]) => plan(typed).degree(leaves.reduce((bits, leaf) => bits | (1 << leaf), 0));

  it.each([
    ['all of the words', 'a b', [0, 1], 1],
    ['some of the words', 'a b', [1], 0.5],
    ['none of the words', 'a b', [], 0],
    ['either of two', 'a OR b', [1], 1],
    ['a word, but not the phrase', 'a "b c"', [0], 0],
    ['the phrase alone', 'a "b c"', [1], 0],
    ['what was ruled out', 'a -b', [0, 1], 0],
    ['a part of what was ruled out as a whole', 'a -(b c)', [0, 1], 1],
    ['nothing, when nothing was asked', '', [], 1],
    ['the whole name', 'createIndex', [0], 1],
    ['the humps of a name', 'createIndex', [1, 2], 1],
    ['one hump of a name', 'createIndex', [1], 0.5],
  ])('%s', (_, typed, leaves, expected) => {
    expect(degree(typed, ...leaves)).toBeCloseTo(expected);
  });

  it('is more than nothing exactly when the query, read plainly, is answered', () => {
    const aWord = fc.constantFrom('alpha', 'beta', 'gamma', '"delta epsilon"', 'tag:css', 'site:a.example');
    const { typed } = fc.letrec<{ typed: string }>((tie) => ({
      typed: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        aWord,
        fc.tuple(tie('typed'), tie('typed')).map(([one, other]) => `(${one} ${other})`),
        fc.tuple(tie('typed'), tie('typed')).map(([one, other]) => `(${one} OR ${other})`),
        tie('typed').map((one) => `-(${one})`),
      ),
    }));
    fc.assert(
      fc.property(typed, fc.subarray(['alpha', 'beta', 'gamma', 'delta epsilon', 'css', 'a.example']), (text, there) => {
        const query = parseQuery(text, { now: 0 });
        const { leaves, degree: of } = planOf(query);
        const has = leaves.map((leaf) => {
          if (leaf.type === 'word') return there.includes(leaf.text);
          if (leaf.type === 'phrase') return there.includes(leaf.words.join(' '));
          return leaf.part.type === 'fact' && there.includes(leaf.part.asked);
        });
        const bits = has.reduce((sum, is, place) => (is ? sum | (1 << place) : sum), 0);
        const plainly = means({ type: 'all', parts: query.parts, start: 0, end: 0 }, (leaf) => {
          if (leaf.type === 'word' || leaf.type === 'phrase') return there.includes(leaf.text);
          return leaf.type === 'fact' && there.includes(leaf.asked);
        });
        expect(of(bits) > 0).toBe(plainly);
      }),
      { numRuns: 500 },
    );
  });
});

it('a document without any of the words answers only what asks for none', () => {
  const queries = [
    '',
    '-grid',
    'site:a.example',
    'grid',
    'grid -flex',
    'grid OR site:a.example',
    '"a grid"',
    'why:grid',
    'grid site:a.example',
  ];
  expect(queries.filter((typed) => plan(typed).needsNoWords)).toEqual(['', '-grid', 'site:a.example', 'grid OR site:a.example']);
});
