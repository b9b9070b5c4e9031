import { createIndex, type SearchIndex } from '../search/index.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import type { Searched } from '../storage/rows.ts';
import type { NumberedRow, StoredIndex } from '../storage/searchIndex.ts';
import { searchedIn } from '../storage/unindexed.ts';
import { cardId, readCards } from './readCards.ts';

/** Things that are read before anything else gets its turn: some tens of milliseconds, most of them the database's. */
const AT_ONCE = 256;

/** Let others have their turn. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The index as it was stored, an empty one while it is being built; undefined when there is none that can be read. */
export function restored({ value, state }: Pick<StoredIndex, 'value' | 'state'>): SearchIndex | undefined {
  const index = createIndex({ texts: 'elsewhere' });
  const isReadable = value === undefined ? state?.isBuilding === true : state !== undefined && index.restore(value);
  return isReadable ? index : undefined;
}

/** Tell the index how these are now. */
export async function tell(database: WhenceDatabase, index: SearchIndex, things: readonly Searched[]): Promise<void> {
  for (let at = 0; at < things.length; at += AT_ONCE) {
    if (at > 0) await pause();
    const asked = things.slice(at, at + AT_ONCE);
    const cards = await readCards(database, asked);
    index.remove(asked.map(cardId).filter((id) => !cards.has(id)));
    index.add([...cards.values()].map(({ doc }) => doc));
  }
}

/** Tell the index what these lines of the journal come to. Answers the ids of the documents that they touch. */
export async function takeIn(database: WhenceDatabase, index: SearchIndex, rows: readonly NumberedRow[]): Promise<readonly string[]> {
  const things = await thingsIn(database, rows);
  await tell(database, index, things);
  return things.map(cardId);
}

/** What these lines of the journal come to. */
export const thingsIn = (database: WhenceDatabase, rows: readonly NumberedRow[]): Promise<readonly Searched[]> =>
  searchedIn(
    database,
    rows.map(({ touched }) => touched),
  );
