import { Dexie } from 'dexie';
import * as v from 'valibot';
import { ok, type Result } from '../domain/failure.ts';
import { Id, Instant } from '../domain/id.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';
import { purgeFeed } from './memberships.ts';

/** A community that was left, whose server has still to be told. */
const Farewell = v.object({
  memberId: Id,
  server: v.string(),
  communityId: Id,
  token: v.string(),
  leftAt: Instant,
  nextAttemptAt: Instant,
});
export type Farewell = v.InferOutput<typeof Farewell>;

/** After this long a server that never answers is not told any more: 30 days, in milliseconds. */
const FAREWELL_LIFE = 30 * 24 * 60 * 60 * 1_000;
const BETWEEN_ATTEMPTS = 60 * 60 * 1_000;

const PREFIX = 'leaving:';
const keyOf = ({ memberId }: Pick<Farewell, 'memberId'>): string => PREFIX + memberId;

/**
 * Leave a community on this device: its posts, members and queued items go at once, one's own clips
 * stay. What it takes to tell the server is kept until the server knows.
 */
export const leaveOnDevice = (database: WhenceDatabase, id: Id, now: Instant): Promise<Result<undefined>> =>
  write(database, ['memberships', 'posts', 'members', 'outbox', 'settings'], async () => {
    const membership = await database.memberships.get(id);
    if (!membership) return ok(undefined);
    await purgeFeed(database, id);
    await database.outbox.where('[communityId+state]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete();
    await database.memberships.delete(id);
    if (membership.revoked) return ok(undefined);
    const { memberId, server, token } = membership;
    const farewell: Farewell = { memberId, server, communityId: id, token, leftAt: now, nextAttemptAt: now };
    await database.settings.put({ key: keyOf(farewell), value: farewell });
    return ok(undefined);
  });

/** The servers that have still to be told, due or not. */
export const farewells = async (database: WhenceDatabase): Promise<Farewell[]> => {
  const rows = await database.settings.where('key').startsWith(PREFIX).toArray();
  return rows.flatMap(({ value }) => {
    const farewell = v.safeParse(Farewell, value);
    return farewell.success ? [farewell.output] : [];
  });
};

/** Record how telling the server went: done, or to be tried again an hour later. */
export const settleFarewell = (database: WhenceDatabase, farewell: Farewell, isTold: boolean, now: Instant): Promise<Result<undefined>> =>
  write(database, ['settings'], async () => {
    if (isTold || now - farewell.leftAt > FAREWELL_LIFE) await database.settings.delete(keyOf(farewell));
    else await database.settings.put({ key: keyOf(farewell), value: { ...farewell, nextAttemptAt: now + BETWEEN_ATTEMPTS } });
    return ok(undefined);
  });
