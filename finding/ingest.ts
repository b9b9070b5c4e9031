import { ok, type Result } from '../domain/failure.ts';
import { createIndex, type SearchIndex } from '../search/index.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { databaseFailure } from '../storage/failures.ts';
import { readIndex, readNews, resetIndex, storeIndex, type NumberedRow } from '../storage/searchIndex.ts';
import { searchedIn } from '../storage/unindexed.ts';
import { cardId, readCards } from './readCards.ts';

/** Lines of the journal that are taken in before anything else gets its turn: some tens of milliseconds, most of them the database's. */
const STEP = 256;
/** And before the index is stored: what is lost when the background is stopped in between. The first come sooner, since somebody may be searching. */
const FIRST_STORE = 1_024;
const STORE = 8_192;

/** Tell the index what these lines of the journal come to. Answers the ids of the documents that they touch. */
export async function takeIn(database: WhenceDatabase, index: SearchIndex, rows: readonly NumberedRow[]): Promise<readonly string[]> {
  const touched = await searchedIn(
    database,
    rows.map((row) => row.touched),
  );
  const cards = await readCards(database, touched);
  const ids = touched.map(cardId);
  index.remove(ids.filter((id) => !cards.has(id)));
  index.add([...cards.values()].map(({ doc }) => doc));
  return ids;
}

/** Let others have their turn. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Take everything in that the stored index does not know, and store it. An index that is missing, damaged or of an older form is
 * built afresh. May be stopped at any moment: the next run goes on from what was stored.
 */
export async function ingest(database: WhenceDatabase): Promise<Result<undefined>> {
  try {
    // a run that another one overtook begins again from what that stored
    while (!(await ingestOnce(database)));
    return ok(undefined);
  } catch (error) {
    return { ok: false, error: databaseFailure(error) };
  }
}

async function ingestOnce(database: WhenceDatabase): Promise<boolean> {
  const { value, state } = await readIndex(database, 0);
  const index = createIndex({ texts: 'elsewhere' });
  if (!state || (value !== undefined && !index.restore(value))) {
    const reset = await resetIndex(database);
    if (!reset.ok) throw new Error(reset.error.code);
    return false;
  }
  let { generation } = state;
  let known: NumberedRow[] = [];
  let until = FIRST_STORE;
  for (;;) {
    const { rows } = await readNews(database, known.at(-1)?.number ?? 0, STEP);
    known.push(...rows);
    await takeIn(database, index, rows);
    await pause();
    const isDone = rows.length === 0;
    if (isDone && known.length === 0) return true;
    if (!isDone && known.length < until) continue;
    while (isDone && index.tidy()) await pause();
    const stored = await storeIndex(database, index.serialize(), { generation, known });
    if (!stored.ok) throw new Error(stored.error.code);
    if (stored.value === 'stale') return false;
    if (isDone) return true;
    generation += 1;
    until = STORE;
    known = [];
  }
}
