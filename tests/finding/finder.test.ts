import { describe, expect, it, vi } from 'vitest';
import { ingest } from '../../finding/ingest.ts';
import { takeIn } from '../../finding/takeIn.ts';
import { createIndex } from '../../search/index.ts';
import { putText } from '../../storage/attachments.ts';
import { removeClip } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { readNews, resetIndex, storeIndex } from '../../storage/searchIndex.ts';
import { aMembership, aNote, freshDatabase, idOf, valueOf } from '../storage/samples.ts';
import { aClip, aFinder } from './kept.ts';

it('an open finder finds what is written meanwhile, stored or not', async () => {
  const database = await freshDatabase();
  await database.clips.put(aClip(1, 'one grid'));
  await ingest(database);
  const finder = aFinder(database);
  expect(await finder.ids('grid')).toEqual([idOf(1)]);
  await database.clips.put(aClip(2, 'another grid'));
  await vi.waitFor(async () => expect(await finder.ids('another')).toEqual([idOf(2)]));
  await removeClip(database, idOf(1), 9);
  await ingest(database);
  await vi.waitFor(async () => expect(await finder.ids('grid')).toEqual([idOf(2)]));
  expect(finder.told).not.toContain('unreadable');
  finder.close();
});

it('two that write while a third searches: everything is found', async () => {
  const database = await freshDatabase();
  const finder = aFinder(database);
  await ingest(database);
  const write = async (first: number): Promise<void> => {
    for (let n = first; n < first + 60; n++) await database.clips.put(aClip(n, `grid ${n}`));
  };
  await Promise.all([write(1), write(1_001), finder.ids('grid'), ingest(database)]);
  await ingest(database);
  await vi.waitFor(async () => expect((await finder.find('grid')).total).toBe(120));
  finder.close();
});

it('a phrase is found beside however many that only have its words, and counted', async () => {
  const database = await freshDatabase();
  const apart = (n: number) => aClip(n + 100, 'what a thing it is');
  await database.clips.bulkPut([...Array.from({ length: 600 }, (_, n) => apart(n)), aClip(1, 'what it is not')]);
  const finder = aFinder(database);
  const { hits, total, isAtLeast } = await finder.find('"what it is"');
  expect([hits.map(({ id }) => id), total, isAtLeast]).toEqual([[idOf(1)], 1, false]);
  finder.close();
});

it('what is found comes with its card, in the state in which it is kept', async () => {
  const database = await freshDatabase();
  await database.clips.put(aClip(1, 'settles the grid'));
  const finder = aFinder(database);
  const { hits, cards, total } = await finder.find('gird');
  expect([total, hits[0]?.matches.why]).toEqual([1, [[12, 16]]]);
  expect(cards.get(idOf(1))).toMatchObject({ kind: 'clip', clip: { why: 'settles the grid' } });
  finder.close();
});

it('more may be found than is kept at hand, each time that it is asked for', async () => {
  const database = await freshDatabase();
  await database.clips.bulkPut(Array.from({ length: 900 }, (_, n) => aClip(n + 1, 'grid')));
  await ingest(database);
  const finder = aFinder(database);
  for (const limit of [500, 900, 900]) expect((await finder.search('grid', { limit, now: 1 })).hits).toHaveLength(limit);
  finder.close();
});

it('the words of a page are told once it was found', async () => {
  const database = await freshDatabase();
  await database.clips.put(aClip(1, 'keeps the barrel', { kind: 'page' }));
  await putText(database, idOf(1), 'All about **rainwater**');
  const finder = aFinder(database);
  expect(finder.textOf(idOf(1))).toBeUndefined();
  await finder.find('barrel');
  expect(finder.textOf(idOf(1))).toBe('All about rainwater');
  finder.close();
});

describe('of more than it keeps at hand', () => {
  it('all that is asked for is found, whatever was found before', async () => {
    const database = await freshDatabase();
    await database.clips.bulkPut(Array.from({ length: 700 }, (_, n) => aClip(n + 1, 'grid')));
    await ingest(database);
    const finder = aFinder(database);
    const best = (await finder.find('grid')).hits.map(({ id }) => id);
    for (const limit of [680, 680, 40]) {
      const { hits, total, cards } = await finder.search('grid', { limit, now: 1 });
      expect([hits.length, total, cards.size]).toEqual([limit, 700, limit]);
      expect(hits.slice(0, 5).map(({ id }) => id)).toEqual(best.slice(0, 5));
    }
    finder.close();
  });
});

describe('while the index is built anew', () => {
  const opened = async (count: number) => {
    const database = await freshDatabase();
    await database.clips.bulkPut(Array.from({ length: count }, (_, n) => aClip(n + 1, 'grid')));
    await ingest(database);
    const finder = aFinder(database);
    expect((await finder.find('grid')).total).toBe(count);
    return { database, finder };
  };
  /** Store an index that knows the oldest of the lines that wait, as the background does now and then. */
  const storeSome = async (database: WhenceDatabase, count: number): Promise<void> => {
    const { rows, state } = await readNews(database, 0, count);
    const index = createIndex({ texts: 'elsewhere' });
    await takeIn(database, index, rows);
    valueOf(await storeIndex(database, index.serialize(), { generation: state?.generation ?? 0, known: rows }));
  };

  it('what is in memory goes on answering until all of it is there', async () => {
    const { database, finder } = await opened(600);
    valueOf(await resetIndex(database));
    await vi.waitFor(() => expect(finder.waiting()).toBe(600 - 256));
    expect((await finder.find('grid')).total).toBe(600);
    await storeSome(database, 100);
    await vi.waitFor(() => expect(finder.waiting()).toBe(600 - 100 - 256));
    expect((await finder.find('grid')).total).toBe(600);
    await database.clips.put(aClip(601, 'another grid'));
    await ingest(database);
    await vi.waitFor(() => expect(finder.waiting()).toBe(0));
    expect((await finder.find('grid')).total).toBe(601);
    expect(finder.told).not.toContain('unreadable');
    finder.close();
  });

  it('of little, what was deleted just before is found no more', async () => {
    const { database, finder } = await opened(3);
    await database.transaction(
      'rw',
      [database.clips, database.decisions, database.posts, database.searchIndex, database.unindexed],
      async () => {
        await database.clips.delete(idOf(2));
        valueOf(await resetIndex(database));
      },
    );
    await vi.waitFor(async () => expect((await finder.index()).size).toBe(2));
    finder.close();
  });
});

describe('a line that comes to much', () => {
  const THREADS = 300;
  const renamed = async () => {
    const database = await freshDatabase();
    await database.memberships.put(aMembership());
    await database.posts.bulkPut(
      Array.from({ length: THREADS }, (_, n) => ({ ...aNote(n + 1, { body: { kind: 'note', text: 'grid' } }), thread: '', firstSeq: n })),
    );
    await database.clips.put(aClip(1_001, 'subgrid'));
    await ingest(database);
    const finder = aFinder(database);
    expect((await finder.find('in:guild')).total).toBe(THREADS);
    return { database, finder };
  };

  it('is left to the background, and nobody who searches waits for it', async () => {
    const { database, finder } = await renamed();
    await database.memberships.put(aMembership({ name: 'Weavers' }));
    await database.clips.put(aClip(1_002, 'newest'));
    const later = aFinder(database);
    for (const one of [finder, later]) {
      await vi.waitFor(async () => expect(await one.ids('newest')).toEqual([idOf(1_002)]));
      expect(one.waiting()).toBe(1);
      expect((await one.find('in:weavers')).total).toBe(0);
    }
    await ingest(database);
    for (const one of [finder, later]) {
      await vi.waitFor(async () => expect((await one.find('in:weavers')).total).toBe(THREADS));
      expect(one.waiting()).toBe(0);
      one.close();
    }
  });
});
