import { isItem, listOf, type Item } from './items.ts';

const MOST_BLOCKS = 20;
const LONGEST_BLOCK = 300_000;
const MOST_ITEMS = 500;

const WRAPPING = /^[\s/*]*(?:<!--|<!\[CDATA\[)[\s/*]*|[\s/*]*(?:-->|\]\]>)[\s/*;]*$/g;

/** Where a page's own work may stand below what describes the page or the site. */
const HOLDS_WORKS = ['@graph', 'mainEntity', 'blogPost', 'blogPosts'];
/** What is told of a work by another item of the page: `{ "@id": "#writer" }`. */
const MAY_REFER = ['author', 'creator', 'publisher', 'isPartOf'];

/** What a page's JSON-LD describes: the items at its top, and the works that they hold. */
export function readJsonLd(document: Document): Item[] {
  const blocks = document.querySelectorAll('script[type="application/ld+json" i]');
  const items: Item[] = [];
  for (let index = 0; index < Math.min(blocks.length, MOST_BLOCKS); index++) {
    const text = blocks[index]?.textContent ?? '';
    if (text.length <= LONGEST_BLOCK) items.push(...itemsIn(parsed(text)));
  }
  // copies, in which references are replaced by what they refer to
  const copies: Record<string, unknown>[] = items.map((item) => ({ ...item }));
  const known = new Map(copies.map((item) => [item['@id'], item]));
  for (const copy of copies) {
    for (const name of MAY_REFER) if (name in copy) copy[name] = listOf(copy[name]).map((one) => referred(one, known));
  }
  return copies;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // line breaks within a text, and a comment's or CDATA's marks around it all: makers write them, JSON forbids them
    try {
      return JSON.parse(text.replace(/\p{Cc}+/gu, ' ').replace(WRAPPING, ''));
    } catch {
      return undefined;
    }
  }
}

const referred = (value: unknown, known: ReadonlyMap<unknown, Item>): unknown =>
  isItem(value) && value['name'] === undefined && value['@id'] !== undefined ? (known.get(value['@id']) ?? value) : value;

function itemsIn(value: unknown): Item[] {
  const items: Item[] = [];
  const waiting: unknown[] = [value];
  for (let seen = 0; waiting.length > 0 && seen < MOST_ITEMS; seen++) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.unshift(...next.slice(0, MOST_ITEMS));
    if (!isItem(next)) continue;
    items.push(next);
    for (const name of HOLDS_WORKS) waiting.push(...listOf(next[name]).slice(0, MOST_ITEMS));
  }
  return items;
}
