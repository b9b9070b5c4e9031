/** Parts of a page that are not its own text: other pages' teasers, readers' comments, the site's furniture. */
const ELSEWHERE = [
  'aside, nav, blockquote, footer:not(article footer, main footer)',
  ...['comment', 'related', 'sidebar', 'recommend', 'teaser', 'trending', 'popular', 'widget', 'reply', 'answer', 'promo'].flatMap(
    (word) => [`[class*="${word}" i]`, `[id*="${word}" i]`],
  ),
].join(', ');
const MOST_ARTICLES = 60;
const MOST_FOUND = 60;

/** Finds elements of a page's own text. Nothing is, in a list of several texts. */
export type OwnText = (selectors: string) => readonly Element[];

export function ownText(document: Document): OwnText {
  const heading = document.querySelector('h1');
  const articles = [...document.querySelectorAll('article, .h-entry, .hentry')]
    .slice(0, MOST_ARTICLES)
    .filter((article) => !article.parentElement?.closest('article, .h-entry, .hentry'));
  const own = heading && articles.find((article) => article.contains(heading));
  const isList = !own && articles.length > 2;
  const isOwn = (element: Element): boolean =>
    !isElsewhere(element, heading) && (!own || articles.every((article) => article === own || !article.contains(element)));
  return (selectors) => (isList ? [] : [...document.querySelectorAll(selectors)].slice(0, MOST_FOUND).filter(isOwn));
}

function isElsewhere(element: Element, heading: Element | null): boolean {
  let part = element.closest(ELSEWHERE);
  // what holds the page's heading too is the page: `class="with-sidebar"`
  while (part && (part.matches('html, body') || (heading && part.contains(heading)))) part = part.parentElement?.closest(ELSEWHERE) ?? null;
  return part !== null;
}
