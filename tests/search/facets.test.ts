import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, type Doc } from '../../search/index.ts';
import { comparedValue } from '../../search/query/facetChoices.ts';
import { filtersOf, withFilter, withoutFilter, type FacetName } from '../../search/query/index.ts';

const NOW = new Date(2026, 10, 23).getTime();
const inYear = (year: number, month = 5): number => new Date(year, month, 1).getTime();
const doc = (id: string, why: string, at: number, facts: Doc['facts']): Doc => ({ id, kind: 'clip', at, fields: { why }, facts });
const indexOf = (...docs: readonly Doc[]) => {
  const index = createIndex();
  index.add(docs);
  return index;
};

const docs = [
  doc('a', 'grid layout', inYear(2025), { site: 'a.example', tags: ['css', 'grid'], kind: 'passage' }),
  doc('b', 'grid', inYear(2026), { site: 'b.example', tags: ['css'], kind: 'image', in: ['Guild'] }),
  doc('c', 'router', inYear(2026, 0), { site: 'a.example', tags: ['ui', 'ui'], kind: 'decision', status: 'open' }),
];

describe('facets', () => {
  it('are counted over what answers, the most frequent first, then by the alphabet, years from the newest', () => {
    expect(indexOf(...docs).facets('')).toEqual({
      total: 3,
      isExact: true,
      counts: {
        site: [
          { value: 'a.example', count: 2 },
          { value: 'b.example', count: 1 },
        ],
        tag: [
          { value: 'css', count: 2 },
          { value: 'grid', count: 1 },
          { value: 'ui', count: 1 },
        ],
        kind: [
          { value: 'decision', count: 1 },
          { value: 'image', count: 1 },
          { value: 'passage', count: 1 },
        ],
        status: [{ value: 'open', count: 1 }],
        in: [{ value: 'Guild', count: 1 }],
        year: [
          { value: '2026', count: 2 },
          { value: '2025', count: 1 },
        ],
      },
    });
  });

  const valuesOf = (query: string, facet: FacetName) =>
    indexOf(...docs)
      .facets(query)
      .counts[facet].map(({ value }) => value);

  it('offer the other values of a facet that is asked for, but not what is ruled out', () => {
    expect(valuesOf('grid', 'site')).toEqual(['a.example', 'b.example']);
    expect(valuesOf('site:a.example grid', 'site')).toEqual(['a.example', 'b.example']);
    expect(valuesOf('site:a.example grid', 'kind')).toEqual(['passage']);
    expect(valuesOf('after:2025 before:2026', 'year')).toEqual(['2026', '2025']);
    expect(valuesOf('after:2026-03', 'year')).toEqual(['2026']);
    expect(valuesOf('-site:a.example', 'site')).toEqual(['b.example']);
  });

  it('leave out what is gone', () => {
    const index = indexOf(...docs);
    index.remove(['b']);
    expect([index.facets('').total, index.facets('').counts.in]).toEqual([2, []]);
  });
});

describe('of any documents and any query, facets', () => {
  const aDoc = fc.record({
    id: fc.constantFrom(...'abcdefgh'),
    kind: fc.constant<Doc['kind']>('clip'),
    at: fc.integer({ min: 2020, max: 2026 }).chain((year) => fc.constantFrom(inYear(year, 0), inYear(year), inYear(year + 1, 0) - 1)),
    fields: fc.record({ why: fc.constantFrom('grid', 'flex grid', 'router', '') }),
    facts: fc.record({
      site: fc.constantFrom(
        'a.example',
        'b.a.example',
        'b.a.example:8080',
        'Report.pdf',
        'my report',
        'localhost',
        'localhost:3000',
        undefined,
      ),
      tags: fc.subarray(['css', 'CSS', '#css', 'css/grid', 'css/grid/areas', 'a b', 'Übung']),
      kind: fc.constantFrom('image', 'decision'),
      status: fc.constantFrom('open', undefined),
      in: fc.subarray(['Guild', 'Other guild', 'guild']),
    }),
  });
  const someDocs = fc.uniqueArray(aDoc, { selector: ({ id }) => id, maxLength: 8 });
  const aQuery = fc
    .array(
      fc.constantFrom(
        'grid',
        'gri',
        '-flex',
        'tag:css',
        '(tag:css OR tag:"a b")',
        'site:a.example',
        'site:localhost',
        '-kind:image',
        'after:2022',
        'before:2025',
        'OR',
        'in:guild',
      ),
      { maxLength: 4 },
    )
    .map((pieces) => pieces.join(' '));
  const valuesIn = ({ facts, at }: Doc, facet: FacetName): readonly string[] => {
    const held = {
      site: facts?.site,
      tag: facts?.tags,
      kind: facts?.kind,
      status: facts?.status,
      in: facts?.in,
      year: String(new Date(at).getFullYear()),
    }[facet];
    return held === undefined ? [] : [held].flat();
  };
  const withoutAny = (query: string, facet: FacetName): string =>
    filtersOf(query, { now: NOW }).values[facet].reduce((text, value) => withoutFilter(text, facet, value, { now: NOW }), query);
  const EVERY: readonly FacetName[] = ['site', 'tag', 'kind', 'status', 'in', 'year'];

  it.each(EVERY)('name every value of what answers, in one of its spellings: %s', (facet) => {
    fc.assert(
      fc.property(someDocs, aQuery, (several, query) => {
        const index = indexOf(...several);
        const found = index.search(withoutAny(query, facet), { limit: 100, now: NOW }).hits.map(({ id }) => id);
        const there = several.filter(({ id }) => found.includes(id)).flatMap((one) => valuesIn(one, facet));
        const facets = index.facets(query, { now: NOW });
        const named = facets.counts[facet].map(({ value }) => value);
        const spelling = (value: string): string | undefined => comparedValue(facet, value);
        expect(there).toEqual(expect.arrayContaining(named));
        expect(named).toHaveLength(new Set(there.map(spelling)).size);
        expect(facets.total).toBe(index.search(query, { now: NOW }).total);
      }),
      { numRuns: 150 },
    );
  });

  it.each(EVERY)('count what is found when a value is asked for: %s', (facet) => {
    fc.assert(
      fc.property(someDocs, aQuery, (several, query) => {
        const index = indexOf(...several);
        for (const { value, count } of index.facets(query, { now: NOW }).counts[facet]) {
          const asking = withFilter(withoutAny(query, facet), facet, value, { now: NOW });
          expect([value, index.search(asking, { now: NOW }).total]).toEqual([value, count]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it.each([
  ['grid', true],
  ['"grid" tag:css', true],
  ['"grid layout"', false],
  ['-"grid layout"', false],
  ['why:"grid layout"', false],
])('of %s facets are exact: %s', (query, isExact) => {
  expect(indexOf(...docs).facets(query).isExact).toBe(isExact);
});
