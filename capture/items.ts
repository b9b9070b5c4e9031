/**
 * Something that a page's structured data describes in schema.org's words. JSON-LD, microdata and RDFa
 * are read into this one shape: `@type`, `@id`, and values as found, not yet checked.
 */
export type Item = Readonly<Record<string, unknown>>;

export const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Whether one of an item's types, without its vocabulary's address, is like this. */
export const isOfType = (item: Item, types: RegExp): boolean =>
  listOf(item['@type']).some((type) => typeof type === 'string' && types.test(type.replace(/^.*[/#:]/, '')));

/** The texts that a value stands for: its own, its `@value`, or the name of the thing that it is. */
export function textsOf(value: unknown): string[] {
  return listOf(value)
    .slice(0, 50)
    .flatMap((one) => {
      const text = isItem(one) ? (one['@value'] ?? one['name']) : one;
      const first: unknown = Array.isArray(text) ? text[0] : text;
      return typeof first === 'string' && first.trim() ? [first] : typeof first === 'number' ? [String(first)] : [];
    });
}
