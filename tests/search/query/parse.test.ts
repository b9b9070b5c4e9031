import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, printQuery, type Part } from '../../../search/query/index.ts';
import { anyParts, anyText, NOW, parse, placeless } from './queries.ts';

/** A part in a line, groups in brackets: what was understood, without the syntax that it was typed in. */
function show(part: Part): string {
  switch (part.type) {
    case 'word':
      return part.text;
    case 'phrase':
      return `“${part.text}”`;
    case 'fact':
    case 'date':
      return `${part.operator}=${part.value}`;
    case 'field':
      return `${part.operator}[${show(part.part)}]`;
    case 'not':
      return `not[${show(part.part)}]`;
    case 'all':
      return `all[${part.parts.map(show).join(', ')}]`;
    case 'any':
      return `any[${part.parts.map(show).join(', ')}]`;
  }
}
const understoodAs = (text: string): string => parse(text).parts.map(show).join(', ');

describe('a query is understood', () => {
  it.each([
    ['words', ' grid   Layout ', 'grid, Layout'],
    ['words with signs in them', 'node.js C++ l\'été a-b user@host 5"', 'node.js, C++, l\'été, a-b, user@host, 5"'],
    ['a phrase in quotes', '"grid  layout" x', '“grid layout”, x'],
    [
      'a phrase in the quotes that phones and books use',
      '“grid layout” „Raster hier“ «la grille»',
      '“grid layout”, “Raster hier”, “la grille”',
    ],
    ['syntax in quotes as text', '"a OR (b -c site:x"', '“a OR (b -c site:x”'],
    ['a minus before anything', '-a -"b c" -tag:d -(e f)', 'not[a], not[“b c”], not[tag=d], not[all[e, f]]'],
    ['the name of an option', '--force -x', '--force, not[x]'],
    ['alternatives', 'a OR b OR c', 'any[a, b, c]'],
    ['or as a word', 'now or never', 'now, or, never'],
    ['a minus before what stands beside, and that before alternatives', 'a -b OR c d', 'any[all[a, not[b]], all[c, d]]'],
    ['groups', '(a OR b) (c d) -(e OR f)', 'any[a, b], c, d, not[any[e, f]]'],
    ['groups in groups', '((a OR (b OR c)) d)', 'any[a, b, c], d'],
    ['operators', 'site:a.example tag:css by:Ada', 'site=a.example, tag=css, by=Ada'],
    ['operators in any case', 'SITE:a.example Is:Mine', 'site=a.example, is=Mine'],
    ['the colon of Chinese and Japanese keyboards', 'tag：東京', 'tag=東京'],
    ['a value in quotes', 'tag:"machine learning" by:“Ada L”', 'tag=machine learning, by=Ada L'],
    ['what is not a letter in a value', 'tag:🍕 tag:c++', 'tag=🍕, tag=c++'],
    ['words of one field', 'why:latency why:"too slow" why:(slow OR late)', 'why[latency], why[“too slow”], why[any[slow, late]]'],
    ['a minus in a field', 'why:(a -b) -rejected:c', 'why[all[a, not[b]]], not[rejected[c]]'],
    ['operators among alternatives', 'site:a.example OR tag:b', 'any[site=a.example, tag=b]'],
    ['a date in several words', 'after:last week grid', 'after=last week, grid'],
    ['the longest date', '-before:5 March 2026 7', 'not[before=5 March 2026], 7'],
    ['a date that goes on', 'before:march 2026 a', 'before=march 2026, a'],
    ['a date that ends where a group begins', 'before:march (5 eggs) after:last (week)', 'before=march, 5, eggs, after:last, week'],
    ['a date that ends with its quotes', 'before:"march" 5 eggs', 'before=march, 5, eggs'],
  ])('%s', (_, text, meant) => {
    expect(understoodAs(text)).toBe(meant);
  });

  it('with the fields that an operator restricts words to', () => {
    expect(parse('why:a').parts).toMatchObject([{ type: 'field', fields: ['why', 'because'] }]);
  });
});

describe('what cannot be understood is words', () => {
  it.each([
    ['an unknown operator', 'foo:bar http://a.example/x 12:30', 'foo:bar, http://a.example/x, 12:30'],
    ['a value that says nothing to an operator', 'is:foo kind:bar after:soon', 'is:foo, kind:bar, after:soon'],
    ['the same in quotes, with nothing of it read as syntax', 'is:"-foo OR site:x"', 'is:, foo, or, site, x'],
    ['an operator without a value', 'site: grid', 'site:, grid'],
    ['an operator without a value, in quotes or in a group', 'tag:"" why:() why:"?!" (by:) c', 'tag:, why:, by:, c'],
    ['a group after an operator that takes none', 'tag:(a b)', 'tag:, a, b'],
    ['an unclosed quote', '"grid lay', 'grid, lay'],
    ['an unclosed quote in a value', 'tag:css by:"Ada L', 'tag=css, by:, Ada, L'],
    ['an unclosed parenthesis', '(a OR b', 'any[a, b]'],
    ['an unclosed parenthesis in a value', 'why:(slow OR', 'why:, slow, or'],
    ['a parenthesis that closes nothing', 'a) b', 'a, b'],
    ['OR at the beginning', 'OR a', 'or, a'],
    ['OR at the end', 'a OR', 'a, or'],
    ['OR twice', 'a OR OR b', 'any[all[a, or], b]'],
    ['OR by itself', 'OR', 'or'],
    ['OR behind a minus', '-OR', 'not[or]'],
    ['OR before a parenthesis', '(a OR) b', 'a, or, b'],
  ])('%s', (_, text, meant) => {
    expect(understoodAs(text)).toBe(meant);
  });

  it.each(['', '  ', '?!', '"', '""', '()', '((', '-', '--', '- -', '-(', '-()', '-"?"', '\u0000', '\ud800', '(-)', '-)'])(
    'and there are none in %j',
    (text) => {
      expect(parse(text).parts).toEqual([]);
    },
  );

  it('a minus that waits for its value rules nothing out', () => {
    expect(understoodAs('grid -is: -"x -kind:"foo bar"')).toBe('grid, is:, not[“x -kind:”], foo, bar"');
    expect(understoodAs('grid -is:')).toBe('grid, is:');
    expect(understoodAs('grid -is:"foo bar"')).toBe('grid, is:, foo, bar');
  });
});

describe('any text', () => {
  it('is understood somehow, its parts in order, inside of it and inside each other', () => {
    const check = (parts: readonly Part[], start: number, end: number): void => {
      let from = start;
      for (const part of parts) {
        expect(part.start).toBeGreaterThanOrEqual(from);
        expect(part.end).toBeGreaterThan(part.start);
        expect(part.end).toBeLessThanOrEqual(end);
        if (part.type === 'all' || part.type === 'any') check(part.parts, part.start, part.end);
        if (part.type === 'not' || part.type === 'field') check([part.part], part.start, part.end);
        from = part.end;
      }
    };
    fc.assert(
      fc.property(anyText, (text) => {
        const query = parse(text);
        expect(query.text).toBe(text);
        check(query.parts, 0, text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says in places what it says in parts', () => {
    const text = '  why:(slow OR late) -tag:"x y" "a b" grid';
    expect(parse(text).parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'why:(slow OR late)',
      '-tag:"x y"',
      '"a b"',
      'grid',
    ]);
  });

  it('printed and understood again is the same query', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const query = parse(text);
        expect(placeless(parse(printQuery(query)).parts)).toEqual(placeless(query.parts));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read however deep its groups are', () => {
    const deep = (depth: number) => `${'(a OR -'.repeat(depth)}b${')'.repeat(depth)}`;
    expect(understoodAs(deep(3))).toBe('any[a, not[any[a, not[any[a, not[b]]]]]]');
    expect(parse(deep(50_000)).parts.length).toBeGreaterThan(0);
    expect(understoodAs(`${'('.repeat(50_000)}a OR b${')'.repeat(50_000)} c`)).toBe('any[a, b], c');
  });

  it('that asks a great deal is read in its beginning', () => {
    for (const piece of ['word ', '(', ')', '-(', '"', 'tag:"', 'why:(', 'a"', '((a) ', '-', 'after:3 ', '"a b" ']) {
      const page = piece.repeat(100_000);
      // what grows with the square of its length would not end in time
      expect(parse(page).parts.length).toBeLessThanOrEqual(64);
    }
    expect(parse('word '.repeat(100)).parts).toHaveLength(64);
  });
});

it('any query that can be made is the same when it is printed and understood', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      expect(placeless(parse(printQuery({ parts })).parts)).toEqual(placeless(parts));
    }),
    { numRuns: 1_000 },
  );
});

it('relative dates are counted from the time that is given', () => {
  const begins = (now: number) => parseQuery('after:today', { now }).parts.map((part) => part.type === 'date' && part.begins);
  expect(begins(NOW)).toEqual([new Date(2026, 10, 23).getTime()]);
  expect(begins(NOW + 86_400_000)).toEqual([new Date(2026, 10, 24).getTime()]);
});
