import type { Membership } from '../domain/community.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import { pageKey } from '../domain/pageAddress.ts';
import type { Post } from '../domain/post.ts';
import type { Change, Pulled } from '../domain/wire.ts';
import type { WhenceDatabase } from './database.ts';
import type { MemberRow, PostRow } from './rows.ts';
import { write } from './failures.ts';
import { purgeFeed } from './memberships.ts';

/** How long a sent item without a clip is kept at least, so that what it did stays on screen until a pull shows it: a minute. */
const SENT_LIFE = 60_000;

const postRow = (post: Post, communityId: Id, firstSeq: number): PostRow => ({
  ...post,
  // a server speaks for the community that was asked, whatever its posts say
  communityId,
  thread: post.threadId ?? '',
  firstSeq,
  ...(post.body.kind === 'clip' && { pageKey: pageKey(post.body.target.source) }),
});

/** The rows that a list of changes comes to; `null` is a post to delete. */
interface Picture {
  membership: Membership;
  readonly posts: Map<Id, PostRow | null>;
  readonly members: Map<Id, MemberRow>;
}

/** Take one change into the picture, after those before it. */
function take(picture: Picture, change: Change): void {
  const { posts, members, membership } = picture;
  switch (change.type) {
    case 'post':
      posts.set(change.post.id, postRow(change.post, membership.id, posts.get(change.post.id)?.firstSeq ?? change.seq));
      return;
    case 'post-removed':
      posts.set(change.postId, null);
      return;
    case 'member':
      members.set(change.member.id, { ...change.member, communityId: membership.id, hasLeft: false });
      if (change.member.id === membership.memberId) {
        picture.membership = { ...membership, memberName: change.member.name, role: change.member.role };
      }
      return;
    case 'member-left': {
      const member = members.get(change.memberId);
      if (member) members.set(member.id, { ...member, hasLeft: true });
      return;
    }
    case 'community':
      picture.membership = { ...membership, name: change.community.name, purpose: change.community.purpose };
  }
}

/** The picture as it stands here before the changes: the rows that they touch. */
async function pictureBefore(database: WhenceDatabase, membership: Membership, changes: readonly Change[]): Promise<Picture> {
  const postIds = changes.flatMap((change): [Id, Id][] => (change.type === 'post' ? [[membership.id, change.post.id]] : []));
  const memberIds = changes.flatMap((change): [Id, Id][] => (change.type === 'member-left' ? [[membership.id, change.memberId]] : []));
  const [posts, members] = await Promise.all([database.posts.bulkGet(postIds), database.members.bulkGet(memberIds)]);
  return {
    membership,
    posts: new Map(posts.flatMap((post) => (post ? [[post.id, post]] : []))),
    members: new Map(members.flatMap((member) => (member ? [[member.id, member]] : []))),
  };
}

/** Sent items whose effect the feed now shows, and shares whose post is gone from it. */
const settleSent = (database: WhenceDatabase, communityId: Id, posts: Picture['posts'], now: Instant): Promise<number> =>
  database.outbox
    .where('[communityId+state]')
    .equals([communityId, 'sent'])
    .filter(({ clipId, mutation, sentAt = 0 }) => (clipId ? posts.get(mutation.postId) === null : now - sentAt > SENT_LIFE))
    .delete();

/**
 * Take in what a pull from `from` answered: rows and cursor in one transaction. Answers `stale`, and
 * writes nothing, when another pull moved the cursor meanwhile; fails with `not-found` when the
 * community was left meanwhile.
 */
export const applyPull = (
  database: WhenceDatabase,
  communityId: Id,
  { from, pulled }: { readonly from: string | undefined; readonly pulled: Pulled },
  now: Instant,
): Promise<Result<'applied' | 'stale'>> =>
  write(database, ['memberships', 'posts', 'members', 'outbox'], async () => {
    const membership = await database.memberships.get(communityId);
    if (!membership) return fail('not-found');
    if (membership.cursor !== from) return ok('stale');
    // without a cursor everything is told from the start; what an earlier membership left is out of date
    if (pulled.reset || from === undefined) await purgeFeed(database, communityId);
    const picture = await pictureBefore(database, membership, pulled.changes);
    for (const change of pulled.changes) take(picture, change);
    const { posts, members } = picture;
    await database.posts.bulkPut([...posts.values()].filter((post) => post !== null));
    await database.posts.bulkDelete([...posts].flatMap(([id, post]): [Id, Id][] => (post ? [] : [[communityId, id]])));
    await database.members.bulkPut([...members.values()]);
    await settleSent(database, communityId, posts, now);
    // the last of all changes carries the newest number; a server restored from a backup counts on from a lower one
    const newest = pulled.more ? undefined : pulled.changes.at(-1)?.seq;
    const seenSeq = Math.min(membership.seenSeq, newest ?? membership.seenSeq);
    await database.memberships.put({ ...picture.membership, seenSeq, cursor: pulled.next, pulledAt: now });
    return ok('applied');
  });
