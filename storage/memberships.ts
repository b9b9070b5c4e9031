import { Dexie } from 'dexie';
import type { Membership } from '../domain/community.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Id } from '../domain/id.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';

/** Every community that this device has joined, in the order of joining. */
export const allMemberships = (database: WhenceDatabase): Promise<Membership[]> => database.memberships.toCollection().sortBy('joinedAt');

export const membershipById = (database: WhenceDatabase, id: Id): Promise<Membership | undefined> => database.memberships.get(id);

/** The feed was seen up to `seq`. It never goes back: two surfaces may tell in any order. */
export const markSeen = (database: WhenceDatabase, id: Id, seq: number): Promise<Result<undefined>> =>
  write(database, ['memberships'], async () => {
    const membership = await database.memberships.get(id);
    if (!membership) return fail('not-found');
    if (seq > membership.seenSeq) await database.memberships.put({ ...membership, seenSeq: seq });
    return ok(undefined);
  });

/** Delete what came from a community. Runs inside the caller's transaction over `posts` and `members`. */
export async function purgeFeed(database: WhenceDatabase, communityId: Id): Promise<void> {
  await database.posts.where('[communityId+id]').between([communityId, Dexie.minKey], [communityId, Dexie.maxKey]).delete();
  await database.members.where('[communityId+id]').between([communityId, Dexie.minKey], [communityId, Dexie.maxKey]).delete();
}
