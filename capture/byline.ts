import { clippedLine } from './clippedText.ts';
import { namesInByline } from './names.ts';
import type { OwnText } from './ownText.ts';

/** Where makers put the author's name, the surest first. */
const PLACES = [
  '.p-author, [rel~="author" i]:not(link)',
  'address.author, [itemprop~="author"]',
  '[class*="author-name" i], [class*="author_name" i], [class*="byline-name" i], [class*="byline__name" i]',
  '.byline, [class*="byline" i], [data-testid*="byline" i], .post-author, .entry-author, .article-author, .article__author',
  '.author, #author',
];

const LONGEST_BYLINE = 1_000;

/** The author's names that stand with a page's text, where makers put them. Several texts have several, and none of them is the page's. */
export function readByline(own: OwnText): string[] {
  for (const place of PLACES) {
    const found = own(place);
    const first = found.find((element) => namesOf(element).length > 0);
    if (!first) continue;
    const line = lineOf(first);
    const names = found.filter((element) => lineOf(element) === line).flatMap(namesOf);
    const others = found.filter((element) => lineOf(element) !== line).flatMap(namesOf);
    // the same names may stand below the text again; other ones belong to other texts
    return new Set(others.filter((name) => !names.includes(name))).size > 2 ? [] : [...new Set(names)];
  }
  return [];
}

/** What several names of one byline have in common. */
const lineOf = (element: Element): Element | null => element.parentElement?.closest('p, li, ul, ol, header, div, section, article') ?? null;

function namesOf(element: Element): string[] {
  if (element.textContent.length > LONGEST_BYLINE) return [];
  const line = clippedLine(textBeside(element), 300) ?? '';
  const linked = [...element.querySelectorAll('a[rel~="author" i], a[href*="author" i], a[href*="/by/"], .fn, [itemprop~="name"]')].slice(
    0,
    6,
  );
  const inLinks = linked.flatMap((link) => namesInByline(link.textContent));
  if (inLinks.length > 0) return [...new Set(inLinks)];
  // a name that is linked as its author's may be a nickname
  const isSure =
    element.matches('[rel~="author" i], .p-author') &&
    /^[\w.-]{3,30}$/.test(line) &&
    !/^(?:about|author|more|profile|home|contact)/i.test(line);
  return isSure ? [line] : namesInByline(line);
}

/** An element's text without its dates, and without what only screen readers say. */
function textBeside(element: Element): string {
  if (!element.querySelector('time, [class*="date" i], [class*="hidden" i], svg, style, script')) return element.textContent;
  const copy = element.cloneNode(true) as Element; // the clone of an element is one
  for (const part of copy.querySelectorAll('time, [class*="date" i], svg, style, script')) part.replaceWith(' | ');
  return copy.textContent;
}
