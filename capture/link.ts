import { KEPT } from '../domain/limits.ts';
import { clipped } from './clippedText.ts';
import { shownText } from './shownText.ts';

const MOST_LINKS = 20_000;

/** A link in its page. */
export interface FoundLink {
  /** Its text as shown; absent for a link that is a picture. */
  readonly text?: string;
  /** Its content. */
  readonly range: Range;
}

/** The link that a person pressed on, else the first one in sight that leads to the address. */
export function findLink(document: Document, address: string | undefined, pressed: Element | undefined): FoundLink | undefined {
  const near = pressed?.closest('a[href], area[href]');
  const leadsThere = (link: Element): boolean => 'href' in link && String(link.href) === address;
  const link = near && (address === undefined || leadsThere(near)) ? near : firstInSight(document, leadsThere);
  if (!link) return undefined;
  const range = document.createRange();
  range.selectNodeContents(link);
  const text = clipped(shownText(range, KEPT.title), KEPT.title).trim();
  return { range, ...(text && { text }) };
}

function firstInSight(document: Document, leadsThere: (link: Element) => boolean): Element | undefined {
  const links = document.links;
  let first: Element | undefined;
  for (let index = 0; index < Math.min(links.length, MOST_LINKS); index++) {
    const link = links[index];
    if (!link || !leadsThere(link)) continue;
    first ??= link;
    const { top, bottom } = link.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return link;
  }
  return first;
}
