import { expect, it, vi } from 'vitest';
import { ingest } from '../../finding/ingest.ts';
import { removeClip } from '../../storage/clips.ts';
import { freshDatabase, idOf } from '../storage/samples.ts';
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
  const finder = aFinder(database);
  expect(finder.textOf(idOf(1))).toBeUndefined();
  finder.close();
});
