import { effect, signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import type { CardKey } from '../../finding/cards.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import type { PostRow } from '../../storage/rows.ts';
import { liveLists, type View } from '../../surfaces/lists.ts';
import { aClip, aDecision } from '../finding/kept.ts';
import { aMembership, aNote, COMMUNITY, freshDatabase, idOf } from '../storage/samples.ts';

const OTHER = idOf(0xc1);
const aThread = (n: number, changed: Partial<PostRow> = {}): PostRow => ({ ...aNote(n), thread: '', firstSeq: n, ...changed });

function follow(database: WhenceDatabase, at: View = 'community') {
  const view = signal<View>(at);
  const only = signal<CardKey | undefined>(undefined);
  const end = new AbortController();
  const onError = vi.fn();
  const lists = liveLists(database, { view, pageKey: signal(undefined), only }, end.signal, onError);
  return { ...lists, view, wanted: only, onError, count: (of: View) => lists.cards[of].value?.length, end: () => end.abort() };
}

it('a view is read on to its end, whatever of it is not shown', async () => {
  const database = await freshDatabase();
  await database.memberships.put(aMembership());
  // the newest is of a community that was left
  await database.posts.bulkPut([...Array.from({ length: 230 }, (_, n) => aThread(n + 1)), aThread(231, { communityId: OTHER })]);
  const lists = follow(database);
  for (const read of [19, 39, 79, 159, 230]) {
    await vi.waitFor(() => expect(lists.count('community')).toBe(read));
    expect(lists.isWhole('community')).toBe(read === 230);
    lists.readOn('community');
    lists.readOn('community');
  }
  await vi.waitFor(() => expect(lists.counts.value.community).toBe(231));
  lists.end();
});

it('each view is read as far as it was looked at, and follows what is kept', async () => {
  const database = await freshDatabase();
  await database.clips.bulkPut(Array.from({ length: 120 }, (_, n) => aClip(n + 1, `why ${n}`)));
  const lists = follow(database, 'mine');
  await vi.waitFor(() => expect(lists.count('mine')).toBe(20));
  expect(lists.count('community')).toBeUndefined();
  lists.readOn('mine');
  await vi.waitFor(() => expect(lists.count('mine')).toBe(40));
  // what was deleted takes no place
  await database.clips.update(idOf(119), { deletedAt: 9 });
  await database.clips.put(aClip(121, 'the newest'));
  await vi.waitFor(() => expect(lists.cards.mine.value?.[0]?.id).toBe(idOf(121)));
  expect([lists.count('mine'), lists.cards.mine.value?.some(({ id }) => id === idOf(119))]).toEqual([40, false]);
  lists.end();
});

it('nothing is counted until the cards that are looked at are there', async () => {
  const database = await freshDatabase();
  await database.clips.bulkPut([aClip(1, 'one'), aClip(2, 'two')]);
  const lists = follow(database, 'mine');
  const seen: (readonly [hasCards: boolean, isCounted: boolean])[] = [];
  const stop = effect(() => void seen.push([lists.cards.mine.value !== undefined, lists.counts.value.mine !== undefined]));
  await vi.waitFor(() => expect(lists.counts.value.mine).toBe(2));
  expect(seen[0]).toEqual([false, false]);
  expect(seen.findIndex(([hasCards]) => hasCards)).toBeLessThan(seen.findIndex(([, isCounted]) => isCounted));
  stop();
  lists.end();
});

it('the one card is the one of its kind and its community, though others have the same id', async () => {
  const database = await freshDatabase();
  await database.memberships.bulkPut([aMembership(), aMembership({ id: OTHER, name: 'Another' })]);
  await database.clips.put(aClip(7, 'a clip'));
  await database.decisions.put(aDecision(7, 'A decision?'));
  await database.posts.bulkPut([aThread(7), aThread(7, { communityId: OTHER })]);
  const lists = follow(database);
  const wanted: readonly CardKey[] = [
    { kind: 'post', id: `${OTHER}/${idOf(7)}` },
    { kind: 'post', id: `${COMMUNITY}/${idOf(7)}` },
    { kind: 'decision', id: idOf(7) },
    { kind: 'clip', id: idOf(7) },
  ];
  for (const one of wanted) {
    lists.wanted.value = one;
    // the answer to the one before tells that it is that
    expect(lists.only.value?.wanted).not.toBe(one);
    await vi.waitFor(() => expect(lists.only.value?.wanted).toBe(one));
    expect(lists.only.value?.card).toMatchObject(one);
  }
  lists.wanted.value = { kind: 'post', id: idOf(7) };
  await vi.waitFor(() => expect(lists.only.value?.card).toBeNull());
  expect(lists.onError).not.toHaveBeenCalled();
  lists.end();
});
