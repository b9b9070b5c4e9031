import type { Source } from '../domain/clip.ts';
import { KEPT } from '../domain/limits.ts';
import { clipped, clippedLine } from './clippedText.ts';
import { readJsonLd, type StatedWork } from './jsonLd.ts';
import { readMetaTags, type MetaTags } from './metaTags.ts';

const AUTHOR = ['citation_author', 'parsely-author', 'author', 'article:author', 'dc.creator', 'dcterms.creator', 'sailthru.author', 'byl'];
const PUBLISHED = [
  'article:published_time',
  'citation_publication_date',
  'citation_date',
  'datepublished',
  'parsely-pub-date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'sailthru.date',
  'pubdate',
  'date',
];
const LONGEST = { site: 200, author: 300, published: 60, language: 40 } as const;

/** What a page says of itself; what it doesn't say is absent. Every text is within the lengths of domain/clip.ts. Never throws. */
export function describeSource(document: Document, address: string): Source {
  const kept = keptAddress(address);
  try {
    return readStatements(document, kept);
  } catch {
    // names in the page can shadow the document's own methods (`<img name="querySelector">`)
    return { address: kept, title: clippedLine(document.title, KEPT.title) ?? kept.slice(0, KEPT.title) };
  }
}

function readStatements(document: Document, address: string): Source {
  const meta = readMetaTags(document);
  const work = readJsonLd(document);
  const canonical = webAddress(
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? meta.get('og:url')?.[0],
    address,
  );
  const site = firstLine(
    LONGEST.site,
    meta.get('og:site_name'),
    [work?.site],
    meta.get('citation_journal_title'),
    meta.get('application-name'),
  );
  const author = authorOf(work, meta);
  const published = firstLine(LONGEST.published, [work?.published], ...PUBLISHED.map((name) => meta.get(name)), [
    document.querySelector('time[pubdate], time[itemprop="datePublished"], article header time')?.getAttribute('datetime'),
  ]);
  const language = languageOf(
    document.documentElement.getAttribute('lang'),
    meta.get('content-language')?.[0],
    meta.get('og:locale')?.[0],
    work?.language,
  );
  return {
    address,
    title: titleOf(document, meta, work) ?? clipped(address, KEPT.title),
    ...(canonical && { canonical }),
    ...(site && { site }),
    ...(author && { author }),
    ...(published && { published }),
    ...(language && { language }),
  };
}

const firstLine = (max: number, ...candidates: readonly (readonly unknown[] | undefined)[]): string | undefined => {
  for (const candidate of candidates.flatMap((values) => values ?? [])) {
    const line = clippedLine(candidate, max);
    if (line) return line;
  }
  return undefined;
};

/** The longest address that is kept: what is too long loses its fragment first, then its query. */
function keptAddress(address: string): string {
  if (address.length <= KEPT.address) return address;
  const withoutFragment = address.split('#', 1)[0] ?? '';
  if (withoutFragment.length <= KEPT.address) return withoutFragment;
  return clipped(withoutFragment.split('?', 1)[0] ?? '', KEPT.address);
}

function webAddress(stated: string | undefined, base: string): string | undefined {
  const address = stated === undefined ? null : URL.parse(stated.trim(), base);
  return address && /^https?:$/.test(address.protocol) && address.href.length <= KEPT.address ? address.href : undefined;
}

const comparable = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/**
 * The tab's title, without what a site adds to it: a title stated in the metadata counts when the tab's
 * title contains it. One that it doesn't contain is left from an earlier view of a single-page app, or the site's.
 */
function titleOf(document: Document, meta: MetaTags, work: StatedWork | undefined): string | undefined {
  const shown = clippedLine(document.title, KEPT.title);
  const candidates = [meta.get('citation_title')?.[0], meta.get('og:title')?.[0], work?.title, document.querySelector('h1')?.textContent];
  const titles = candidates.flatMap((candidate) => clippedLine(candidate, KEPT.title) ?? []);
  if (!shown) return titles[0];
  const site = comparable(meta.get('og:site_name')?.[0] ?? '');
  return (
    titles.find((title) => comparable(title).length > 2 && comparable(title) !== site && comparable(shown).includes(comparable(title))) ??
    shown
  );
}

function authorOf(work: StatedWork | undefined, meta: MetaTags): string | undefined {
  const isName = (value: string): boolean => value.trim() !== '' && !/^(?:https?:)?\/\//i.test(value.trim());
  const stated = [work?.authors, ...AUTHOR.map((name) => meta.get(name))];
  const names = stated.map((values) => (values ?? []).filter(isName)).find((values) => values.length > 0);
  return names && clippedLine([...new Set(names.slice(0, 20))].join(', '), LONGEST.author);
}

function languageOf(...candidates: readonly unknown[]): string | undefined {
  for (const candidate of candidates) {
    const stated = clippedLine(candidate, LONGEST.language)?.replace(/_/g, '-');
    try {
      const [language] = stated ? Intl.getCanonicalLocales(stated) : [];
      if (language) return language;
    } catch {
      // not a language tag
    }
  }
  return undefined;
}
