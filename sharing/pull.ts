import { fail, ok, type Result } from '../domain/failure.ts';
import type { Id } from '../domain/id.ts';
import { membershipById } from '../storage/memberships.ts';
import { refuseWaiting } from '../storage/outbox.ts';
import { applyPull } from '../storage/pulls.ts';
import type { SharingDeps } from './deps.ts';
import { hostOf } from './request.ts';
import { communityServer } from './server.ts';

/** Pages that one pull takes at most; a longer way goes on with the next pull. */
const MOST_PAGES = 500;

interface PullReport {
  /** Whether anything arrived. */
  readonly isChanged: boolean;
}

/**
 * Take in what happened in a community since the last pull, page by page, each stored with its
 * cursor. Two pulls at once do no harm: the one that comes late with a page drops it and goes on
 * from where the other got. Fails with `not-a-member` once the server no longer accepts this device.
 */
export async function pullCommunity(
  { database, fetch, now }: Pick<SharingDeps, 'database' | 'fetch' | 'now'>,
  id: Id,
): Promise<Result<PullReport>> {
  let isChanged = false;
  for (let page = 0; page < MOST_PAGES; page++) {
    const membership = await membershipById(database, id);
    if (!membership || membership.revoked) return fail('not-a-member');
    const { server, token, cursor } = membership;
    const pulled = await communityServer({ fetch, server, token }).pull(id, cursor);
    if (!pulled.ok) {
      if (pulled.error.code === 'not-a-member') await refuseWaiting(database, id, pulled.error);
      return pulled;
    }
    const { changes, next, more, reset } = pulled.value;
    if (more && next === cursor) return fail('server-not-whence', { host: hostOf(server) });
    const applied = await applyPull(database, id, { from: cursor, pulled: pulled.value }, now());
    if (!applied.ok) return applied.error.code === 'not-found' ? fail('not-a-member') : applied;
    if (applied.value === 'stale') continue;
    isChanged ||= reset || changes.length > 0;
    if (!more) break;
  }
  return ok({ isChanged });
}
