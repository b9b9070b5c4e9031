import { expect, it } from 'vitest';
import { openedDatabase } from '../../entrypoints/background/database.ts';
import { openedFinder } from '../../entrypoints/background/finder.ts';
import { aClip } from '../finding/kept.ts';
import { idOf, valueOf } from '../storage/samples.ts';

it('after the connection was lost, the next who asks searches over the next one', async () => {
  const before = valueOf(await openedDatabase());
  await before.clips.put(aClip(1, 'grid'));
  const first = await openedFinder();
  expect((await first?.search('grid', { now: 1 }))?.total).toBe(1);
  before.close();
  // this one is told that it is closed; from then on there is another one
  await openedDatabase();
  const second = await openedFinder();
  expect(second).not.toBe(first);
  expect((await second?.search('grid', { now: 1 }))?.hits.map(({ id }) => id)).toEqual([idOf(1)]);
});
