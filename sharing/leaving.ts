import type { Result } from '../domain/failure.ts';
import type { Id } from '../domain/id.ts';
import { farewells, leaveOnDevice, settleFarewell } from '../storage/leaving.ts';
import type { SharingDeps } from './deps.ts';
import { isForNow } from './failing.ts';
import { communityServer } from './server.ts';

type LeavingDeps = Pick<SharingDeps, 'database' | 'fetch' | 'now'>;

/**
 * Leave a community. It is gone from this device at once, one's own clips stay. Its server is told
 * now, or by a later `sendDue` when it can't be reached: a dead server keeps nobody in.
 */
export async function leaveCommunity(deps: LeavingDeps, id: Id): Promise<Result<undefined>> {
  const left = await leaveOnDevice(deps.database, id, deps.now());
  if (left.ok) await sayFarewells(deps);
  return left;
}

/** Tell the servers of communities that were left, those that are due. */
export async function sayFarewells({ database, fetch, now }: LeavingDeps): Promise<void> {
  const due = (await farewells(database)).filter(({ nextAttemptAt }) => nextAttemptAt <= now());
  for (const farewell of due) {
    const { server, token, communityId } = farewell;
    const told = await communityServer({ fetch, server, token }).leave(communityId);
    // a refusal is an answer too: the server no longer knows this member
    await settleFarewell(database, farewell, told.ok || !isForNow(told.error.code), now());
  }
}
