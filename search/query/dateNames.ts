import { foldText } from './foldText.ts';

/** What days and months are called. */
export interface DateNames {
  /** The month of a folded name, January 0; -1 when it is none. */
  readonly monthOf: (typed: string) => number;
  /** The day of the week of a folded name, Sunday 0; -1 when it is none. */
  readonly weekdayOf: (typed: string) => number;
  /** Words in a date that say nothing: the 5th *of* March, 5 *de* marzo. */
  readonly particles: ReadonlySet<string>;
}

/** The names of each month or day in one language, folded: some have one beside a day's number and another for it alone. */
type Names = readonly (readonly string[])[];

interface Spoken {
  readonly months: Names;
  readonly weekdays: Names;
  readonly particles: readonly string[];
}

const listOf = (names: string): Names => names.split(' ').map((name) => [name]);

/** Written down: asking for them takes a while, and most queries have no date. */
const ENGLISH: Spoken = {
  months: listOf('january february march april may june july august september october november december'),
  weekdays: listOf('sunday monday tuesday wednesday thursday friday saturday'),
  particles: ['the', 'of'],
};

/** A shorter beginning of an English name says too little. */
const SHORTEST = 3;
/** And of one in another language: by three letters a French mardi, Tuesday, might as well be March. */
const SHORTEST_ELSEWHERE = 4;

const known = new Map<string, DateNames>();

/** The names in English, and in another language (BCP 47). */
export function namesIn(language = 'en'): DateNames {
  const before = known.get(language);
  if (before) return before;
  const other = language.startsWith('en') ? undefined : Intl.DateTimeFormat.supportedLocalesOf(wellFormed(language)).map(spokenIn)[0];
  const names: DateNames = {
    monthOf: (typed) => indexOfName(ENGLISH.months, other?.months, typed),
    weekdayOf: (typed) => indexOfName(ENGLISH.weekdays, other?.weekdays, typed),
    particles: new Set([...ENGLISH.particles, ...(other?.particles ?? [])]),
  };
  known.set(language, names);
  return names;
}

/** A language as a list of one; of none when it is written in a way that no language is. */
function wellFormed(language: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(language);
  } catch {
    return [];
  }
}

function spokenIn(language: string): Spoken {
  const formatFor = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  const [alone, whole, weekday] = [
    formatFor({ month: 'long' }),
    formatFor({ day: 'numeric', month: 'long', year: 'numeric' }),
    formatFor({ weekday: 'long' }),
  ];
  const textOf = (format: Intl.DateTimeFormat, type: Intl.DateTimeFormatPartTypes, at: number): string =>
    foldText(format.formatToParts(at).find((part) => part.type === type)?.value ?? '');
  // the 1st of January 2023 was a Sunday
  const day = (month: number, date: number): number => Date.UTC(2023, month, date);
  return {
    months: Array.from({ length: 12 }, (_, month) => [alone, whole].map((format) => textOf(format, 'month', day(month, 1)))),
    weekdays: Array.from({ length: 7 }, (_, date) => [textOf(weekday, 'weekday', day(0, 1 + date))]),
    particles: whole
      .formatToParts(day(0, 1))
      .filter(({ type }) => type === 'literal')
      .flatMap(({ value }) => foldText(value).match(/\p{L}+/gu) ?? []),
  };
}

/** By the whole name, or by a beginning of it that is long enough: mar, sept. */
const indexOfName = (english: Names, other: Names | undefined, typed: string): number => {
  const index = indexIn(english, typed, SHORTEST);
  return index < 0 && other ? indexIn(other, typed, SHORTEST_ELSEWHERE) : index;
};

function indexIn(names: Names, typed: string, shortest: number): number {
  const whole = names.findIndex((forms) => forms.includes(typed));
  if (whole >= 0 || typed.length < shortest) return whole;
  return names.findIndex((forms) => forms.some((name) => name.startsWith(typed)));
}
