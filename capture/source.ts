import type { Source } from '../domain/clip.ts';
import { KEPT } from '../domain/limits.ts';
import { readByline } from './byline.ts';
import { citationOf } from './citation.ts';
import { clipped, clippedLine } from './clippedText.ts';
import { readModified, readPublished, statedDate } from './dates.ts';
import { decoded } from './entities.ts';
import { headingText } from './headingText.ts';
import { readJsonLd } from './jsonLd.ts';
import { readMetaTags, said } from './metaTags.ts';
import { readMicrodata } from './microdata.ts';
import { statedName, turnedName } from './names.ts';
import { ownText } from './ownText.ts';
import { typeOf } from './sourceType.ts';
import { isAlike, titleOf } from './title.ts';
import { authorsOf, firstOf, isPage, placeOf, sitesIn, titlesOf, worksOf } from './work.ts';

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'datepublished',
  'parsely-pub-date',
  'dc.date.issued',
  'dc.issued',
  'dc.date.created',
  'dc.created',
  'dc.date',
  'prism.publicationdate',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'og:article:published_time',
  'date',
];
const MODIFIED = [
  'article:modified_time',
  'article:modified',
  'og:updated_time',
  'datemodified',
  'dc.date.modified',
  'dc.modified',
  'last-modified',
  'lastmod',
  'revised',
];
const LONGEST = { site: 200, author: 300, language: 40 } as const;
const MOST_AUTHORS = 50;

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
  const tags = readMetaTags(document);
  const items = [...readJsonLd(document), ...readMicrodata(document)];
  const canonical = webAddress(
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? said(tags, 'og:url')[0],
    address,
  );
  const headings = firstHeadings(document);
  const statedTitles = [
    ...said(tags, 'citation_title'),
    ...said(tags, 'og:title'),
    ...said(tags, 'dc.title'),
    ...said(tags, 'twitter:title'),
  ];
  const shownTitles = [document.title, ...headings].filter((title) => title.trim() !== '');
  const works = worksOf(items, { titles: [...shownTitles, ...statedTitles], addresses: [address, ...(canonical ? [canonical] : [])] });
  const workTitles = works.filter((work) => !isPage(work)).flatMap(titlesOf);
  const site = firstLine(
    LONGEST.site,
    said(tags, 'og:site_name'),
    sitesIn(items, works),
    said(tags, 'citation_journal_title'),
    said(tags, 'application-name'),
  );
  const title = titleOf({
    shown: document.title,
    stated: [...said(tags, 'citation_title'), ...workTitles, ...statedTitles].map(decoded),
    headings,
    site,
    isOwn: canonical !== undefined && !isElsewhereOnSite(canonical, address),
  });
  const stated = { address, title: title ?? clipped(address, KEPT.title), ...(site && { site }) };
  const language = languageOf(
    document.documentElement.getAttribute('lang'),
    document.documentElement.getAttribute('xml:lang'),
    ...said(tags, 'content-language', 'citation_language', 'dc.language', 'language'),
    ...firstOf(works, 'inLanguage'),
    ...said(tags, 'og:locale'),
  );
  if (isOfAnotherView(canonical, address, shownTitles, [...workTitles, ...statedTitles]))
    return { ...stated, ...(language && { language }) };

  const own = ownText(document);
  const author =
    authorOf([
      said(tags, 'citation_author', 'citation_authors')
        .flatMap((name) => name.split(/\s*;\s*/))
        .map(turnedName),
      authorsOf(works),
      ...[
        'parsely-author',
        'author',
        'dc.creator',
        'dc.contributor.author',
        'article:author',
        'sailthru.author',
        'byl',
        'bepress_citation_author',
      ].map((name) => said(tags, name).map(name.startsWith('dc.') || name.startsWith('bepress') ? turnedName : String)),
    ]) ?? clippedLine(readByline(own).join(', '), LONGEST.author);
  const published =
    firstDate(
      firstOf(works, 'datePublished'),
      firstOf(works, 'uploadDate'),
      ...PUBLISHED.map((name) => said(tags, name)),
      firstOf(works, 'dateCreated'),
    ) ?? readPublished(own);
  const modified = firstDate(firstOf(works, 'dateModified'), ...MODIFIED.map((name) => said(tags, name))) ?? readModified(document, own);
  const type = typeOf(document, tags, works);
  const citation = citationOf(tags, works);
  return {
    ...stated,
    ...(canonical && { canonical }),
    ...(author && { author }),
    ...(published && { published }),
    // makers write both on every page, also where nothing was changed
    ...(modified && modified !== published && { modified }),
    ...(language && { language }),
    ...(type && { type }),
    ...(citation && { citation }),
  };
}

/** The page's top headings with text; those of lower levels count where there is none. */
function firstHeadings(document: Document): string[] {
  const texts = [...document.querySelectorAll('h1')].slice(0, 20).flatMap((heading) => headingText(heading, KEPT.title) ?? []);
  return texts.slice(0, 5);
}

/**
 * Whether what the page's head says is left from another view of a single-page app: it tells of another
 * address of the same site, and of no title that the page shows now.
 */
const isOfAnotherView = (canonical: string | undefined, address: string, shown: readonly string[], stated: readonly string[]): boolean =>
  canonical !== undefined &&
  isElsewhereOnSite(canonical, address) &&
  stated.length > 0 &&
  shown.length > 0 &&
  !stated.some((title) => shown.some((other) => isAlike(title, other)));

const isElsewhereOnSite = (canonical: string, address: string): boolean =>
  URL.parse(canonical)?.host === URL.parse(address)?.host && placeOf(canonical) !== placeOf(address);

function firstLine(max: number, ...candidates: readonly (readonly string[])[]): string | undefined {
  for (const candidate of candidates.flat()) {
    const line = clippedLine(decoded(candidate), max);
    if (line && !/^https?:\/\//i.test(line)) return line;
  }
  return undefined;
}

function firstDate(...candidates: readonly (readonly string[])[]): string | undefined {
  for (const candidate of candidates.flat()) {
    const date = statedDate(candidate);
    if (date) return date;
  }
  return undefined;
}

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

/** The names of the first source that names anybody. */
function authorOf(candidates: readonly (readonly string[])[]): string | undefined {
  for (const candidate of candidates) {
    const names = candidate.slice(0, MOST_AUTHORS).flatMap((name) => statedName(decoded(name)));
    if (names.length > 0) return clippedLine([...new Set(names)].join(', '), LONGEST.author);
  }
  return undefined;
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
