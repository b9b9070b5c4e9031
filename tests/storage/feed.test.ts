import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../../domain/community.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import type { Change, Pulled } from '../../domain/wire.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { memberCount, newestSeq, othersPostsOnPage, unseenCount } from '../../storage/feed.ts';
import { markSeen, membershipById } from '../../storage/memberships.ts';
import { queueMutation, settleItems } from '../../storage/outbox.ts';
import { applyPull } from '../../storage/pulls.ts';
import { ADA, aMembership, aMutation, aNote, aSharedClip, codeOf, COMMUNITY, freshDatabase, idOf, ME, valueOf } from './samples.ts';

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.memberships.add(aMembership());
});

const post = (seq: number, changed = aNote(seq)): Change => ({ type: 'post', seq, post: { ...changed, seq } });
const member = (seq: number, id: string, changed: Partial<Member> = {}): Change => ({
  type: 'member',
  seq,
  member: { id, name: 'Ada', role: 'member', joinedAt: 1, ...changed },
});
const pulled = (changes: readonly Change[], changed: Partial<Pulled> = {}): Pulled => ({
  changes: [...changes],
  next: `after ${changes.length}`,
  more: false,
  reset: false,
  ...changed,
});

/** Pull from wherever this device stands. */
async function pull(changes: readonly Change[], changed: Partial<Pulled> = {}, now = 1_000) {
  const from = (await membershipById(database, COMMUNITY))?.cursor;
  return valueOf(await applyPull(database, COMMUNITY, { from, pulled: pulled(changes, changed) }, now));
}
const everything = async () => ({
  posts: await database.posts.toArray(),
  members: await database.members.toArray(),
  membership: await membershipById(database, COMMUNITY),
});

describe('taking in a pull', () => {
  it('stores its posts and members with the cursor', async () => {
    await pull(
      [member(1, ADA), post(2), { type: 'community', seq: 3, community: { id: COMMUNITY, name: 'Guild', purpose: 'New', createdAt: 1 } }],
      { next: 'c3' },
    );
    expect(await database.posts.toArray()).toMatchObject([{ id: idOf(2), communityId: COMMUNITY, authorId: ADA }]);
    expect(await database.members.toArray()).toMatchObject([{ id: ADA, communityId: COMMUNITY, name: 'Ada' }]);
    expect(await membershipById(database, COMMUNITY)).toMatchObject({ cursor: 'c3', pulledAt: 1_000, name: 'Guild', purpose: 'New' });
  });

  it('writes neither rows nor cursor when it breaks half-way', async () => {
    await pull([post(1)]);
    const before = await everything();
    database.members.hook('creating', () => {
      throw new Error('disk on fire');
    });
    const applied = await applyPull(database, COMMUNITY, { from: 'after 1', pulled: pulled([post(2), member(3, ADA)]) }, 2);
    expect(codeOf(applied)).toBe('database-failed');
    expect(await everything()).toEqual(before);
  });

  it('that came late, after another one, changes nothing', async () => {
    await pull([post(1)], { next: 'c1' });
    await pull([{ type: 'post-removed', seq: 2, postId: idOf(1) }], { next: 'c2' });
    expect(valueOf(await applyPull(database, COMMUNITY, { from: undefined, pulled: pulled([post(1)], { next: 'c1' }) }, 2))).toBe('stale');
    expect(valueOf(await applyPull(database, COMMUNITY, { from: 'c1', pulled: pulled([post(1)]) }, 2))).toBe('stale');
    expect(await database.posts.toArray()).toEqual([]);
  });

  it('of a community that was left meanwhile stores nothing', async () => {
    await database.memberships.delete(COMMUNITY);
    expect(codeOf(await applyPull(database, COMMUNITY, { from: undefined, pulled: pulled([post(1)]) }, 2))).toBe('not-found');
    expect(await database.posts.toArray()).toEqual([]);
  });

  it('that starts anew forgets what it does not tell', async () => {
    await pull([post(1), post(2), member(3, ADA)]);
    await pull([post(2)], { reset: true });
    expect((await database.posts.toArray()).map(({ id }) => id)).toEqual([idOf(2)]);
    expect(await database.members.toArray()).toEqual([]);
  });

  it('never writes into another community, whatever its posts say', async () => {
    await pull([post(1, aNote(1, { communityId: idOf(0xc1) }))]);
    expect((await database.posts.toArray()).map(({ communityId }) => communityId)).toEqual([COMMUNITY]);
  });

  it('tells this device its new role and name', async () => {
    await pull([member(1, ME, { role: 'leader', name: 'Me too' })]);
    expect(await membershipById(database, COMMUNITY)).toMatchObject({ role: 'leader', memberName: 'Me too' });
  });

  it('cut anywhere comes to the same', async () => {
    const aChange = fc
      .integer({ min: 1, max: 4 })
      .chain((n) =>
        fc.constantFrom<readonly ((seq: number) => Change)[]>(
          [(seq) => post(seq, aNote(n, { body: { kind: 'note', text: `at ${seq}` } }))],
          [(seq) => ({ type: 'post-removed', seq, postId: idOf(n) })],
          [(seq) => member(seq, idOf(n), { name: `at ${seq}` })],
          [(seq) => ({ type: 'member-left', seq, memberId: idOf(n) })],
          [(seq) => ({ type: 'community', seq, community: { id: COMMUNITY, name: `at ${seq}`, purpose: '', createdAt: 1 } })],
        ),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(aChange, { maxLength: 14 }), fc.infiniteStream(fc.integer({ min: 1, max: 5 })), async (made, sizes) => {
        const changes = made.flat().map((make, index) => make(index + 1));
        const start = async () => {
          await Promise.all([database.posts.clear(), database.members.clear(), database.memberships.put(aMembership({ cursor: 'c0' }))]);
        };
        await start();
        await pull(changes, { next: 'end' });
        const whole = await everything();
        await start();
        for (let at = 0; at < changes.length || at === 0;) {
          const size = sizes.next().value ?? 1;
          at += size;
          await pull(changes.slice(at - size, at), { next: at >= changes.length ? 'end' : `c${at}` });
        }
        expect(await everything()).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the feed', () => {
  it('keeps the replies of a thread whose opener was removed', async () => {
    await pull([post(1), post(2, aNote(2, { threadId: idOf(1) })), { type: 'post-removed', seq: 3, postId: idOf(1) }]);
    expect(await database.posts.toArray()).toMatchObject([{ id: idOf(2), threadId: idOf(1) }]);
  });

  it('still names those who left, and no longer counts them', async () => {
    await pull([member(1, ADA), member(2, ME, { name: 'Me' }), post(3), { type: 'member-left', seq: 4, memberId: ADA }]);
    expect(new Map((await database.members.toArray()).map(({ id, name, hasLeft }) => [id, { name, hasLeft }]))).toEqual(
      new Map([
        [ADA, { name: 'Ada', hasLeft: true }],
        [ME, { name: 'Me', hasLeft: false }],
      ]),
    );
    expect(await memberCount(database, COMMUNITY)).toBe(1);
  });

  it('finds what others shared on a page, under any address of it', async () => {
    await pull([
      post(1, aSharedClip(1, 'https://a.example/layout?utm_source=x')),
      post(2, { ...aSharedClip(2), authorId: ME }),
      post(3, aSharedClip(3, 'https://b.example/')),
    ]);
    expect((await othersPostsOnPage(database, pageKey('https://a.example/layout#part'))).map(({ id }) => id)).toEqual([idOf(1)]);
  });
});

describe('what is unseen', () => {
  it('is what others posted since the feed was last seen', async () => {
    await pull([post(1), post(2), post(3, aNote(3, { authorId: ME }))]);
    expect(await unseenCount(database)).toBe(2);
    valueOf(await markSeen(database, COMMUNITY, await newestSeq(database, COMMUNITY)));
    expect(await unseenCount(database, COMMUNITY)).toBe(0);
    await pull([post(4, aNote(4, { threadId: idOf(1) }))]);
    expect(await unseenCount(database)).toBe(1);
  });

  it('does not grow by a reaction to an old post', async () => {
    await pull([post(1)]);
    valueOf(await markSeen(database, COMMUNITY, 1));
    await pull([post(2, aNote(1, { reactions: { relied: [ADA] } }))]);
    expect(await unseenCount(database)).toBe(0);
  });

  it('never comes back by a mark that arrives late', async () => {
    await pull([post(1), post(2)]);
    valueOf(await markSeen(database, COMMUNITY, 2));
    valueOf(await markSeen(database, COMMUNITY, 1));
    expect(await unseenCount(database)).toBe(0);
  });
});

describe('sent items', () => {
  const send = async (n: number, sentAt: number, clipId?: string) => {
    valueOf(await queueMutation(database, { communityId: COMMUNITY, mutation: aMutation(n), ...(clipId && { clipId }) }, 1));
    valueOf(await settleItems(database, [{ id: idOf(n) }], sentAt));
  };
  const left = async () => (await database.outbox.toArray()).map(({ id }) => id);

  it('go when a pull had time to show what they did; a shared clip still tells where it went', async () => {
    await send(1, 1_000);
    await send(2, 100_000);
    await send(3, 1_000, idOf(0xdd));
    await pull([], {}, 110_000);
    expect(await left()).toEqual([idOf(2), idOf(3)]);
  });

  it('of a shared clip go when its post is removed', async () => {
    await send(3, 1_000, idOf(0xdd));
    await pull([{ type: 'post-removed', seq: 9, postId: aMutation(3).postId }], {}, 2_000);
    expect(await left()).toEqual([]);
  });
});
