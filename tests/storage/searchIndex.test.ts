import { beforeEach, expect, it } from 'vitest';
import type { WhenceDatabase } from '../../storage/database.ts';
import { newestChange, readIndex, readNews, resetIndex, stateOf, storeIndex } from '../../storage/searchIndex.ts';
import { aCapture, aNote, COMMUNITY, freshDatabase, idOf, valueOf } from './samples.ts';

const clip = (n: number) => ({ ...aCapture(), id: idOf(n), pageKey: 'p', why: '', tags: [], createdAt: 100 - n, updatedAt: n });

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.clips.bulkPut([clip(1), clip(2)]);
});

it('storing takes the known lines out of the journal, and puts what is left of them in it', async () => {
  const { rows } = await readNews(database, 0, 1);
  const left = [{ kind: 'post', communityId: COMMUNITY, id: idOf(7) }] as const;
  expect(valueOf(await storeIndex(database, 'index', { generation: 0, known: rows, left }))).toBe('stored');
  const after = await readIndex(database, 9);
  expect(after.rows.map(({ touched }) => touched)).toEqual([
    { of: 'clip', id: idOf(2) },
    { of: 'post', communityId: COMMUNITY, id: idOf(7) },
  ]);
  expect(after).toMatchObject({ value: 'index', waiting: 2, state: { generation: 1, through: rows[0]?.number } });
});

it('forgetting puts everything there is into the journal, the newest last, and says so until something is stored', async () => {
  await database.posts.put({ ...aNote(3), thread: '', firstSeq: 1 });
  valueOf(await resetIndex(database));
  const { rows, state, value } = await readIndex(database, 9);
  expect(rows.map(({ touched }) => touched)).toEqual([
    { of: 'post', communityId: COMMUNITY, id: idOf(3) },
    { of: 'clip', id: idOf(2) },
    { of: 'clip', id: idOf(1) },
  ]);
  expect([value, state]).toEqual([undefined, { generation: 1, through: 0, isBuilding: true }]);
  valueOf(await storeIndex(database, 'index', { generation: 1, known: rows.slice(0, 1) }));
  expect((await stateOf(database))?.isBuilding).toBeUndefined();
});

it('the newest change is another one after each write, store and reset', async () => {
  const seen = [await newestChange(database)];
  const note = async (): Promise<void> => {
    const now = await newestChange(database);
    expect(seen).not.toContainEqual(now);
    seen.push(now);
  };
  await database.clips.delete(idOf(1));
  await note();
  valueOf(await storeIndex(database, 'index', { generation: 0, known: (await readNews(database, 0, 9)).rows }));
  await note();
  valueOf(await resetIndex(database));
  await note();
});
