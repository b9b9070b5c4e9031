import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, type Doc } from '../../search/index.ts';

const doc = (id: string, why: string, facts?: Doc['facts']): Doc => ({ id, kind: 'clip', at: 0, fields: { why }, facts });
const index = createIndex();
index.add([
  doc('a', 'the architecture of a router', { tags: ['css'], site: 'a.example' }),
  doc('b', 'a flexible layout, and a grid', { tags: ['ui'] }),
  doc('c', 'the grid', { tags: ['css'], kind: 'image' }),
]);
const near = (query: string) => index.help(query).near.map((one) => one.query);

describe('when nothing is found, help offers', () => {
  it.each([
    ['a word further away than a search forgives', 'arhcitcetrue ', 'architecture'],
    ['a short word that was mistyped', 'gid ', 'grid'],
    ['the words of a run-together word', 'gridlayout ', 'grid layout'],
    ['the beginning of a word that goes on too long', 'routerish ', 'router'],
    ['another word among conditions', 'tag:ui layuuut', 'tag:ui layout'],
  ])('%s', (_, query, instead) => {
    expect(near(query)[0]).toBe(instead);
  });

  it('no other words for one that is there, nor for one that is like nothing', () => {
    expect(near('grid tag:none')).toEqual([]);
    expect(near('zzzzzzzz ')).toEqual([]);
  });

  it('the query without one of its conditions, where that finds something', () => {
    const { without, unfiltered } = index.help('grid tag:css site:a.example');
    expect(without.map(({ query, total, chip }) => [chip.says, query, total])).toEqual([
      [{ type: 'operator', operator: 'site', value: 'a.example', isNegated: false }, 'grid tag:css', 1],
    ]);
    expect(unfiltered).toEqual({ query: 'grid', total: 2 });
  });

  it('the query without a minus or a phrase', () => {
    expect(index.help('layout -grid').without.map(({ query }) => query)).toEqual(['layout']);
    expect(index.help('router "flexible grid"').without.map(({ query }) => query)).toEqual(['router']);
  });

  it('nothing for a query that says nothing', () => {
    expect(index.help('')).toEqual({ near: [], without: [], unfiltered: undefined });
  });
});

it('whatever help offers finds as much as it says', () => {
  const pieces = [
    'gird',
    'layuuut',
    'gridlayout',
    'zzzz',
    'tag:css',
    '-tag:ui',
    'site:a.example',
    'kind:page',
    '(a OR grid)',
    'OR',
    'after:2030',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 5 }), (typed) => {
      const { near: others, without, unfiltered } = index.help(typed.join(' '));
      for (const { query, total } of [...others, ...without, ...(unfiltered ? [unfiltered] : [])]) {
        expect(total).toBeGreaterThan(0);
        expect([query, index.search(query).total]).toEqual([query, total]);
      }
      expect(others.length).toBeLessThanOrEqual(3);
    }),
  );
});
