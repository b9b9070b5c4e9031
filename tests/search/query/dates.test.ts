import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDate } from '../../../search/query/dates.ts';
import { NOW } from './queries.ts';

const local = (year: number, month: number, day: number, hour = 0, minute = 0) => new Date(year, month - 1, day, hour, minute).getTime();
const starts = (typed: string, now = NOW) => startOfDate(typed, { now });

describe('on Monday, 23 November 2026, half past ten', () => {
  it.each([
    ['2026', local(2026, 1, 1)],
    ['2026-03', local(2026, 3, 1)],
    ['2026-03-05', local(2026, 3, 5)],
    ['2026/3/5', local(2026, 3, 5)],
    ['5.3.2026', local(2026, 3, 5)],
    ['5 March 2026', local(2026, 3, 5)],
    ['March 5, 2026', local(2026, 3, 5)],
    ['the 5th of March', local(2026, 3, 5)],
    ['march 2025', local(2025, 3, 1)],
    ['March', local(2026, 3, 1)],
    ['sept', local(2026, 9, 1)],
    ['Dec.', local(2025, 12, 1)],
    ['november', local(2026, 11, 1)],
    ['24 November', local(2025, 11, 24)],
    ['29 feb', local(2024, 2, 29)],
    ['today', local(2026, 11, 23)],
    ['Yesterday', local(2026, 11, 22)],
    ['the day before yesterday', local(2026, 11, 21)],
    ['monday', local(2026, 11, 23)],
    ['last monday', local(2026, 11, 16)],
    ['Tue', local(2026, 11, 17)],
    ['last sunday', local(2026, 11, 22)],
    ['this week', local(2026, 11, 23)],
    ['last week', local(2026, 11, 16)],
    ['this month', local(2026, 11, 1)],
    ['last month', local(2026, 10, 1)],
    ['this year', local(2026, 1, 1)],
    ['last year', local(2025, 1, 1)],
    ['3d', local(2026, 11, 20)],
    ['2w', local(2026, 11, 9)],
    ['6m', local(2026, 5, 23)],
    ['1y', local(2025, 11, 23)],
    ['3 weeks ago', local(2026, 11, 2)],
    ['a month ago', local(2026, 10, 23)],
    ['last 10 days', local(2026, 11, 13)],
    ['2 hours ago', local(2026, 11, 23, 8, 30)],
  ])('%s begins then', (typed, at) => {
    expect(starts(typed)).toBe(at);
  });

  it.each([
    '',
    'soon',
    '3',
    '2026-13',
    '2026-02-30',
    '2025-02-29',
    '31 april',
    '3/5/2026',
    '5 march 5',
    'ma',
    'last',
    'this grid',
    'ago',
    '12345d',
  ])('%j is no date', (typed) => {
    expect(starts(typed)).toBeUndefined();
  });
});

it('a month ago on a day that the month had not is its last day', () => {
  expect(starts('1m', local(2026, 3, 31, 12))).toBe(local(2026, 2, 28));
  expect(starts('1y', local(2028, 2, 29, 12))).toBe(local(2027, 2, 28));
});

it('last month in January is December', () => {
  expect(starts('last month', local(2026, 1, 15))).toBe(local(2025, 12, 1));
});

it('a week begins on Monday, on a Sunday too', () => {
  expect(starts('this week', local(2026, 11, 22, 23))).toBe(local(2026, 11, 16));
});

it('days are those of the calendar where the clocks change', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 800 }),
      fc.date({ min: new Date(2020, 0, 1), max: new Date(2030, 0, 1), noInvalidDate: true }),
      (days, now) => {
        const begins = new Date(starts(`${days}d`, now.getTime()) ?? NaN);
        expect([begins.getHours(), begins.getMinutes()]).toEqual([0, 0]);
        const noon = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
        expect((noon(now) - noon(begins)) / 86_400_000).toBe(days);
      },
    ),
  );
});

it('whatever has no year lies behind', () => {
  const names = ['january', 'may 31', '30 december', 'friday', 'last friday', 'this week', 'last year', 'today', '0d'];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.date({ min: new Date(2020, 0, 1), max: new Date(2030, 0, 1), noInvalidDate: true }),
      (name, now) => {
        expect(starts(name, now.getTime())).toBeLessThanOrEqual(now.getTime());
      },
    ),
  );
});

it('any text is a date or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      expect(starts(text)).not.toBeNaN();
    }),
  );
});

describe('names in another language', () => {
  const startsIn = (language: string, typed: string) => startOfDate(typed, { now: NOW, language });

  it.each([
    ['de', '5. März 2026', local(2026, 3, 5)],
    ['de', 'Dezember', local(2025, 12, 1)],
    ['de', 'montag', local(2026, 11, 23)],
    ['de', 'last dienstag', local(2026, 11, 17)],
    ['de', 'march 5', local(2026, 3, 5)],
    ['fr', '14 juillet', local(2026, 7, 14)],
    ['fr', 'fevr', local(2026, 2, 1)],
    ['fr', 'mardi', local(2026, 11, 17)],
    ['es', '5 de marzo de 2026', local(2026, 3, 5)],
    ['pl', '5 marca', local(2026, 3, 5)],
    ['pl', 'marzec', local(2026, 3, 1)],
  ])('in %s, %s begins then', (language, typed, at) => {
    expect(startsIn(language, typed)).toBe(at);
  });

  it('are none in a language that is not spoken, or in none at all', () => {
    expect(startsIn('fr', 'montag')).toBeUndefined();
    expect(starts('montag')).toBeUndefined();
    for (const language of ['xx', '?', '']) expect(startsIn(language, 'march')).toBe(local(2026, 3, 1));
  });

  it('of three letters are the English ones: a French Tuesday is no March', () => {
    expect(startsIn('fr', 'mar')).toBe(local(2026, 3, 1));
    expect(startsIn('fr', 'dim')).toBeUndefined();
  });
});
