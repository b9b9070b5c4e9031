import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Settings } from '../domain/settings.ts';
import type { Card } from '../finding/cards.ts';
import { cardsInOrder } from '../finding/lists.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { clipCount, keptOnPage, keptUnder, newestClips, newestThreads, threadCount } from '../storage/newest.ts';
import { liveSignalBy } from './live.ts';

export type View = Settings['lastView'];

/** The cards of each view, read as far as they are looked at. */
export interface Lists {
  /** `undefined` until read once. */
  readonly cards: Readonly<Record<View, ReadonlySignal<readonly Card[] | undefined>>>;
  /** How many cards each view has in all. */
  readonly counts: ReadonlySignal<Readonly<Record<View, number>>>;
  /** The one card that was asked for; null when there is none (any more). */
  readonly only: ReadonlySignal<Card | null | undefined>;
  /** The end of what was read is near: read on. */
  readonly readOn: (view: View) => void;
}

export interface Looking {
  readonly view: ReadonlySignal<View>;
  readonly pageKey: ReadonlySignal<string | undefined>;
  /** The id of the one card that is shown. */
  readonly only: ReadonlySignal<string | undefined>;
}

/** Cards that are read at first, and each time that the end is near. */
const AT_FIRST = 50;
const MORE = 200;

export function liveLists(
  database: WhenceDatabase,
  { view, pageKey, only }: Looking,
  end: AbortSignal,
  onError: (error: unknown) => void,
): Lists {
  const limits = { page: signal(Number.MAX_SAFE_INTEGER), mine: signal(AT_FIRST), community: signal(AT_FIRST) };
  const follow = <T>(query: () => (() => Promise<T>) | undefined) => liveSignalBy(query, end, onError);
  const listed = (name: View, read: (limit: number) => Promise<readonly Card[]>) =>
    follow(() => {
      const limit = limits[name].value;
      // what nobody looks at is not read
      return view.value === name ? () => read(limit) : undefined;
    });

  const page = follow(() => {
    const key = pageKey.value;
    return async () => (key === undefined ? [] : cardsInOrder(database, await keptOnPage(database, key), { own: false }));
  });
  const mine = listed('mine', async (limit) => cardsInOrder(database, await newestClips(database, limit), { own: true }));
  const community = listed('community', async (limit) => cardsInOrder(database, await newestThreads(database, limit), { own: true }));
  const totals = follow(() => () => Promise.all([clipCount(database), threadCount(database)]));
  const one = follow(() => {
    const id = only.value;
    return id === undefined
      ? undefined
      : async () => (await cardsInOrder(database, await keptUnder(database, id), { own: true }))[0] ?? null;
  });
  const cards = { page, mine, community };
  return {
    cards,
    counts: computed(() => ({ page: page.value?.length ?? 0, mine: totals.value?.[0] ?? 0, community: totals.value?.[1] ?? 0 })),
    only: one,
    readOn: (name) => {
      if ((cards[name].peek()?.length ?? 0) >= limits[name].peek()) limits[name].value += MORE;
    },
  };
}
