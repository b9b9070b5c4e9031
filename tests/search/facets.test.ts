import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, type Doc } from '../../search/index.ts';
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
      site: fc.constantFrom('a.example', 'b.example', undefined),
      tags: fc.subarray(['css', 'CSS', 'css/grid', 'a b']),
      kind: fc.constantFrom('image', 'decision'),
      status: fc.constantFrom('open', undefined),
      in: fc.subarray(['Guild', 'Other guild']),
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

  it.each<FacetName>(['site', 'tag', 'kind', 'status', 'in', 'year'])('are what counting the hits one by one tells: %s', (facet) => {
    fc.assert(
      fc.property(someDocs, aQuery, (several, query) => {
        const index = indexOf(...several);
        const others = filtersOf(query, { now: NOW }).values[facet].reduce(
          (text, value) => withoutFilter(text, facet, value, { now: NOW }),
          query,
        );
        const counts = new Map<string, number>();
        for (const { id } of index.search(others, { limit: 100, now: NOW }).hits) {
          const hit = several.find((one) => one.id === id);
          for (const value of hit ? valuesIn(hit, facet) : []) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        const facets = index.facets(query, { now: NOW });
        expect(Object.fromEntries(facets.counts[facet].map(({ value, count }) => [value, count]))).toEqual(Object.fromEntries(counts));
        expect(facets.total).toBe(index.search(query, { now: NOW }).total);
      }),
      { numRuns: 150 },
    );
  });

  it('count at most what is found when a value is asked for', () => {
    fc.assert(
      fc.property(someDocs, aQuery, (several, query) => {
        const index = indexOf(...several);
        for (const { value, count } of index.facets(query, { now: NOW }).counts.site) {
          const alone = filtersOf(query, { now: NOW }).values.site.reduce(
            (text, one) => withoutFilter(text, 'site', one, { now: NOW }),
            query,
          );
          expect(index.search(withFilter(alone, 'site', value, { now: NOW }), { now: NOW }).total).toBe(count);
        }
      }),
    );
  });
});
