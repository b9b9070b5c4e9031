const MOST_TAGS = 500;

/** What a page's `<meta>` tags say, by name in lower case; a name may be said more than once. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string[]>();
  const elements = document.querySelectorAll('meta[content]');
  for (let index = 0; index < Math.min(elements.length, MOST_TAGS); index++) {
    const element = elements[index];
    const name =
      element?.getAttribute('property') ||
      element?.getAttribute('name') ||
      element?.getAttribute('itemprop') ||
      element?.getAttribute('http-equiv');
    const content = element?.getAttribute('content');
    if (!name || !content) continue;
    const key = name.trim().toLowerCase();
    tags.set(key, [...(tags.get(key) ?? []), content]);
  }
  return tags;
}
