import { liveQuery } from 'dexie';
import { createIndex, type Found, type Related, type SearchIndex } from '../search/index.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { readIndex, readNews, stateOf, waitingCount } from '../storage/searchIndex.ts';
import type { Card } from './cards.ts';
import { takeIn } from './ingest.ts';
import { Latest } from './latest.ts';
import { readCards, searchedOf, type CardWithDoc } from './readCards.ts';

/** What was found, with the cards to show it. */
export interface FoundCards extends Found {
  readonly cards: ReadonlyMap<string, Card>;
}

/** Searches everything that is kept on this device. */
export interface Finder {
  /** Best first, at most `limit` (40). `now` in milliseconds since 1970. */
  readonly search: (query: string, options: { readonly limit?: number; readonly now: number }) => Promise<FoundCards>;
  /** The index, for what it tells without the texts: facets, values, what is like something. Changes with what is kept. */
  readonly index: () => Promise<SearchIndex>;
  /** The cards of what the index told of, in this order; what is gone meanwhile is left out. */
  readonly cards: (ones: readonly Pick<Related, 'id' | 'kind'>[]) => Promise<readonly Card[]>;
  /** The words of a clip's page, as far as it was read to be searched. */
  readonly textOf: (clipId: string) => string | undefined;
  /** How much is still to be put into the index; what was kept last is in it already. */
  readonly waiting: () => number;
}

export interface FinderOptions {
  /** Something else may be found now, or `waiting` changed. */
  readonly onChange: () => void;
  /** There is no index that can be read: the background is to build it. */
  readonly onUnreadable: () => void;
  readonly onError: (error: unknown) => void;
  readonly end: AbortSignal;
}

/** The newest lines of the journal that a finder takes in by itself: reading so many takes some ten milliseconds. */
const NEWEST = 256;
/** Cards that are kept at hand: each keystroke finds most of what the one before it found. */
const AT_HAND = 600;
const HITS = 40;

/** Begin to read the stored index; follow what is kept until `end`. */
export function openFinder(database: WhenceDatabase, { onChange, onUnreadable, onError, end }: FinderOptions): Finder {
  const atHand = new Latest<CardWithDoc>(AT_HAND);
  let index = createIndex({ texts: 'elsewhere' });
  let generation = 0;
  let seen = 0;
  let waiting = 0;

  /** Read the stored index and the newest lines that it does not know. */
  const load = async (): Promise<void> => {
    const { value, state, rows, waiting: all } = await readIndex(database, NEWEST);
    const fresh = createIndex({ texts: 'elsewhere' });
    const isReadable = state !== undefined && (value === undefined || fresh.restore(value));
    // until the background has put it right, what is in memory goes on answering
    if (!isReadable) onUnreadable();
    const next = isReadable ? fresh : index;
    await takeIn(database, next, rows);
    // not before it knows the newest lines: a search in between would find less
    index = next;
    generation = state?.generation ?? 0;
    seen = Math.max(state?.through ?? 0, rows.at(-1)?.number ?? 0);
    waiting = all - rows.length;
    atHand.clear();
  };

  /** Come up to what was written since. */
  const catchUp = async (): Promise<void> => {
    const news = await readNews(database, seen, NEWEST);
    const wasStored = (news.state?.generation ?? 0) !== generation;
    // what was stored meanwhile may know lines that were never seen here
    const isBehind = wasStored && (waiting > 0 || (news.state?.through ?? 0) > seen);
    if (isBehind || news.rows.length === NEWEST) {
      await load();
    } else {
      generation = news.state?.generation ?? 0;
      if (news.rows.length === 0) return;
      for (const id of await takeIn(database, index, news.rows)) atHand.delete(id);
      seen = news.rows.at(-1)?.number ?? seen;
    }
    onChange();
  };

  let isEnded = false;
  // one after the other, however fast the news come
  let last: Promise<void> = load().catch(onError);
  const ready = last;
  const subscription = liveQuery(() => Promise.all([waitingCount(database), stateOf(database)])).subscribe({
    next: () => {
      last = last.then(() => (isEnded ? undefined : catchUp())).catch(onError);
    },
    error: onError,
  });
  end.addEventListener('abort', () => {
    isEnded = true;
    subscription.unsubscribe();
  });

  const cardsOf = async (ids: readonly Pick<Related, 'id' | 'kind'>[]): Promise<readonly CardWithDoc[]> => {
    // more than are kept at hand may be asked for: what was there may go while the others are read
    const there = new Map(ids.map(({ id }) => [id, atHand.get(id)]));
    const read = await readCards(
      database,
      ids.flatMap(({ id, kind }) => (there.get(id) ? [] : [searchedOf(id, kind)])),
    );
    for (const [id, card] of read) atHand.set(id, card);
    return ids.flatMap(({ id }) => read.get(id) ?? there.get(id) ?? []);
  };

  return {
    async search(query, { limit = HITS, now }) {
      await ready;
      const searched = index;
      const candidates = searched.candidates(query, { limit, now });
      const read = await cardsOf(candidates.basis.candidates);
      const found = searched.rank(
        candidates,
        read.map(({ doc }) => doc),
      );
      return { ...found, cards: new Map(read.map(({ card }) => [card.id, card])) };
    },
    index: () => ready.then(() => index),
    cards: async (ones) => (await cardsOf(ones)).map(({ card }) => card),
    textOf: (clipId) => atHand.get(clipId)?.doc.fields.text,
    waiting: () => waiting,
  };
}
