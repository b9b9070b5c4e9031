/**
 * The language that dates and numbers are written in: the browser's own variant (`en-GB`) where the
 * interface speaks that language, else the interface's language.
 */
let formatLanguage = 'en';

/** Called once, by the choice of the interface's language. */
export function formatIn(language: string, browserLanguage: string): void {
  formatLanguage = browserLanguage.toLowerCase().split('-')[0] === language ? browserLanguage : language;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A whole number with the language's separators: 12345 → 12,345. */
export const formatNumber = (value: number): string => new Intl.NumberFormat(formatLanguage).format(value);

/** A size in bytes as a person reads it: 1234567 → 1.2 MB. */
export function formatSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(formatLanguage, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}

/** A time in full, for a tooltip or a date that lies ahead: 23 November 2026 at 14:05. Milliseconds since 1970. */
export const formatMoment = (instant: number): string =>
  new Intl.DateTimeFormat(formatLanguage, { dateStyle: 'long', timeStyle: 'short' }).format(instant);

/**
 * How long ago `instant` was, seen from `now` (both milliseconds since 1970): "now", "5 min. ago",
 * "yesterday"; older than six days, the date. A time that lies ahead (clocks differ) counts as now.
 */
export function formatWhen(instant: number, now: number): string {
  const ago = now - instant;
  const relative = new Intl.RelativeTimeFormat(formatLanguage, { numeric: 'auto', style: 'short' });
  if (ago < MINUTE) return relative.format(0, 'second');
  if (ago < HOUR) return relative.format(-Math.floor(ago / MINUTE), 'minute');
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (instant >= midnight || ago < 6 * HOUR) return relative.format(-Math.floor(ago / HOUR), 'hour');
  const days = Math.ceil((midnight - instant) / DAY);
  if (days < 7) return relative.format(-days, 'day');
  const isThisYear = new Date(instant).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(formatLanguage, { day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) }).format(instant);
}
