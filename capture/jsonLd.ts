/** What a page's JSON-LD says of the work it shows (schema.org). Values are as found, not yet checked. */
export interface StatedWork {
  readonly title?: unknown;
  readonly authors: readonly string[];
  readonly published?: unknown;
  readonly site?: unknown;
  readonly language?: unknown;
}

const MOST_BLOCKS = 10;
const LONGEST_BLOCK = 300_000;
const MOST_NODES = 500;

/** Types of which a page is usually one; a page is told from what it merely mentions by these. */
const WORK =
  /(?:Article|Posting|Report|WebPage|Book|Recipe|Dataset|CreativeWork|TechArticle|SoftwareSourceCode|QAPage|VideoObject|PodcastEpisode|Review)$/;

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The first work that a page's JSON-LD describes; an article before the page that it stands on. */
export function readJsonLd(document: Document): StatedWork | undefined {
  const works: Node[] = [];
  const blocks = document.querySelectorAll('script[type="application/ld+json"]');
  for (let index = 0; index < Math.min(blocks.length, MOST_BLOCKS); index++) {
    const text = blocks[index]?.textContent ?? '';
    if (text.length > LONGEST_BLOCK) continue;
    try {
      works.push(...worksIn(JSON.parse(text)));
    } catch {
      // not JSON: it says nothing
    }
  }
  const work = works.find((found) => !isOfType(found, /WebPage$/)) ?? works[0];
  return (
    work && {
      title: work['headline'] ?? work['name'],
      authors: asList(work['author']).slice(0, 20).flatMap(namesOf),
      published: work['datePublished'],
      site: asList(work['publisher']).flatMap(namesOf)[0],
      language: isNode(work['inLanguage']) ? work['inLanguage']['alternateName'] : work['inLanguage'],
    }
  );
}

const isOfType = (node: Node, types: RegExp): boolean => asList(node['@type']).some((type) => typeof type === 'string' && types.test(type));

function worksIn(parsed: unknown): Node[] {
  const works: Node[] = [];
  const waiting: unknown[] = [parsed];
  for (let seen = 0; waiting.length > 0 && seen < MOST_NODES; seen++) {
    const value = waiting.shift();
    if (Array.isArray(value)) waiting.unshift(...value.slice(0, MOST_NODES));
    if (!isNode(value)) continue;
    if (isOfType(value, WORK)) works.push(value);
    waiting.push(...asList(value['@graph']).slice(0, MOST_NODES), value['mainEntity']);
  }
  return works;
}

const namesOf = (value: unknown): string[] => {
  const name = isNode(value) ? value['name'] : value;
  return typeof name === 'string' && name.trim() ? [name] : [];
};
