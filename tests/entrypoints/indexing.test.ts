import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openedDatabase } from '../../entrypoints/background/database.ts';
import { followWrites } from '../../entrypoints/background/indexing.ts';
import { ingest } from '../../finding/ingest.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { openDatabase } from '../../storage/open.ts';
import { newestChange, resetIndex } from '../../storage/searchIndex.ts';
import { aClip, aDecision } from '../finding/kept.ts';
import { freshName, valueOf } from '../storage/samples.ts';

vi.mock('../../storage/open.ts', { spy: true });
vi.mock('../../finding/ingest.ts', { spy: true });

const blocked = { ok: false, error: { code: 'database-blocked' } } as const;
const opening = vi.mocked(openDatabase);
const { openDatabase: open } = await vi.importActual<Record<'openDatabase', typeof openDatabase>>('../../storage/open.ts');

beforeEach(() => {
  const name = freshName();
  opening.mockImplementation((options) => open({ ...options, name }));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 200 });
});
afterEach(async () => {
  // the next test's worker begins without a connection
  valueOf(await openedDatabase()).close();
  await openedDatabase();
  vi.useRealTimers();
});

const opened = async (): Promise<WhenceDatabase> => valueOf(await openedDatabase());
/** Wait until the stored index knows everything; answers how many lines it does not know. */
const leftOver = async (database: WhenceDatabase): Promise<number> => {
  await vi
    .waitUntil(async () => (await database.unindexed.count()) === 0 && (await database.searchIndex.get('index')) !== undefined, {
      timeout: 4_000,
    })
    .catch(() => undefined);
  return database.unindexed.count();
};
/** Nothing more is about to be stored: whoever follows has been told, and what that came to is done. */
const quiet = async (database: WhenceDatabase): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    await newestChange(database);
    await vi.advanceTimersByTimeAsync(2_000);
    await Promise.all(vi.mocked(ingest).mock.results.map(({ value }) => value));
  }
};
const putMany = (database: WhenceDatabase, first: number): Promise<unknown> =>
  database.clips.bulkPut(Array.from({ length: 60 }, (_, n) => aClip(first + n, 'grid')));

describe('what is written is stored in the index', () => {
  it('when there is enough of it', async () => {
    await followWrites();
    const database = await opened();
    await putMany(database, 1);
    expect(await leftOver(database)).toBe(0);
  });

  it('also when the database could not be opened when the worker began', async () => {
    opening.mockResolvedValueOnce(blocked);
    await followWrites();
    const database = await opened();
    await putMany(database, 1);
    expect(await leftOver(database)).toBe(0);
  });

  it('also after the connection was lost and made anew', async () => {
    await followWrites();
    (await opened()).close();
    await openedDatabase();
    const database = await opened();
    await putMany(database, 1);
    expect(await leftOver(database)).toBe(0);
  });

  it('also after the journal could once not be read', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
      throw new DOMException('Internal error', 'UnknownError');
    });
    await followWrites();
    const database = await opened();
    await putMany(database, 1);
    expect(await leftOver(database)).toBe(0);
  });

  it('at once, when it is a line that may come to much, and not for one clip', async () => {
    await followWrites();
    const database = await opened();
    await putMany(database, 1);
    expect(await leftOver(database)).toBe(0);
    await quiet(database);
    await database.clips.put(aClip(100, 'one more'));
    await quiet(database);
    expect(await database.unindexed.count()).toBe(1);
    await database.decisions.put(aDecision(7, 'Which layout?'));
    expect(await leftOver(database)).toBe(0);
  });
});

it('an index that was forgotten is built', async () => {
  await followWrites();
  const database = await opened();
  await database.clips.put(aClip(1, 'grid'));
  expect(await leftOver(database)).toBe(0);
  valueOf(await resetIndex(database));
  await putMany(database, 2);
  expect(await leftOver(database)).toBe(0);
});
