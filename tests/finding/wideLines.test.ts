import { liveQuery } from 'dexie';
import { beforeEach, expect, it, vi } from 'vitest';
import { ingest } from '../../finding/ingest.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import type { gather } from '../../storage/gather.ts';
import { ADA, aMembership, aNote, COMMUNITY, freshDatabase, idOf, valueOf } from '../storage/samples.ts';
import { aFinder } from './kept.ts';

/** What was read, thing by thing. */
const read: string[] = [];
vi.mock('../../storage/gather.ts', async (original) => {
  const actual: { gather: typeof gather } = await original();
  return {
    gather: (...[database, asked]: Parameters<typeof gather>) => {
      read.push(...asked.map(({ id }) => id));
      return actual.gather(database, asked);
    },
  };
});

const THREADS = 600;
const ada = (name: string) => ({ id: ADA, name, role: 'member' as const, joinedAt: 1, communityId: COMMUNITY, hasLeft: false });
const threads = Array.from({ length: THREADS }, (_, n) => ({ ...aNote(n + 1), thread: '', firstSeq: n }));

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.memberships.put(aMembership());
  await database.members.put(ada('Ada'));
  await database.posts.bulkPut(threads);
});

async function found(query: string): Promise<number> {
  const finder = aFinder(database);
  const { total } = await finder.find(query);
  finder.close();
  return total;
}

it('what comes with a community that is joined is read once, though each name comes to all of it', async () => {
  valueOf(await ingest(database));
  expect(await found('in:guild by:ada')).toBe(THREADS);
  read.length = 0;
  // everything anew, as after joining: the names, and a line for each thread
  await database.transaction('rw', [database.posts, database.members, database.memberships, database.unindexed], async () => {
    await database.posts.clear();
    await database.members.clear();
    await database.memberships.clear();
    await database.unindexed.clear();
    await database.memberships.put(aMembership());
    await database.members.put(ada('Ada'));
    await database.posts.bulkPut(threads);
  });
  valueOf(await ingest(database));
  expect(read.length).toBe(THREADS);
});

it('a name that much shows is stored as lines of what shows it: who is stopped then goes on from there', async () => {
  valueOf(await ingest(database));
  await database.memberships.put(aMembership({ name: 'Weavers' }));
  const waiting: number[] = [];
  const watch = liveQuery(() => database.unindexed.count()).subscribe((count) => void waiting.push(count));
  valueOf(await ingest(database));
  watch.unsubscribe();
  expect(waiting).toContain(THREADS);
  expect(await database.unindexed.count()).toBe(0);
  expect([await found('in:weavers'), await found('in:guild')]).toEqual([THREADS, 0]);
});

it('what is written while a name is taken in is not taken for what was told before', async () => {
  valueOf(await ingest(database));
  await database.posts.put({ ...aNote(1), authorId: idOf(0xa2), thread: '', firstSeq: 1 });
  const running = ingest(database);
  await database.members.put({ ...ada('Grace'), id: idOf(0xa2) });
  valueOf(await running);
  valueOf(await ingest(database));
  expect(await found('by:grace')).toBe(1);
});
