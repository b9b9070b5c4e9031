import { ok, type Result } from '../domain/failure.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';
import type { IndexState, Searched, UnindexedRow } from './rows.ts';

/** The search index as it is kept, and the journal of what it does not know yet, at one moment. */
export interface StoredIndex {
  /** Whatever was stored; undefined when nothing was, null when the browser can't read it any more. */
  readonly value: unknown;
  readonly state: IndexState | undefined;
  /** The newest lines that the index does not know, the oldest first. */
  readonly rows: readonly NumberedRow[];
  /** All lines that it does not know. */
  readonly waiting: number;
}

export type NumberedRow = Required<UnindexedRow>;

const NOTHING: IndexState = { generation: 0, through: 0 };

/**
 * Read the index with at most `limit` of the newest lines of the journal. Browsers keep large values in files of their own,
 * which get lost by themselves; Chromium then ends the transaction that read one, so the rest is read again without it.
 */
export async function readIndex(database: WhenceDatabase, limit: number): Promise<StoredIndex> {
  let isLost = false;
  const lost = (): null => {
    isLost = true;
    return null;
  };
  const value = (): PromiseLike<unknown> =>
    database.searchIndex.get('index').then((row) => (row?.key === 'index' ? row.value : undefined), lost);
  try {
    return await readWith(database, limit, value);
  } catch (error) {
    if (!isLost) throw error;
    return readWith(database, limit, lost);
  }
}

const readWith = (database: WhenceDatabase, limit: number, readValue: () => unknown): Promise<StoredIndex> =>
  database.transaction('r', [database.searchIndex, database.unindexed], async () => {
    const [value, state, newest, waiting] = await Promise.all([
      readValue(),
      stateOf(database),
      database.unindexed.orderBy('number').reverse().limit(limit).toArray(),
      database.unindexed.count(),
    ]);
    return { value, state, rows: numbered(newest).reverse(), waiting };
  });

/** The lines of the journal after `number`, the oldest first, and what the index is at. */
export const readNews = (
  database: WhenceDatabase,
  number: number,
  limit: number,
): Promise<{ readonly rows: readonly NumberedRow[]; readonly state: IndexState | undefined }> =>
  database.transaction('r', [database.searchIndex, database.unindexed], async () => {
    const [rows, state] = await Promise.all([database.unindexed.where('number').above(number).limit(limit).toArray(), stateOf(database)]);
    return { rows: numbered(rows), state };
  });

/** To be watched: another value after each change to what is searched, however long the journal is. */
export const newestChange = (database: WhenceDatabase): Promise<unknown> =>
  Promise.all([database.unindexed.orderBy('number').lastKey(), stateOf(database)]);

/**
 * Store the index, which now knows these lines, but for what is `left` of them: that gets lines of its own. Answers `stale`,
 * and stores nothing, when another one was stored since `generation`.
 */
export const storeIndex = (
  database: WhenceDatabase,
  value: unknown,
  {
    generation,
    known,
    left = [],
  }: { readonly generation: number; readonly known: readonly NumberedRow[]; readonly left?: readonly Searched[] },
): Promise<Result<'stored' | 'stale'>> =>
  write(database, ['searchIndex', 'unindexed'], async () => {
    const { generation: now, through } = (await stateOf(database)) ?? NOTHING;
    if (now !== generation) return ok('stale');
    const numbers = known.map(({ number }) => number);
    await database.unindexed.bulkDelete(numbers);
    await database.unindexed.bulkAdd(left.map(lineOf));
    await database.searchIndex.put({ key: 'index', value });
    await database.searchIndex.put({ key: 'state', generation: generation + 1, through: Math.max(through, ...numbers) });
    return ok('stored');
  });

/** Forget the index: everything there is stands in the journal anew, the newest last. Nothing else changes. */
export const resetIndex = (database: WhenceDatabase): Promise<Result<undefined>> =>
  write(database, ['clips', 'decisions', 'posts', 'searchIndex', 'unindexed'], async () => {
    const { generation, through } = (await stateOf(database)) ?? NOTHING;
    await database.searchIndex.delete('index');
    await database.unindexed.clear();
    const [decisions, clips, posts] = await Promise.all([
      database.decisions.toCollection().primaryKeys(),
      database.clips.orderBy('createdAt').primaryKeys(),
      database.posts.where('thread').equals('').primaryKeys(),
    ]);
    const all: readonly Searched[] = [
      ...decisions.map((id): Searched => ({ kind: 'decision', id })),
      ...posts.map(([communityId, id]): Searched => ({ kind: 'post', communityId, id })),
      ...clips.map((id): Searched => ({ kind: 'clip', id })),
    ];
    await database.unindexed.bulkAdd(all.map(lineOf));
    await database.searchIndex.put({ key: 'state', generation: generation + 1, through, isBuilding: true });
    return ok(undefined);
  });

/** What the index is at; absent when none was ever stored. */
export const stateOf = async (database: WhenceDatabase): Promise<IndexState | undefined> => {
  const row = await database.searchIndex.get('state');
  if (row?.key !== 'state') return undefined;
  const { key: _, ...state } = row;
  return state;
};

const lineOf = (one: Searched): UnindexedRow => ({
  touched: one.kind === 'post' ? { of: 'post', communityId: one.communityId, id: one.id } : { of: one.kind, id: one.id },
});

const numbered = (rows: readonly UnindexedRow[]): NumberedRow[] =>
  rows.flatMap(({ number, touched }) => (number === undefined ? [] : [{ number, touched }]));
