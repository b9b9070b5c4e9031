import { Dexie } from 'dexie';
import type { Member } from '../domain/community.ts';
import type { Id } from '../domain/id.ts';
import type { Post } from '../domain/post.ts';
import type { MemberRow, WhenceDatabase } from './database.ts';

/** A post that opens a thread, as the feed shows it. */
export interface FeedEntry {
  readonly post: Post;
  readonly replies: number;
  /** Who wrote it, also when they have left; absent when the server never told. */
  readonly author: Member | undefined;
}

export interface Thread {
  /** Absent when the opening post was removed, or has not arrived. */
  readonly root: FeedEntry | undefined;
  /** The oldest first. */
  readonly replies: readonly Omit<FeedEntry, 'replies'>[];
}

const inThread = (database: WhenceDatabase, communityId: Id, thread: string) =>
  database.posts.where('[communityId+thread+createdAt]').between([communityId, thread, Dexie.minKey], [communityId, thread, Dexie.maxKey]);

const authorsOf = async (database: WhenceDatabase, posts: readonly Post[]): Promise<(Member | undefined)[]> =>
  database.members.bulkGet(posts.map(({ communityId, authorId }): [Id, Id] => [communityId, authorId]));

async function withReplies(database: WhenceDatabase, posts: readonly Post[]): Promise<FeedEntry[]> {
  const [authors, counts] = await Promise.all([
    authorsOf(database, posts),
    Promise.all(posts.map(({ communityId, id }) => inThread(database, communityId, id).count())),
  ]);
  return posts.map((post, index) => ({ post, author: authors[index], replies: counts[index] ?? 0 }));
}

/** The posts that open a thread, the newest first, at most `limit`. */
export const feedOf = async (database: WhenceDatabase, communityId: Id, limit: number): Promise<FeedEntry[]> =>
  withReplies(database, await inThread(database, communityId, '').reverse().limit(limit).toArray());

/** A thread with all its replies. */
export async function threadOf(database: WhenceDatabase, communityId: Id, threadId: Id): Promise<Thread> {
  const [root, replies] = await Promise.all([
    database.posts.get([communityId, threadId]),
    inThread(database, communityId, threadId).toArray(),
  ]);
  const authors = await authorsOf(database, replies);
  const [entry] = root ? await withReplies(database, [root]) : [];
  return { root: entry, replies: replies.map((post, index) => ({ post, author: authors[index] })) };
}

/** Clips that other members of any of one's communities shared on a page (`pageKey` of its address), the newest first. */
export async function othersPostsOnPage(database: WhenceDatabase, pageKey: string): Promise<Post[]> {
  const [posts, own] = await Promise.all([database.posts.where('pageKey').equals(pageKey).sortBy('createdAt'), ownMemberIds(database)]);
  return posts.filter(({ authorId }) => !own.has(authorId)).reverse();
}

const ownMemberIds = async (database: WhenceDatabase): Promise<ReadonlySet<Id>> =>
  new Set((await database.memberships.toArray()).map(({ memberId }) => memberId));

/** Every post of every community, replies included. */
export const allPosts = (database: WhenceDatabase): Promise<Post[]> => database.posts.toArray();

/** Every member of every community, those that left included: their posts still have a name. */
export const allMembers = (database: WhenceDatabase): Promise<MemberRow[]> => database.members.toArray();

const currentMembers = (database: WhenceDatabase, communityId: Id) =>
  database.members
    .where('[communityId+id]')
    .between([communityId, Dexie.minKey], [communityId, Dexie.maxKey])
    .filter(({ hasLeft }) => !hasLeft);

/** Who is in a community now, by name. */
export const membersOf = (database: WhenceDatabase, communityId: Id): Promise<Member[]> =>
  currentMembers(database, communityId).sortBy('name');

export const memberCount = (database: WhenceDatabase, communityId: Id): Promise<number> => currentMembers(database, communityId).count();

/**
 * How many posts of others arrived since the person last saw the feed, in one community or in all.
 * A new reaction to an old post does not count.
 */
export async function unseenCount(database: WhenceDatabase, communityId?: Id): Promise<number> {
  const memberships = await (
    communityId === undefined ? database.memberships : database.memberships.where('id').equals(communityId)
  ).toArray();
  const counts = await Promise.all(
    memberships.map(({ id, seenSeq, memberId }) =>
      database.posts
        .where('[communityId+firstSeq]')
        .between([id, seenSeq], [id, Dexie.maxKey], false)
        .filter(({ authorId }) => authorId !== memberId)
        .count(),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The sequence number up to which the feed is here: seeing all of it is `markSeen` with this. */
export const newestSeq = async (database: WhenceDatabase, communityId: Id): Promise<number> => {
  const newest = await database.posts
    .where('[communityId+firstSeq]')
    .between([communityId, Dexie.minKey], [communityId, Dexie.maxKey])
    .last();
  return newest?.firstSeq ?? 0;
};
