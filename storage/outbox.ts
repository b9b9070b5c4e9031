import { fail, ok, type Failure, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import type { Mutation } from '../domain/wire.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';

/** The items of a community in one state; the primary key orders them by creation. */
const inState = (database: WhenceDatabase, communityId: Id, state: OutboxItem['state']) =>
  database.outbox.where('[communityId+state]').equals([communityId, state]);

/** Put a mutation in line. The same mutation again is the item that is there. Fails with `not-a-member`. */
export const queueMutation = (
  database: WhenceDatabase,
  { communityId, mutation, clipId }: { readonly communityId: Id; readonly mutation: Mutation; readonly clipId?: Id },
  now: Instant,
): Promise<Result<OutboxItem>> =>
  write(database, ['memberships', 'outbox'], async () => {
    const known = await database.outbox.get(mutation.id);
    if (known) return ok(known);
    const membership = await database.memberships.get(communityId);
    if (!membership || membership.revoked) return fail('not-a-member');
    const item: OutboxItem = {
      id: mutation.id,
      communityId,
      mutation,
      ...(clipId && { clipId }),
      state: 'waiting',
      attempts: 0,
      nextAttemptAt: now,
      createdAt: now,
    };
    await database.outbox.add(item);
    return ok(item);
  });

/** What stands in line for a community, in order: at most `limit` items, none while its head has to wait. */
export async function dueItems(database: WhenceDatabase, communityId: Id, now: Instant, limit: number): Promise<OutboxItem[]> {
  const items = await inState(database, communityId, 'waiting').limit(limit).toArray();
  return items[0] && items[0].nextAttemptAt <= now ? items : [];
}

/** The communities that something waits for, each with the time of its next attempt. */
export async function waitingCommunities(
  database: WhenceDatabase,
): Promise<{ readonly communityId: Id; readonly nextAttemptAt: Instant }[]> {
  const memberships = await database.memberships.toArray();
  const heads = await Promise.all(memberships.map(({ id }) => inState(database, id, 'waiting').first()));
  return heads.flatMap((head) => (head ? [{ communityId: head.communityId, nextAttemptAt: head.nextAttemptAt }] : []));
}

/** What became of one mutation: sent, or refused with a failure. */
export interface Outcome {
  readonly id: Id;
  readonly refused?: Failure;
}

/** Record what a server answered to a push. Items that were discarded meanwhile stay gone. */
export const settleItems = (database: WhenceDatabase, outcomes: readonly Outcome[], now: Instant): Promise<Result<undefined>> =>
  write(database, ['outbox'], async () => {
    for (const { id, refused } of outcomes) {
      const item = await database.outbox.get(id);
      if (!item) continue;
      const { failure: _, ...rest } = item;
      const attempts = item.attempts + 1;
      await database.outbox.put(
        refused ? { ...rest, attempts, state: 'refused', failure: refused } : { ...rest, attempts, state: 'sent', sentAt: now },
      );
    }
    return ok(undefined);
  });

/**
 * Record that sending `tried` failed for now. Everything that waits for this community waits until
 * `nextAttemptAt` and says why; only what was tried counts an attempt.
 */
export const postponeItems = (
  database: WhenceDatabase,
  communityId: Id,
  { tried, failure, nextAttemptAt }: { readonly tried: readonly Id[]; readonly failure: Failure; readonly nextAttemptAt: Instant },
): Promise<Result<undefined>> =>
  write(database, ['outbox'], async () => {
    await inState(database, communityId, 'waiting').modify((item) => {
      if (tried.includes(item.id)) item.attempts += 1;
      item.nextAttemptAt = nextAttemptAt;
      item.failure = failure;
    });
    return ok(undefined);
  });

/** Refuse everything that waits for a community, since its server no longer accepts this device. */
export const refuseWaiting = (database: WhenceDatabase, communityId: Id, failure: Failure): Promise<Result<undefined>> =>
  write(database, ['memberships', 'outbox'], async () => {
    await database.memberships.update(communityId, { revoked: true });
    await inState(database, communityId, 'waiting').modify({ state: 'refused', failure });
    return ok(undefined);
  });

/** Let everything that waits be tried now, whatever its back-off says. */
export const retryNow = (database: WhenceDatabase, now: Instant): Promise<Result<undefined>> =>
  write(database, ['outbox'], async () => {
    await database.outbox.filter(({ state, nextAttemptAt }) => state === 'waiting' && nextAttemptAt > now).modify({ nextAttemptAt: now });
    return ok(undefined);
  });

/** Take an item out of the outbox. */
export const discardItem = (database: WhenceDatabase, id: Id): Promise<Result<undefined>> =>
  write(database, ['outbox'], async () => {
    await database.outbox.delete(id);
    return ok(undefined);
  });

/** What waits to be sent, or was refused, in the order in which it was made. */
export const unsentItems = (database: WhenceDatabase): Promise<OutboxItem[]> =>
  database.outbox.where('state').anyOf('waiting', 'refused').sortBy('id');
