import { Dexie } from 'dexie';
import type { Id } from '../domain/id.ts';
import type { Post } from '../domain/post.ts';
import type { WhenceDatabase } from './database.ts';

/** Clips that other members of any of one's communities shared on a page (`pageKey` of its address), the newest first. */
export async function othersPostsOnPage(database: WhenceDatabase, pageKey: string): Promise<Post[]> {
  const [posts, own] = await Promise.all([database.posts.where('pageKey').equals(pageKey).sortBy('createdAt'), ownMemberIds(database)]);
  return posts.filter(({ authorId }) => !own.has(authorId)).reverse();
}

/** Who wrote these posts, by post; a member of whom nothing is known is left out. */
export async function authorNames(database: WhenceDatabase, posts: readonly Post[]): Promise<ReadonlyMap<Id, string>> {
  const authors = await database.members.bulkGet(posts.map(({ communityId, authorId }): [Id, Id] => [communityId, authorId]));
  return new Map(posts.flatMap(({ id }, index) => (authors[index] ? [[id, authors[index].name] as const] : [])));
}

const ownMemberIds = async (database: WhenceDatabase): Promise<ReadonlySet<Id>> =>
  new Set((await database.memberships.toArray()).map(({ memberId }) => memberId));

/** How many are in a community now. */
export const memberCount = (database: WhenceDatabase, communityId: Id): Promise<number> =>
  database.members
    .where('[communityId+id]')
    .between([communityId, Dexie.minKey], [communityId, Dexie.maxKey])
    .filter(({ hasLeft }) => !hasLeft)
    .count();

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
