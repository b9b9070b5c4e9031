import { isItem, isOfType, listOf, textsOf, type Item } from './items.ts';
import { isAlike } from './title.ts';

const ARTICLE = /Article$|Posting$|^Report$/;
/** Types of which a page is usually one; a page is told from what it merely mentions by these. */
const WORK =
  /Article$|Posting$|^(?:Report|Book|Chapter|Thesis|Recipe|Dataset|CreativeWork|SoftwareSourceCode|QAPage|Question|VideoObject|PodcastEpisode|Review|APIReference)$/;
const PAGE = /WebPage$|^(?:About|Item|Medical|FAQ)Page$/;

/** What tells a page's own work from others that it mentions. */
export interface PageNames {
  /** The tab's title, and those that the page states. */
  readonly titles: readonly string[];
  /** Where it is, and where it says that it is. */
  readonly addresses: readonly string[];
}

/**
 * The items that describe the page's own work, the surest first: an article before the page that it stands
 * on. Of several works, those count that have the page's title or address; of a list of them none.
 */
export function worksOf(items: readonly Item[], page: PageNames): Item[] {
  const works = items.filter((item) => isOfType(item, WORK));
  const keys = new Set(page.addresses.map(placeOf));
  const isThis = (item: Item): boolean =>
    titlesOf(item).some((title) => page.titles.some((other) => isAlike(title, other))) ||
    addressesOf(item).some((address) => keys.has(placeOf(address)));
  const own = works.filter(isThis);
  const articles = works.filter((item) => isOfType(item, ARTICLE) && !isOfType(item, /^(?:SocialMedia|DiscussionForum)Posting$/));
  const chosen =
    own.length > 0
      ? own
      : works.length === 1 || articles.length === 1
        ? articles
        : works.filter((work) => titlesOf(work).length === 0).slice(0, 1);
  const isFirst = (item: Item): boolean => isOfType(item, ARTICLE) || isOfType(item, /^(?:QAPage|Question)$/);
  return [...chosen.filter(isFirst), ...chosen.filter((item) => !isFirst(item)), ...items.filter(isPage)];
}

/** Whether an item describes the page rather than the work on it. */
export const isPage = (item: Item): boolean => isOfType(item, PAGE);

export const titlesOf = (item: Item): string[] => ['headline', 'name', 'alternativeHeadline'].flatMap((name) => textsOf(item[name]));

const addressesOf = (item: Item): string[] =>
  [item['url'], item['mainEntityOfPage'], item['@id']].flatMap((value) =>
    listOf(value)
      .flatMap((one) => (isItem(one) ? [one['@id'], one['url']] : [one]))
      .filter((one) => typeof one === 'string' && /^https?:\/\/[^#]+$/.test(one)),
  ) as string[]; // the filter says so

/** The authors' names as stated, of the first work that states any. */
export const authorsOf = (works: readonly Item[]): readonly string[] => firstOf(works, 'author', 'creator');

/** An address without its scheme and fragment: enough to tell the works of one page apart. */
export function placeOf(address: string): string {
  const { host = '', pathname = '', search = '' } = URL.parse(address) ?? {};
  return host.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
}

/** What the first work says that says anything under the first of these names. */
export function firstOf(works: readonly Item[], ...names: readonly string[]): readonly string[] {
  for (const work of works) {
    for (const name of names) {
      const texts = textsOf(work[name]);
      if (texts.length > 0) return texts;
    }
  }
  return [];
}

/** The site's name: of the site that the page is part of, else of who publishes its work. */
export function sitesIn(items: readonly Item[], works: readonly Item[]): readonly string[] {
  const isPaper = works.some((work) => isOfType(work, /ScholarlyArticle$/));
  const sites = items.filter((item) => isOfType(item, /^WebSite$/)).flatMap((item) => textsOf(item['name']));
  return [...(isPaper ? [] : firstOf(works, 'publisher')), ...sites];
}
