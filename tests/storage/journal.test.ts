import { beforeEach, describe, expect, it } from 'vitest';
import type { WhenceDatabase } from '../../storage/database.ts';
import { leaveOnDevice } from '../../storage/leaving.ts';
import { discardItem, queueMutation, settleItems } from '../../storage/outbox.ts';
import { keepSightings, refuseSighting } from '../../storage/sightings.ts';
import { ADA, aCapture, aMembership, aMutation, aNote, aSharedClip, COMMUNITY, freshDatabase, idOf, valueOf } from './samples.ts';

const PAGE = 'https://a.example/layout';
const aClip = (n: number) => ({ ...aCapture(), id: idOf(n), pageKey: PAGE, why: '', tags: [], createdAt: n, updatedAt: n });
const row = (post: ReturnType<typeof aNote>) => ({ ...post, thread: post.threadId ?? '', firstSeq: post.seq });
const reply = (n: number, to: number) => row(aNote(n, { threadId: idOf(to) }));

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});

/** What a write puts into the journal. */
async function lines(write: () => PromiseLike<unknown>): Promise<readonly unknown[]> {
  await database.unindexed.clear();
  await write();
  return (await database.unindexed.toArray()).map(({ touched }) => touched);
}

describe('a write puts a line into the journal', () => {
  it('for each row, once, however many it writes', async () => {
    expect(await lines(() => database.clips.bulkPut([aClip(1), aClip(2), aClip(1)]))).toEqual([
      { of: 'clip', id: idOf(1) },
      { of: 'clip', id: idOf(2) },
    ]);
  });

  it('also when rows are deleted by a range of their keys', async () => {
    await database.posts.bulkPut([row(aSharedClip(1)), reply(2, 1), row(aSharedClip(3)), row(aNote(4, { communityId: idOf(0xc1) }))]);
    expect(
      await lines(() =>
        database.posts
          .where('[communityId+id]')
          .between([COMMUNITY, idOf(0)], [COMMUNITY, idOf(99)])
          .delete(),
      ),
    ).toEqual([
      { of: 'post', communityId: COMMUNITY, id: idOf(1) },
      { of: 'post', communityId: COMMUNITY, id: idOf(3) },
    ]);
    expect(await database.posts.count()).toBe(1);
  });

  it('for everything when a table is cleared', async () => {
    await database.clips.bulkPut([aClip(1), aClip(2)]);
    expect(await lines(() => database.clips.clear())).toHaveLength(2);
    expect(await lines(() => database.clips.clear())).toEqual([]);
  });

  it('or none at all: what was undone is not in it', async () => {
    expect(
      await lines(() =>
        database
          .transaction('rw', database.clips, async () => {
            await database.clips.put(aClip(1));
            throw new Error('undone');
          })
          .catch(() => undefined),
      ),
    ).toEqual([]);
  });

  it('for all of a community that is left', async () => {
    await database.memberships.put(aMembership());
    await database.posts.bulkPut([row(aSharedClip(1)), row(aSharedClip(2))]);
    const left = await lines(async () => valueOf(await leaveOnDevice(database, COMMUNITY, 1)));
    expect(left).toEqual([
      { of: 'post', communityId: COMMUNITY, id: idOf(1) },
      { of: 'post', communityId: COMMUNITY, id: idOf(2) },
      { of: 'community', id: COMMUNITY },
    ]);
  });

  it('for a member’s new name, and not for another role', async () => {
    const ada = { id: ADA, name: 'Ada', role: 'member', joinedAt: 1, communityId: COMMUNITY, hasLeft: false } as const;
    expect(await lines(() => database.members.put(ada))).toHaveLength(1);
    expect(await lines(() => database.members.put({ ...ada, role: 'leader', hasLeft: true }))).toEqual([]);
    expect(await lines(() => database.members.put({ ...ada, name: 'Ada L' }))).toHaveLength(1);
  });
});

describe('of what waits to be sent', () => {
  const share = aMutation(1);
  beforeEach(() => database.memberships.put(aMembership()));
  const queue = async (mutation = share, clipId: string | null = idOf(9)): Promise<unknown> =>
    valueOf(await queueMutation(database, { communityId: COMMUNITY, mutation, ...(clipId !== null && { clipId }) }, 1));
  const both = [
    { of: 'clip', id: idOf(9) },
    { of: 'post', communityId: COMMUNITY, id: share.postId },
  ];

  it('a share is told when it begins and when it is discarded, and not on its way', async () => {
    expect(await lines(() => queue())).toEqual(both);
    expect(await lines(() => settleItems(database, [{ id: share.id }], 2))).toEqual([]);
    expect(await lines(() => discardItem(database, share.id))).toEqual(both);
  });

  it('a share is told when it is refused, and when it is tried again', async () => {
    await queue();
    expect(await lines(() => settleItems(database, [{ id: share.id, refused: { code: 'role-too-low' } }], 2))).toEqual(both);
    expect(await lines(() => database.outbox.update(share.id, { state: 'waiting' }))).toEqual(both);
  });

  it('a reply is told as its thread, and so is what is taken away or relied on in one', async () => {
    const answer = { type: 'post', id: idOf(2), postId: idOf(3), threadId: idOf(4), body: { kind: 'note', text: 'yes' } } as const;
    expect(await lines(() => queue(answer, null))).toEqual([{ of: 'post', communityId: COMMUNITY, id: idOf(4) }]);
    const removal = { type: 'remove', id: idOf(5), postId: idOf(3) } as const;
    expect(await lines(() => queue(removal, null))).toEqual([{ of: 'reply', communityId: COMMUNITY, id: idOf(3) }]);
  });
});

describe('of what a page’s script sees', () => {
  const seen = (quality: 'exact' | 'uncertain' | 'missing', now?: string) => async (): Promise<unknown> =>
    valueOf(await keepSightings(database, PAGE, [{ id: idOf(1), part: 0, quality, ...(now !== undefined && { now }) }], 1));
  const refuse = (isRefused: boolean) => (): Promise<unknown> =>
    refuseSighting(database, { id: idOf(1), part: 0, now: 'Grid.', isRefused });
  beforeEach(() => database.clips.put(aClip(1)));

  it('only what makes an orphan is told, or makes it none any more', async () => {
    const told = [{ of: 'passages', id: idOf(1) }];
    expect(await lines(seen('exact'))).toEqual([]);
    expect(await lines(seen('missing'))).toEqual(told);
    expect(await lines(seen('uncertain', 'Grid.'))).toEqual(told);
    expect(await lines(refuse(true))).toEqual(told);
    // other words are offered now, which were not refused
    expect(await lines(seen('uncertain', 'Flex.'))).toEqual(told);
    expect(await lines(seen('uncertain', 'Grid.'))).toEqual(told);
    expect(await lines(refuse(false))).toEqual(told);
    expect(await lines(seen('exact'))).toEqual([]);
  });
});
