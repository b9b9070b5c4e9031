import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Settings } from '../domain/settings.ts';
import type { Card, CardKey } from '../finding/cards.ts';
import { cardsInOrder } from '../finding/lists.ts';
import { searchedOf } from '../finding/readCards.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { clipCount, keptOnPage, newestClips, newestThreads, threadCount } from '../storage/newest.ts';
import type { Searched } from '../storage/rows.ts';
import { liveSignalBy } from './live.ts';

export type View = Settings['lastView'];

/** The cards of each view, read as far as they are looked at. */
export interface Lists {
  /** `undefined` until read once. */
  readonly cards: Readonly<Record<View, ReadonlySignal<readonly Card[] | undefined>>>;
  /** How many cards each view has in all; absent until counted. */
  readonly counts: ReadonlySignal<Readonly<Record<View, number | undefined>>>;
  /** Whether all that a view has was read. */
  readonly isWhole: (view: View) => boolean;
  /** The one card that was asked for, with what asked for it; null when there is none (any more). */
  readonly only: ReadonlySignal<{ readonly wanted: CardKey; readonly card: Card | null } | undefined>;
  /** The end of what was read is near: read on. */
  readonly readOn: (view: View) => void;
}

export interface Looking {
  readonly view: ReadonlySignal<View>;
  readonly pageKey: ReadonlySignal<string | undefined>;
  /** The one card that is shown. */
  readonly only: ReadonlySignal<CardKey | undefined>;
}

/** A part of a view, the newest cards of it. */
interface Read {
  readonly cards: readonly Card[];
  /** What was asked for; some of it may have no card, as a post that is about to be removed. */
  readonly limit: number;
  readonly isWhole: boolean;
}

/** Cards that are read at first; twice as many as before each time that the end is near. */
const AT_FIRST = 20;

export function liveLists(
  database: WhenceDatabase,
  { view, pageKey, only }: Looking,
  end: AbortSignal,
  onError: (error: unknown) => void,
): Lists {
  const follow = <T>(query: () => (() => Promise<T>) | undefined) => liveSignalBy(query, end, onError);
  const listed = (name: View, newest: (limit: number) => Promise<readonly Searched[]>) => {
    const asked = signal(AT_FIRST);
    const read = async (limit: number): Promise<Read> => {
      const keys = await newest(limit);
      return { cards: await cardsInOrder(database, keys, { own: true }), limit, isWhole: keys.length < limit };
    };
    const answer = follow(() => {
      const limit = asked.value;
      // what nobody looks at is not read
      return view.value === name ? () => read(limit) : undefined;
    });
    return {
      cards: computed(() => answer.value?.cards),
      isWhole: () => answer.value?.isWhole ?? false,
      readOn(): void {
        const last = answer.peek();
        if (last && !last.isWhole && last.limit === asked.peek()) asked.value *= 2;
      },
    };
  };

  const page = follow(() => {
    const key = pageKey.value;
    return async () => (key === undefined ? [] : cardsInOrder(database, await keptOnPage(database, key), { own: false }));
  });
  const mine = listed('mine', (limit) => newestClips(database, limit));
  const community = listed('community', (limit) => newestThreads(database, limit));
  const parts = { page: { cards: page, isWhole: () => true, readOn: () => undefined }, mine, community };
  // counting thousands keeps the database busy, and the cards would wait for it
  let isShown = false;
  const totals = follow(() => {
    isShown ||= parts[view.value].cards.value !== undefined;
    return isShown ? () => Promise.all([clipCount(database), threadCount(database)]) : undefined;
  });
  const one = follow(() => {
    const wanted = only.value;
    return wanted === undefined
      ? undefined
      : async () => ({
          wanted,
          card: (await cardsInOrder(database, [searchedOf(wanted.id, wanted.kind)], { own: true }))[0] ?? null,
        });
  });
  return {
    cards: { page, mine: mine.cards, community: community.cards },
    counts: computed(() => ({ page: page.value?.length, mine: totals.value?.[0], community: totals.value?.[1] })),
    isWhole: (name) => parts[name].isWhole(),
    only: one,
    readOn: (name) => parts[name].readOn(),
  };
}
