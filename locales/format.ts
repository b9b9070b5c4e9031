/** A function that makes something when it is first needed, and answers the same from then on. */
function once<F>(make: () => F): () => F {
  let made: F | undefined;
  return () => (made ??= make());
}

/** The formats of one language. To make one costs more than to draw the card that it dates, so each is made once. */
const formatsOf = (language: string) => {
  const unit = (name: string, unitDisplay: 'long' | 'short') =>
    once(() => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 }));
  return {
    number: once(() => new Intl.NumberFormat(language)),
    sizes: [unit('byte', 'long'), unit('kilobyte', 'short'), unit('megabyte', 'short'), unit('gigabyte', 'short')],
    moment: once(() => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })),
    ago: once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })),
    day: once(() => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })),
    dayOfYear: once(() => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' })),
  };
};

let formats = formatsOf('en');

/**
 * Called once, by the choice of the interface's language. Dates and numbers are written in the browser's
 * own variant of it (`en-GB`) where there is one, else in the language itself.
 */
export function formatIn(language: string, browserLanguage: string): void {
  formats = formatsOf(browserLanguage.toLowerCase().split('-')[0] === language ? browserLanguage : language);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A whole number with the language's separators: 12345 → 12,345. */
export const formatNumber = (value: number): string => formats.number().format(value);

/** A size in bytes as a person reads it: 1234567 → 1.2 MB. */
export function formatSize(bytes: number): string {
  const step = Math.min(formats.sizes.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return formats.sizes[step]?.().format(bytes / 1000 ** step) ?? '';
}

/** A place in a video, in seconds from its start: 754 → 12:34, 3754 → 1:02:34. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A day: 23 Nov 2026. Milliseconds since 1970. */
export const formatDay = (instant: number): string => formats.dayOfYear().format(instant);

/** A time in full, for a tooltip or a date that lies ahead: 23 November 2026 at 14:05. Milliseconds since 1970. */
export const formatMoment = (instant: number): string => formats.moment().format(instant);

/**
 * How long ago `instant` was, seen from `now` (both milliseconds since 1970): "now", "5 min. ago",
 * "yesterday"; older than six days, the date. A time that lies ahead (clocks differ) counts as now.
 */
export function formatWhen(instant: number, now: number): string {
  const ago = now - instant;
  const relative = formats.ago();
  if (ago < MINUTE) return relative.format(0, 'second');
  if (ago < HOUR) return relative.format(-Math.floor(ago / MINUTE), 'minute');
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (instant >= midnight || ago < 6 * HOUR) return relative.format(-Math.floor(ago / HOUR), 'hour');
  const days = Math.ceil((midnight - instant) / DAY);
  if (days < 7) return relative.format(-days, 'day');
  const isThisYear = new Date(instant).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? formats.day() : formats.dayOfYear()).format(instant);
}
