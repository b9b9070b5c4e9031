const MOST_TAGS = 500;
const MOST_OF_A_NAME = 100;

/** What a page's `<meta>` tags say, by name in lower case; a name may be said more than once. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string[]>();
  const elements = document.querySelectorAll('meta[content]');
  for (let index = 0; index < Math.min(elements.length, MOST_TAGS); index++) {
    const element = elements[index];
    const content = element?.getAttribute('content');
    // within an item, a property is the item's; one tag may carry two names
    const names = ['property', 'name', 'http-equiv', ...(element?.closest('body') ? [] : ['itemprop'])];
    for (const name of new Set(names.flatMap((attribute) => element?.getAttribute(attribute)?.trim().toLowerCase() || []))) {
      const values = tags.get(name) ?? [];
      if (content && values.length < MOST_OF_A_NAME) tags.set(name, [...values, content]);
    }
  }
  return tags;
}

/** What the first of these names says that says anything; `dc.` also stands for `dcterms.` and for their spellings with a colon. */
export function said(tags: MetaTags, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const spellings = name.startsWith('dc.')
      ? [name, name.replace('.', ':'), name.replace('dc.', 'dcterms.'), name.replace('dc.', 'dcterms:')]
      : [name];
    for (const spelling of spellings) {
      const values = tags.get(spelling)?.filter((value) => value.trim() !== '');
      if (values && values.length > 0) return values;
    }
  }
  return [];
}
