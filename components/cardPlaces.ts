/** Where the person is: an item, and the card in it, which is the item's own or one unfolded under it. */
export interface Place {
  readonly index: number;
  readonly item: string;
  readonly card: string;
}

/** A card that is to have the focus: the item's own (0), one unfolded under it, or the last of them (-1). */
export interface Wanted {
  readonly index: number;
  readonly nth: number;
}

interface Items<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly moreOf?: ((item: T) => readonly T[]) | undefined;
}

/** The place of the card with this key, also of one that is folded under another; absent when there is none. */
export function placeOf<T>(
  { items, keyOf, moreOf }: Items<T>,
  card: string | undefined,
): { readonly place: Place; readonly wanted: Wanted } | undefined {
  if (card === undefined) return undefined;
  const keysOf = (item: T): readonly string[] => [item, ...(moreOf?.(item) ?? [])].map((one) => keyOf(one));
  const index = items.findIndex((item) => keysOf(item).includes(card));
  const item = items[index];
  return item === undefined ? undefined : { place: { index, item: keyOf(item), card }, wanted: { index, nth: keysOf(item).indexOf(card) } };
}
