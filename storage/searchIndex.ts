import { ok, type Result } from '../domain/failure.ts';
import type { WhenceDatabase } from './database.ts';
import type { IndexState } from './rows.ts';
import { write } from './failures.ts';
import type { UnindexedRow } from './rows.ts';

/** The search index as it is kept, and the journal of what it does not know yet, at one moment. */
export interface StoredIndex {
  /** Whatever was stored; absent when nothing was. */
  readonly value: unknown;
  readonly state: IndexState | undefined;
  /** The newest lines that the index does not know, the oldest first. */
  readonly rows: readonly NumberedRow[];
  /** All lines that it does not know. */
  readonly waiting: number;
}

export type NumberedRow = Required<UnindexedRow>;

const NOTHING: IndexState = { generation: 0, through: 0 };

/** Read the index with at most `limit` of the newest lines of the journal. */
export const readIndex = (database: WhenceDatabase, limit: number): Promise<StoredIndex> =>
  database.transaction('r', [database.searchIndex, database.unindexed], async () => {
    const [kept, state, newest, waiting] = await Promise.all([
      database.searchIndex.get('index'),
      stateOf(database),
      database.unindexed.orderBy('number').reverse().limit(limit).toArray(),
      database.unindexed.count(),
    ]);
    return { value: kept?.key === 'index' ? kept.value : undefined, state, rows: numbered(newest).reverse(), waiting };
  });

/** The lines of the journal after `number`, the oldest first, and what the index is at. */
export const readNews = (
  database: WhenceDatabase,
  number: number,
  limit: number,
): Promise<{ readonly rows: readonly NumberedRow[]; readonly state: IndexState | undefined; readonly waiting: number }> =>
  database.transaction('r', [database.searchIndex, database.unindexed], async () => {
    const [rows, state, waiting] = await Promise.all([
      database.unindexed.where('number').above(number).limit(limit).toArray(),
      stateOf(database),
      database.unindexed.count(),
    ]);
    return { rows: numbered(rows), state, waiting };
  });

/** How many lines the index does not know. */
export const waitingCount = (database: WhenceDatabase): Promise<number> => database.unindexed.count();

/**
 * Store the index, which now knows these lines. Answers `stale`, and stores nothing, when another one was stored
 * since `generation`.
 */
export const storeIndex = (
  database: WhenceDatabase,
  value: unknown,
  { generation, known }: { readonly generation: number; readonly known: readonly NumberedRow[] },
): Promise<Result<'stored' | 'stale'>> =>
  write(database, ['searchIndex', 'unindexed'], async () => {
    const { generation: now, through } = (await stateOf(database)) ?? NOTHING;
    if (now !== generation) return ok('stale');
    const numbers = known.map(({ number }) => number);
    await database.unindexed.bulkDelete(numbers);
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
    const rows: readonly UnindexedRow[] = [
      ...decisions.map((id): UnindexedRow => ({ touched: { of: 'decision', id } })),
      ...posts.map(([communityId, id]): UnindexedRow => ({ touched: { of: 'post', communityId, id } })),
      ...clips.map((id): UnindexedRow => ({ touched: { of: 'clip', id } })),
    ];
    await database.unindexed.bulkAdd([...rows]);
    await database.searchIndex.put({ key: 'state', generation: generation + 1, through });
    return ok(undefined);
  });

/** What the index is at; absent when none was ever stored. */
export const stateOf = async (database: WhenceDatabase): Promise<IndexState | undefined> => {
  const row = await database.searchIndex.get('state');
  return row?.key === 'state' ? { generation: row.generation, through: row.through } : undefined;
};

const numbered = (rows: readonly UnindexedRow[]): NumberedRow[] =>
  rows.flatMap(({ number, touched }) => (number === undefined ? [] : [{ number, touched }]));
