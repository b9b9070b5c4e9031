import { clippedLine } from './clippedText.ts';
import type { OwnText } from './ownText.ts';

const LONGEST_DATE = 60;

/** A date as the page wrote it. It must name a year; what databases hold where they know none is no date. */
export function statedDate(stated: unknown): string | undefined {
  if (typeof stated === 'string' && stated.length > 500) return undefined;
  const line = clippedLine(stated, 200);
  if (!line || line.length > LONGEST_DATE || !/(?:^|\D)(?:1[4-9]|20)\d\d(?:\D|$|[01]\d[0-3]\d)/.test(line)) return undefined;
  return /^(?:1970-01-01|1900-01-01|1899-)/.test(line) ? undefined : line;
}

const PUBLISHED = [
  'time[pubdate], time[itemprop~="datePublished"], .dt-published',
  'time.published, abbr.published, time.entry-date:not(.updated)',
  '[class*="publish" i] time, time[class*="publish" i], time[class*="post-date" i], .entry-date time, .post-date time, .post-meta time',
  'article header time, header time',
];
const MODIFIED = ['[itemprop~="dateModified"], .dt-updated', 'time.updated:not(.published), abbr.updated'];
/** Stands below the text, and often in what is not part of it. */
const LAST_MODIFIED =
  '[class*="last-modified" i] time, [class*="last-updated" i] time, [class*="lastupdated" i] time, [class*="lastmod" i] time, [class*="last-update" i] time';

/** When a page says, in its text's mark-up, that it was published. */
export function readPublished(own: OwnText): string | undefined {
  const date = dateAt((place) => own(place).filter((element) => !isModified(element)), PUBLISHED);
  if (date) return date;
  const only = onlyTime(own);
  return only && !isModified(only) ? dateOf(only) : undefined;
}

/** When a page says, in its mark-up, that it was last changed. */
export function readModified(document: Document, own: OwnText): string | undefined {
  const only = onlyTime(own);
  return (
    dateAt(own, MODIFIED) ??
    dateAt(() => [...document.querySelectorAll(LAST_MODIFIED)].slice(0, 5), [LAST_MODIFIED]) ??
    (only && isModified(only) ? dateOf(only) : undefined)
  );
}

/** A page's only time, in its only text, is the one of that text; one in a paragraph is told of something else. */
function onlyTime(own: OwnText): Element | undefined {
  const times = own('time[datetime]');
  const [only] = times;
  const sentence = only?.closest('p, td, li')?.textContent ?? '';
  return times.length === 1 && only?.closest('article, main, [role="main"]') && sentence.trim().length < 80 ? only : undefined;
}

/** Whether the last that is said before a time is that something was changed then. */
function isModified(time: Element): boolean {
  const text = time.closest('p, li, td, div, header, footer, aside')?.textContent.slice(0, 2_000) ?? '';
  const before = text.slice(0, Math.max(0, text.indexOf(time.textContent))).slice(-60);
  return /(?:updated|modified|edited|changed|geändert|aktualisiert|mis à jour|modifié|actualizado|更新)(?!.*(?:published|posted|veröffentlicht|publié|publicado))/is.test(
    before,
  );
}

function dateAt(own: OwnText, places: readonly string[]): string | undefined {
  for (const place of places) {
    const dates = new Set(own(place).flatMap((element) => dateOf(element) ?? []));
    // several texts in a list, each with its own
    if (dates.size > 0) return dates.size < 4 ? [...dates][0] : undefined;
  }
  return undefined;
}

const dateOf = (element: Element): string | undefined =>
  statedDate(element.getAttribute('datetime')) ??
  statedDate(element.getAttribute('content')) ??
  statedDate(element.getAttribute('title')) ??
  statedDate(element.textContent);
