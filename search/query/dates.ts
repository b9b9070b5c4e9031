import { namesIn, type DateNames } from './dateNames.ts';
import { foldText } from './foldText.ts';

const HOUR = 3_600_000;

/** What dates are reckoned by. */
export interface Reckoning {
  /** Milliseconds since 1970: what "yesterday" is counted from. */
  readonly now: number;
  /** BCP 47: names of months and days are understood in it, beside English. */
  readonly language?: string | undefined;
}

/**
 * When a date as people write it begins: milliseconds since 1970, in the device's time zone; undefined when it is none.
 * What has no year is the last one that has begun by `now`. docs/search.md lists the forms.
 */
export function startOfDate(typed: string, { now, language }: Reckoning): number | undefined {
  const names = namesIn(language);
  const text = foldText(typed)
    .replaceAll(',', ' ')
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '' && !names.particles.has(word))
    .join(' ');
  const today = new Date(now);
  return numbersIn(text) ?? namedDay(text, today, names) ?? ago(text, today) ?? thisOrLast(text, today) ?? monthIn(text, now, names);
}

/** A day in local time; months and days past their end run over into the next. Months count from 0. */
function dayAt(year: number, month = 0, day = 1): number {
  const date = new Date(2000, 0, 1);
  date.setFullYear(year, month, day);
  return date.getTime();
}

/** As `dayAt`, for what people write; undefined when there is no such day. */
function existing(year: number, month: number, day: number): number | undefined {
  const at = dayAt(year, month, day);
  return new Date(at).getMonth() === month && new Date(at).getDate() === day ? at : undefined;
}

/** 2026, 2026-03, 2026/3/5, 5.3.2026. Which of 3/5/2026 is the month nobody knows: that is no date. */
function numbersIn(text: string): number | undefined {
  const [, year, , month = '1', day = '1'] = /^([12]\d{3})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text) ?? [];
  if (year !== undefined) return existing(Number(year), Number(month) - 1, Number(day));
  const [, dayFirst, monthNext, yearLast] = /^(\d{1,2})\.(\d{1,2})\.([12]\d{3})$/.exec(text) ?? [];
  return yearLast === undefined ? undefined : existing(Number(yearLast), Number(monthNext) - 1, Number(dayFirst));
}

/** today, yesterday, monday, last monday */
function namedDay(text: string, today: Date, { weekdayOf }: DateNames): number | undefined {
  const [, last, name = ''] = /^(last )?(\p{L}+)$/u.exec(text) ?? [];
  const weekday = weekdayOf(name);
  if (weekday >= 0) return daysBefore(today, (today.getDay() - weekday + 7) % 7 || (last === undefined ? 0 : 7));
  const days = ['today', 'yesterday', 'day before yesterday'].indexOf(text);
  return days < 0 ? undefined : daysBefore(today, days);
}

/** 3d, 2w, 6m, 1y, 3 weeks ago, a year ago, last 10 days */
function ago(text: string, today: Date): number | undefined {
  const [, typed = '', unit] = /^(?:last |past )?(\d{1,4}|an?) ?(h|d|w|m|y|hours?|days?|weeks?|months?|years?)(?: ago)?$/.exec(text) ?? [];
  const count = /\d/.test(typed) ? Number(typed) : 1;
  switch (unit?.[0]) {
    case 'h':
      return today.getTime() - count * HOUR;
    case 'd':
      return daysBefore(today, count);
    case 'w':
      return daysBefore(today, count * 7);
    case 'm':
      return monthsBefore(today, count);
    case 'y':
      return monthsBefore(today, count * 12);
    case undefined:
    default:
      return undefined;
  }
}

/** this week, last month: a week begins on Monday (ISO 8601). */
function thisOrLast(text: string, today: Date): number | undefined {
  const [, which, unit] = /^(this|last) (week|month|year)$/.exec(text) ?? [];
  const back = which === 'last' ? 1 : 0;
  switch (unit) {
    case 'week':
      return daysBefore(today, ((today.getDay() + 6) % 7) + 7 * back);
    case 'month':
      return dayAt(today.getFullYear(), today.getMonth() - back);
    case 'year':
      return dayAt(today.getFullYear() - back);
    case undefined:
    default:
      return undefined;
  }
}

/** march, march 2026, 5 march, march 5 2026, 5. März */
function monthIn(text: string, now: number, { monthOf }: DateNames): number | undefined {
  const [, dayFirst, name = '', dayLast, year] = /^(?:(\d{1,2})\.? )?(\p{L}+)\.?(?: (\d{1,2}))?(?: ([12]\d{3}))?$/u.exec(text) ?? [];
  const month = monthOf(name);
  if (month < 0 || (dayFirst !== undefined && dayLast !== undefined)) return undefined;
  const day = Number(dayFirst ?? dayLast ?? 1);
  if (year !== undefined) return existing(Number(year), month, day);
  // a 29 February may lie eight years back
  const thisYear = new Date(now).getFullYear();
  for (let back = 0; back <= 8; back++) {
    const at = existing(thisYear - back, month, day);
    if (at !== undefined && at <= now) return at;
  }
  return undefined;
}

const daysBefore = (today: Date, days: number): number => dayAt(today.getFullYear(), today.getMonth(), today.getDate() - days);

/** The same day of an earlier month, or that month's last. */
function monthsBefore(today: Date, months: number): number {
  const [year, month] = [today.getFullYear(), today.getMonth() - months];
  const lastDay = new Date(dayAt(year, month + 1, 0)).getDate();
  return dayAt(year, month, Math.min(today.getDate(), lastDay));
}
