import { clippedLine } from './clippedText.ts';
import { KEPT } from '../domain/limits.ts';

/** A title for comparing: letters and digits of any script, in lower case, single spaces. */
export const comparable = (title: string): string =>
  title
    .slice(0, KEPT.title)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Whether two titles are of one work: one contains the other, or they share half of the shorter one's words. */
export function isAlike(one: string, other: string): boolean {
  const [first, second] = [comparable(one), comparable(other)];
  if (first.length < 3 || second.length < 3) return first === second;
  if (first.includes(second) || second.includes(first)) return true;
  const { shared, fewer } = wordsOf(one, other);
  return 2 * shared >= Math.max(3, fewer);
}

function wordsOf(one: string, other: string): { readonly shared: number; readonly fewer: number; readonly more: number } {
  const [words, others] = [new Set(comparable(one).split(' ')), new Set(comparable(other).split(' '))];
  return { shared: words.intersection(others).size, fewer: Math.min(words.size, others.size), more: Math.max(words.size, others.size) };
}

/** Of the words of two titles, the share that both have. */
const SAME_BUT_FOR_WORDS = 0.7;
function shareOf(one: string, other: string): number {
  const { shared, more } = wordsOf(one, other);
  return shared / more;
}

const MOST_PARTS = 12;
const SEPARATORS = /\s+[-|–—·•»«:/]+\s+|[|_｜]/;

/** Whether a heading is the title, or whole parts of it between a site's separators. */
function isPartOf(shown: string, heading: string): boolean {
  const wanted = comparable(heading);
  const parts = shown.split(SEPARATORS).slice(0, MOST_PARTS).map(comparable);
  const runs = parts.flatMap((_, from) => parts.slice(from).map((__, more) => parts.slice(from, from + more + 1).join(' ')));
  return runs.includes(wanted);
}

/** A title without the site's name at its end, or at its beginning. */
export function withoutSite(title: string, site: string | undefined): string {
  const name = site && comparable(site);
  if (!name) return title;
  const [, before = '', last = ''] = /^(.*\S)(?:\s+[-|–—·•»:]+\s+|\s*[|_｜]\s*)(\S.*)$/s.exec(title) ?? [];
  if (comparable(last) === name) return withoutSite(before, site);
  const [, first = '', after = ''] = /^(\S.*?)(?:\s+[-|–—·•»:]+\s+|\s*[|｜]\s*|:\s+)(\S.*)$/s.exec(title) ?? [];
  return comparable(first) === name ? after : title;
}

/** What a page calls itself, as far as it does. */
export interface StatedTitles {
  /** The tab's. */
  readonly shown: string;
  /** In the metadata, the most trusted first. */
  readonly stated: readonly unknown[];
  /** First headings. */
  readonly headings: readonly (string | null)[];
  readonly site: string | undefined;
  /** Whether the metadata tells this page's own address. */
  readonly isOwn: boolean;
}

/**
 * The tab's title, without what a site adds to it: a title stated in the metadata counts when the tab's
 * title contains it. One that it doesn't contain is left from an earlier view of a single-page app, or the site's.
 */
export function titleOf({ shown: tab, stated, headings, site, isOwn }: StatedTitles): string | undefined {
  // a count of what is unread stands before the title
  const shown = clippedLine(tab, KEPT.title)?.replace(/^\(\d{1,4}\+?\)\s+(?=\S)/, '');
  const lines = (candidates: readonly unknown[]): string[] => candidates.flatMap((candidate) => clippedLine(candidate, KEPT.title) ?? []);
  const titles = lines(stated).map((title) => withoutSite(title, site));
  const heads = lines(headings);
  if (!shown) return titles[0] ?? heads[0];
  const isOther = (title: string): boolean => comparable(title).length > 2 && comparable(title) !== comparable(site ?? '');
  const contained = titles.find((title) => isOther(title) && comparable(shown).includes(comparable(title)));
  if (contained) return contained;
  const heading = heads.find((line) => isOther(line) && isPartOf(shown, line));
  const isHeaded = (title: string): boolean => heads.length === 1 && heads.some((line) => comparable(line) === comparable(title));
  // the tab has a variant of it for search engines
  const variant = titles.find(
    (title) =>
      isOther(title) &&
      ((isOwn && shareOf(title, withoutSite(shown, site)) >= SAME_BUT_FOR_WORDS) || (!heading && isAlike(title, shown) && isHeaded(title))),
  );
  const isAround = variant !== undefined && heading !== undefined && comparable(variant).includes(comparable(heading));
  return (isAround ? heading : (variant ?? heading)) ?? withoutSite(shown, site);
}
