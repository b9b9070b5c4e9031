import { beforeEach, expect, it } from 'vitest';
import type { WhenceDatabase } from '../../storage/database.ts';
import {
  discardItem,
  dueItems,
  postponeItems,
  queueMutation,
  refuseWaiting,
  retryNow,
  settleItems,
  waitingCommunities,
} from '../../storage/outbox.ts';
import { aMembership, aMutation, codeOf, COMMUNITY, freshDatabase, idOf, valueOf } from './samples.ts';

const failure = { code: 'server-unreachable', detail: { host: 'whence.example' } } as const;

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.memberships.add(aMembership());
});
const queue = async (n: number, now = n) => valueOf(await queueMutation(database, { communityId: COMMUNITY, mutation: aMutation(n) }, now));
const due = async (now: number, limit = 50) => (await dueItems(database, COMMUNITY, now, limit)).map(({ id }) => id);

it('items are due in the order in which they were made', async () => {
  for (const n of [3, 1, 2]) await queue(n);
  expect(await due(9)).toEqual([1, 2, 3].map(idOf));
  expect(await due(9, 2)).toEqual([1, 2].map(idOf));
});

it('the same mutation is queued once', async () => {
  const item = await queue(1);
  expect(await queue(1, 50)).toEqual(item);
  expect(await database.outbox.count()).toBe(1);
});

it.each([
  ['unknown', undefined],
  ['revoked', aMembership({ revoked: true })],
])('nothing is queued for a community that is %s', async (_, membership) => {
  await database.memberships.clear();
  if (membership) await database.memberships.add(membership);
  expect(codeOf(await queueMutation(database, { communityId: COMMUNITY, mutation: aMutation(1) }, 1))).toBe('not-a-member');
});

it('a failed attempt holds up the whole line, visibly, and a new item waits behind it', async () => {
  for (const n of [1, 2]) await queue(n);
  valueOf(await postponeItems(database, COMMUNITY, { tried: [idOf(1)], failure, nextAttemptAt: 100 }));
  await queue(3);
  expect(await due(99)).toEqual([]);
  expect(await waitingCommunities(database)).toEqual([{ communityId: COMMUNITY, nextAttemptAt: 100 }]);
  expect((await database.outbox.toArray()).map(({ attempts, failure: told }) => [attempts, told?.code])).toEqual([
    [1, failure.code],
    [0, failure.code],
    [0, undefined],
  ]);
  expect(await due(100)).toEqual([1, 2, 3].map(idOf));
});

it('everything can be tried at once, whatever it waits for', async () => {
  await queue(1);
  valueOf(await postponeItems(database, COMMUNITY, { tried: [idOf(1)], failure, nextAttemptAt: 100 }));
  valueOf(await retryNow(database, 5));
  expect(await due(5)).toEqual([idOf(1)]);
});

it('a refusal is kept with its reason and does not hold up the next', async () => {
  for (const n of [1, 2, 3]) await queue(n);
  const refused = { code: 'post-gone', detail: { sentence: 'That post was removed.' } } as const;
  valueOf(await settleItems(database, [{ id: idOf(1) }, { id: idOf(2), refused }], 9));
  expect((await database.outbox.toArray()).map(({ state, failure: told }) => [state, told])).toEqual([
    ['sent', undefined],
    ['refused', refused],
    ['waiting', undefined],
  ]);
  expect(await due(9)).toEqual([idOf(3)]);
});

it('a discarded item stays gone when its answer comes late', async () => {
  await queue(1);
  valueOf(await discardItem(database, idOf(1)));
  valueOf(await settleItems(database, [{ id: idOf(1) }], 9));
  expect(await database.outbox.count()).toBe(0);
});

it('a device that is no longer accepted has everything refused, in words', async () => {
  for (const n of [1, 2]) await queue(n);
  valueOf(await refuseWaiting(database, COMMUNITY, { code: 'not-a-member' }));
  expect((await database.outbox.toArray()).map(({ state, failure: told }) => [state, told?.code])).toEqual([
    ['refused', 'not-a-member'],
    ['refused', 'not-a-member'],
  ]);
  expect((await database.memberships.get(COMMUNITY))?.revoked).toBe(true);
});
