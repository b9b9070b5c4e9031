import { liveQuery } from 'dexie';
import { createIndex, type Found, type Related, type SearchIndex } from '../search/index.ts';
import { searchReading } from '../search/reading.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { newestChange, readIndex, readNews, type NumberedRow } from '../storage/searchIndex.ts';
import { withinReach } from '../storage/unindexed.ts';
import type { Card } from './cards.ts';
import { Latest } from './latest.ts';
import { readCards, searchedOf, type CardWithDoc } from './readCards.ts';
import { restored, takeIn } from './takeIn.ts';

/** What was found, with the cards to show it. */
export interface FoundCards extends Found {
  readonly cards: ReadonlyMap<string, Card>;
}

/** Searches everything that is kept on this device. */
export interface Finder {
  /** Best first, at most `limit` (20). `now` in milliseconds since 1970. */
  readonly search: (query: string, options: { readonly limit?: number; readonly now: number }) => Promise<FoundCards>;
  /** Read what the query with a letter more is likely to find, while nobody waits for it. */
  readonly readAhead: (query: string, options: { readonly now: number }) => Promise<void>;
  /** These cards were read again: from now on they are found as they are here. */
  readonly refresh: (cards: ReadonlyMap<string, Card>) => void;
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
/** Things that the wide ones of these lines may come to. What comes to more is left to the background. */
const REACH = 256;
/** Cards that are kept at hand: each keystroke finds most of what the one before it found. */
const AT_HAND = 600;
const HITS = 20;
/** Cards that are read ahead: among them are most of those that the query with a letter more finds. */
const AHEAD = 80;

/** Begin to read the stored index; follow what is kept until `end`. */
export function openFinder(database: WhenceDatabase, { onChange, onUnreadable, onError, end }: FinderOptions): Finder {
  const atHand = new Latest<CardWithDoc>(AT_HAND);
  let index = createIndex({ texts: 'elsewhere' });
  let generation = 0;
  let seen = 0;
  let waiting = 0;
  let invalidations = 0;

  /** Tell an index what these lines come to, as far as that is told soon. Answers the touched ids, and how many lines are left. */
  const takeInSoon = async (into: SearchIndex, rows: readonly NumberedRow[]) => {
    const soon = await withinReach(database, rows, REACH);
    return { ids: await takeIn(database, into, soon), left: rows.length - soon.length };
  };

  /** Read the stored index and the newest lines that it does not know. */
  const load = async (): Promise<void> => {
    const stored = await readIndex(database, NEWEST);
    const { state, rows } = stored;
    const older = stored.waiting - rows.length;
    const fresh = restored(stored);
    if (!fresh) onUnreadable();
    // until the background has put it right, what is in memory goes on answering
    const next = fresh && (fresh.size >= index.size || older === 0) ? fresh : index;
    const { left } = await takeInSoon(next, rows);
    // not before it knows the newest lines: a search in between would find less
    index = next;
    generation = state?.generation ?? 0;
    seen = Math.max(state?.through ?? 0, rows.at(-1)?.number ?? 0);
    waiting = older + left;
    invalidations += 1;
    atHand.clear();
  };

  /** Come up to what was written since. */
  const catchUp = async (): Promise<void> => {
    const news = await readNews(database, seen, NEWEST);
    const wasStored = (news.state?.generation ?? 0) !== generation;
    // what was stored meanwhile may know lines that were never seen here, and what was forgotten may have had some
    const isBehind = wasStored && (waiting > 0 || (news.state?.through ?? 0) > seen || news.state?.isBuilding === true);
    if (isBehind || news.rows.length === NEWEST) {
      await load();
    } else {
      generation = news.state?.generation ?? 0;
      if (news.rows.length === 0) return;
      const { ids, left } = await takeInSoon(index, news.rows);
      waiting += left;
      invalidations += 1;
      for (const id of ids) atHand.delete(id);
      seen = news.rows.at(-1)?.number ?? seen;
    }
    onChange();
  };

  let isEnded = false;
  // one after the other, however fast the news come
  let last: Promise<void> = load().catch(onError);
  const ready = last;
  const subscription = liveQuery(() => newestChange(database)).subscribe({
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
    // what is at hand may go while the rest is read
    const known = new Map(ids.map(({ id }) => [id, atHand.get(id)]));
    const before = invalidations;
    const read = await readCards(
      database,
      ids.filter(({ id }) => !known.get(id)).map(({ id, kind }) => searchedOf(id, kind)),
    );
    // what was read before something changed is not kept as what it is now
    if (before === invalidations) for (const [id, card] of read) atHand.set(id, card);
    return ids.flatMap(({ id }) => known.get(id) ?? read.get(id) ?? []);
  };

  return {
    async search(query, { limit = HITS, now }) {
      await ready;
      const { found, read } = await searchReading(index, query, { limit, now }, cardsOf);
      return { ...found, cards: new Map(read.map(({ card }) => [card.id, card])) };
    },
    async readAhead(query, { now }) {
      await cardsOf(index.candidates(query, { limit: AHEAD, now, read: AHEAD }).basis.candidates);
    },
    refresh(cards) {
      for (const [id, card] of cards) {
        const known = atHand.get(id);
        if (known) atHand.set(id, { card, doc: known.doc });
      }
    },
    index: () => ready.then(() => index),
    cards: async (ones) => (await cardsOf(ones)).map(({ card }) => card),
    textOf: (clipId) => atHand.get(clipId)?.doc.fields.text,
    waiting: () => waiting,
  };
}
