import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtersOf, parseQuery, printQuery, withFilter, withoutFilter, type FacetName } from '../../../search/query/index.ts';
import { anyText, NOW, parse } from './queries.ts';

const reckoning = { now: NOW };
const add = (text: string, facet: FacetName, value: string) => withFilter(text, facet, value, reckoning);
const take = (text: string, facet: FacetName, value: string) => withoutFilter(text, facet, value, reckoning);

describe('a value that is pressed', () => {
  it.each<[string, string, FacetName, string, string]>([
    ['stands alone', '', 'site', 'a.example', 'site:a.example'],
    ['stands before what was typed', '  grid  lay', 'site', 'a.example', 'site:a.example   grid  lay'],
    ['stands in quotes when it has spaces', 'grid', 'tag', 'machine learning', 'tag:"machine learning" grid'],
    ['stands beside alternatives as a group', 'grid OR flex', 'kind', 'image', 'kind:image (grid OR flex)'],
    ['is an alternative to another of its facet', 'tag:css  grid', 'tag', 'ui', '(tag:css OR tag:ui)  grid'],
    ['is one more alternative', 'x (tag:css OR tag:"a b") lay', 'tag', 'ui', 'x (tag:css OR tag:"a b" OR tag:ui) lay'],
    ['is one more alternative where nothing else stands', 'tag:css OR tag:grid', 'tag', 'ui', '(tag:css OR tag:grid OR tag:ui)'],
    ['is no alternative to what is ruled out', '-tag:css', 'tag', 'ui', 'tag:ui -tag:css'],
    ['is no alternative to what stands among other things', '(tag:css OR grid) x', 'tag', 'ui', 'tag:ui (tag:css OR grid) x'],
    ['is not asked for twice', 'tag:CSS grid', 'tag', 'css', 'tag:CSS grid'],
    ['is a year between two dates', 'grid', 'year', '2026', 'after:2026 before:2027 grid'],
    ['is one of two years', 'after:2026 before:2027', 'year', '2025', '(after:2026 before:2027 OR after:2025 before:2026)'],
    ['is a year beside other dates', 'after:march', 'year', '2026', 'after:2026 before:2027 after:march'],
    ['does not take in the words behind it', 'd', 'year', '2026', 'after:2026 before:2027 (d)'],
    ['leaves the query as it is when it cannot be typed', 'grid', 'tag', 'a "b"', 'grid'],
    ['leaves the query as it is when there is no such value', 'grid', 'kind', 'nonsense', 'grid'],
  ])('%s', (_, text, facet, value, changed) => {
    expect(add(text, facet, value)).toBe(changed);
  });
});

describe('a value that is pressed again', () => {
  it.each<[string, string, FacetName, string, string]>([
    ['leaves nothing', 'site:a.example', 'site', 'a.example', ''],
    ['leaves what was typed', 'site:a.example   grid  lay', 'site', 'a.example', '  grid  lay'],
    ['leaves the other alternative', '(tag:css OR tag:ui)  grid', 'tag', 'css', 'tag:ui  grid'],
    [
      'leaves other alternatives as they were typed',
      'x ( tag:css OR Tag:"a b" OR tag:ui ) lay',
      'tag',
      'ui',
      'x (tag:css OR Tag:"a b") lay',
    ],
    ['goes wherever it stands', 'tag:css (tag:ui OR tag:CSS) grid', 'tag', 'css', 'tag:ui grid'],
    ['leaves what is ruled out', 'tag:css -tag:ui', 'tag', 'ui', 'tag:css -tag:ui'],
    ['leaves the other year', '(after:2026 before:2027 OR after:2025 before:2026) x', 'year', '2026', 'after:2025 before:2026 x'],
    ['does not make a date of what it stood between', 'after:march tag:css 5', 'tag', 'css', 'after:march (5)'],
  ])('%s', (_, text, facet, value, changed) => {
    expect(take(text, facet, value)).toBe(changed);
  });
});

it('the values that a query asks for are told as they are compared', () => {
  const { values, has } = filtersOf(
    'tag:CSS (site:a.example OR site:b.example) -kind:image after:2026-01-01 before:2027 in:Guild',
    reckoning,
  );
  expect(values).toEqual({ site: ['a.example', 'b.example'], tag: ['css'], kind: [], status: [], in: ['guild'], year: ['2026'] });
  expect([has('tag', 'css'), has('tag', 'Css'), has('kind', 'image'), has('year', '2026'), has('year', '2025'), has('tag', '')]).toEqual([
    true,
    true,
    false,
    true,
    false,
    false,
  ]);
});

describe('in any query', () => {
  const aValue = fc.constantFrom<(readonly [FacetName, string])[]>(
    ['site', 'a.example'],
    ['site', 'b.example:8080'],
    ['tag', 'css'],
    ['tag', 'Machine (learning) too'],
    ['tag', '-x'],
    ['kind', 'image'],
    ['status', 'accepted'],
    ['in', 'The guild'],
    ['year', '2026'],
    ['year', '1999'],
  );
  const meaningOf = (text: string): string => printQuery(parse(text));
  const aQuery = fc
    .tuple(anyText, fc.array(aValue, { maxLength: 3 }))
    .map(([text, values]) => values.reduce((query, [facet, value]) => add(query, facet, value), text))
    // of longer ones the end is not read
    .filter((text) => parse(text).parts.length < 30);

  it('a value that was not there, pressed twice, leaves a query that means the same', () => {
    fc.assert(
      fc.property(aQuery, aValue, (text, [facet, value]) => {
        fc.pre(!filtersOf(text, reckoning).has(facet, value));
        expect(meaningOf(take(add(text, facet, value), facet, value))).toBe(meaningOf(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a value is asked for once it is pressed, and no longer once it is pressed again; others stay', () => {
    fc.assert(
      fc.property(aQuery, aValue, (text, [facet, value]) => {
        const pressed = add(text, facet, value);
        const before = filtersOf(text, reckoning).values;
        const { [facet]: own, ...others } = filtersOf(pressed, reckoning).values;
        const compared = filtersOf(add('', facet, value), reckoning).values[facet];
        expect([...own].sort()).toEqual([...new Set([...before[facet], ...compared])].sort());
        expect(filtersOf(pressed, reckoning).has(facet, value)).toBe(true);
        expect({ ...others, [facet]: before[facet] }).toEqual(before);
        expect(filtersOf(take(pressed, facet, value), reckoning).has(facet, value)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('what was typed stays as typed, where it is not in the way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('grid', 'lay', '"a  b"', '-x', 'is:mine', 'why:(a OR b)'), { minLength: 1 }),
        aValue,
        (words, pressed) => {
          const text = words.join('  ');
          expect(add(text, ...pressed).endsWith(` ${text}`)).toBe(true);
          expect(take(add(text, ...pressed), ...pressed)).toBe(text);
        },
      ),
    );
  });
});

it('a query in another language stays in it', () => {
  const german = { now: NOW, language: 'de' };
  const pressed = withFilter('after:5 märz 2026', 'tag', 'css', german);
  expect(parseQuery(pressed, german).parts.map(({ type }) => type)).toEqual(['fact', 'date']);
});
