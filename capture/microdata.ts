import { clippedLine } from './clippedText.ts';
import type { Item } from './items.ts';

const MOST_ELEMENTS = 2_000;
const LONGEST_VALUE = 2_000;

/** The attributes by which a syntax says where an item begins, of what type it is, and which property a value is of. */
interface Syntax {
  readonly scope: string;
  readonly type: string;
  readonly property: string;
}
const MICRODATA: Syntax = { scope: 'itemscope', type: 'itemtype', property: 'itemprop' };
const RDFA: Syntax = { scope: 'typeof', type: 'typeof', property: 'property' };

/** The properties that are asked for; an article's whole text may be another. */
const READ =
  /^(?:headline|name|alternativeHeadline|author|creator|publisher|date(?:Published|Modified|Created)|uploadDate|inLanguage|url|mainEntityOfPage|isPartOf|identifier|sameAs|isbn|issn|volumeNumber|issueNumber|pageStart|pageEnd|pagination)$/;

/**
 * What a page's microdata and RDFa describe: items that belong to no other, and the posts that a blog holds.
 * Properties that stand outside of any item are told of the page, as its last item.
 */
export const readMicrodata = (document: Document): Item[] => [...itemsIn(document, MICRODATA), ...itemsIn(document, RDFA)];

function itemsIn(document: Document, { scope, type, property }: Syntax): Item[] {
  const elements = document.querySelectorAll(`[${scope}], :not(meta, head *)[${property}], meta[${property}]:is(body *)`);
  const items = new Map<Element, Record<string, unknown>>();
  const page: Record<string, unknown> = { '@type': 'WebPage' };
  const top: Item[] = [];
  for (let index = 0; index < Math.min(elements.length, MOST_ELEMENTS); index++) {
    const element = elements[index];
    if (!element) continue;
    const names = (element.getAttribute(property) ?? '').split(/\s+/).flatMap((name) => name.replace(/^schema:/, '') || []);
    const owner = names.length > 0 ? element.parentElement?.closest(`[${scope}]`) : undefined;
    const item = element.hasAttribute(scope)
      ? { '@type': element.getAttribute(type)?.split(/\s+/) ?? [], '@id': element.getAttribute('itemid') }
      : undefined;
    if (item) items.set(element, item);
    if (item && (names.length === 0 || names.some((name) => /^blogPosts?$|^mainEntity$/.test(name)))) top.push(item);
    const target = owner ? items.get(owner) : page;
    for (const name of names) {
      if (!target || !READ.test(name)) continue;
      const value = item ?? valueOf(element, /^(?:url|mainEntityOfPage|sameAs)$/.test(name));
      if (value !== undefined) target[name] = [...((target[name] as unknown[] | undefined) ?? []), value]; // nothing else is put there
    }
  }
  return [...top, page];
}

function valueOf(element: Element, isAddress: boolean): string | undefined {
  const stated = element.getAttribute('content') ?? element.getAttribute('datetime') ?? (isAddress ? element.getAttribute('href') : null);
  return clippedLine(stated ?? element.textContent, LONGEST_VALUE) ?? element.getAttribute('href') ?? undefined;
}
