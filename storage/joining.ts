import * as v from 'valibot';
import type { Membership } from '../domain/community.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import { Id, type Instant } from '../domain/id.ts';
import type { Joined } from '../domain/wire.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';

/**
 * Who this device is going to be in a community. Stored before the server is asked, so that an
 * answer that got lost is asked for again by the same member: one join, however often it is tried.
 */
const PendingJoin = v.object({ key: v.string(), server: v.string(), communityId: Id, memberId: Id, token: v.string() });
export type PendingJoin = v.InferOutput<typeof PendingJoin>;

/** Store who will join, or answer who was stored under the same key by an attempt before. Fails with `already-joined`. */
export const beginJoin = (database: WhenceDatabase, wanted: Omit<PendingJoin, 'key'>, attempt: string): Promise<Result<PendingJoin>> =>
  write(database, ['memberships', 'settings'], async () => {
    const membership = await database.memberships.get(wanted.communityId);
    if (membership && !membership.revoked) return fail('already-joined', { name: membership.name, communityId: membership.id });
    const key = `joining:${attempt}`;
    const known = v.safeParse(PendingJoin, (await database.settings.get(key))?.value);
    if (known.success) return ok(known.output);
    const pending: PendingJoin = { ...wanted, key };
    await database.settings.put({ key, value: pending });
    return ok(pending);
  });

/** Store the membership that the server confirmed. Its first pull starts from nothing. */
export const finishJoin = (
  database: WhenceDatabase,
  pending: PendingJoin,
  { community, member }: Joined,
  now: Instant,
): Promise<Result<Membership>> =>
  write(database, ['memberships', 'settings'], async () => {
    const { key, server, communityId, token } = pending;
    const membership: Membership = {
      ...community,
      id: communityId,
      server,
      token,
      memberId: pending.memberId,
      memberName: member.name,
      role: member.role,
      joinedAt: now,
      seenSeq: 0,
    };
    await database.memberships.put(membership);
    await database.settings.delete(key);
    return ok(membership);
  });
