import { expect, it, vi } from 'vitest';
import { ingest } from '../../finding/ingest.ts';
import type { gather } from '../../storage/gather.ts';
import { freshDatabase, idOf } from '../storage/samples.ts';
import { aClip, aFinder } from './kept.ts';

/** What reading waits for before it answers, when something is set. */
let held: Promise<void> | undefined;
vi.mock('../../storage/gather.ts', async (original) => {
  const actual: { gather: typeof gather } = await original();
  return {
    gather: async (...asked: Parameters<typeof gather>) => {
      const waits = held;
      held = undefined;
      const read = await actual.gather(...asked);
      await waits;
      return read;
    },
  };
});

/** A finder that has one clip at hand, and a search for it and another one that has read them and not answered yet. */
async function searching() {
  const database = await freshDatabase();
  await database.clips.bulkPut([aClip(1, 'barrel'), aClip(2, 'umbrella')]);
  await ingest(database);
  const finder = aFinder(database);
  await finder.find('barrel');
  let release = (): void => undefined;
  held = new Promise((resolve) => (release = resolve));
  const search = finder.find('barrel OR umbrella');
  await vi.waitFor(() => expect(held).toBeUndefined());
  const changed = async (n: number, why: string): Promise<void> => {
    const before = finder.told.length;
    await database.clips.update(idOf(n), { why });
    await vi.waitFor(() => expect(finder.told.length).toBeGreaterThan(before));
  };
  return { finder, search, changed, release };
}

it('what changes while a search reads is not lost to it', async () => {
  const { finder, search, changed, release } = await searching();
  await changed(1, 'a better barrel');
  release();
  expect((await search).hits.map(({ id }) => id).toSorted()).toEqual([idOf(1), idOf(2)]);
  finder.close();
});

it('what a search read before it changed is not shown by the next one', async () => {
  const { finder, search, changed, release } = await searching();
  await changed(2, 'umbrella, and why');
  release();
  await search;
  expect((await finder.find('umbrella')).cards.get(idOf(2))).toMatchObject({ clip: { why: 'umbrella, and why' } });
  finder.close();
});

it('what was read ahead is found by the next letter without reading', async () => {
  const database = await freshDatabase();
  await database.clips.bulkPut([aClip(1, 'barrel'), aClip(2, 'barley')]);
  await ingest(database);
  const finder = aFinder(database);
  await finder.find('umbrella');
  await finder.readAhead('bar', { now: 1 });
  const never = new Promise<void>(() => undefined);
  held = never;
  expect((await finder.find('barr')).hits.map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
  expect(held).toBe(never);
  held = undefined;
  finder.close();
});

it('a card that was read again is found as it is now, also by what does not read it', async () => {
  const database = await freshDatabase();
  await database.clips.put(aClip(1, 'barrel'));
  await ingest(database);
  const finder = aFinder(database);
  const card = (await finder.find('barrel')).cards.get(idOf(1));
  if (card?.kind !== 'clip') throw new Error('the clip was not found');
  finder.refresh(new Map([[card.id, { ...card, clip: { ...card.clip, tags: ['rain'] } }]]));
  expect((await finder.find('barre')).cards.get(idOf(1))).toMatchObject({ clip: { tags: ['rain'] } });
  finder.close();
});
