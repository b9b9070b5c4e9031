/** What can be judged of a page's metadata, in the words of domain/clip.ts. */
export const FIELDS = ['title', 'author', 'site', 'language', 'published', 'modified', 'canonical', 'type', 'doi', 'container'] as const;
export type Field = (typeof FIELDS)[number];
/** Null where there is nothing that a person would say; a field that is absent is not judged. */
export type MetadataRecord = Readonly<Partial<Record<Field, string | null>>>;

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
const letters = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A title without what its site adds at the end. */
function bareTitle(title: string, site: string | null | undefined): string {
  const bare = plain(title);
  const name = site && plain(site);
  return letters(name && bare.endsWith(name) ? bare.slice(0, -name.length) : bare);
}

/** A byline's names in alphabetical order, without what introduces them. */
const names = (byline: string): string =>
  plain(byline)
    .replace(/^(?:by|von|par|por)\s+/, '')
    // a date that stands in the same line
    .replace(/\d.*$/, '')
    .split(/\s*[,;&]\s*|\s+(?:and|und|et|y)\s+/)
    .map(letters)
    .toSorted()
    .join(', ');

/** Whether two dates are the same instant, or the same day in the zone in which either is written. */
function isSameDate(one: string, other: string): boolean {
  if (plain(one) === plain(other)) return true;
  const [first, second] = [Date.parse(one), Date.parse(other)];
  if (Number.isNaN(first) || Number.isNaN(second)) return false;
  const day = (text: string, instant: number): string => /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? new Date(instant).toISOString().slice(0, 10);
  return first === second || day(one, first) === day(other, second);
}

/** Whether what was found is what a person would say, however it is written. */
export function isSame(field: Field, found: string, expected: string, site: string | null | undefined): boolean {
  if (field === 'title') return bareTitle(found, site) === bareTitle(expected, site);
  if (field === 'author') return names(found) === names(expected);
  if (field === 'published' || field === 'modified') return isSameDate(found, expected);
  if (field === 'language') return plain(found).split('-')[0] === plain(expected).split('-')[0];
  return plain(found) === plain(expected);
}
