import { ok, type Failure, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import { BACK_OFF, backOff, type OutboxItem } from '../domain/outbox.ts';
import type { PushResult } from '../domain/wire.ts';
import { farewells } from '../storage/leaving.ts';
import { membershipById } from '../storage/memberships.ts';
import { dueItems, postponeItems, refuseWaiting, retryNow, settleItems, waitingCommunities, type Outcome } from '../storage/outbox.ts';
import { clientId } from '../storage/settings.ts';
import type { SharingDeps } from './deps.ts';
import { isForNow } from './failing.ts';
import { sayFarewells } from './leaving.ts';
import { hostOf } from './request.ts';
import { communityServer } from './server.ts';
import { inTurn } from './turns.ts';

/** The most that one push carries: a wire limit, and half of what a server reads of one request. */
const BATCH = { items: 50, bytes: 512 * 1024 } as const;

interface SendReport {
  /** When `sendDue` has something to do again; absent when nothing waits. */
  readonly nextAttemptAt?: Instant;
}

/**
 * Send everything that is due, in order for each community, and say when the next attempt is due.
 * With `force`, whatever waits is due now. Safe at any time and any number of times at once: what a
 * server answered twice counts once, since an item keeps its mutation id and this device its client id.
 */
export async function sendDue(deps: SharingDeps, { force = false }: { readonly force?: boolean } = {}): Promise<Result<SendReport>> {
  const { database, now } = deps;
  if (force) {
    const freed = await retryNow(database, now());
    if (!freed.ok) return freed;
  }
  const waiting = await waitingCommunities(database);
  const sent = await Promise.all(waiting.map(({ communityId }) => inTurn(database, communityId, () => sendTo(deps, communityId))));
  await sayFarewells(deps);
  const failed = sent.find((result) => !result.ok);
  if (failed && !failed.ok) return failed;
  const dues = [...(await waitingCommunities(database)), ...(await farewells(database))].map(({ nextAttemptAt }) => nextAttemptAt);
  return ok(dues.length > 0 ? { nextAttemptAt: Math.min(...dues) } : {});
}

/** Push a community's line until it is empty or has to wait. Fails only when the database does. */
async function sendTo({ database, fetch, now, random, newId }: SharingDeps, communityId: Id): Promise<Result<undefined>> {
  const client = await clientId(database, communityId, newId);
  if (!client.ok) return client;
  // a push that is refused as a whole is split, so that one bad item does not hold up the others
  let alone = 0;
  for (;;) {
    const membership = await membershipById(database, communityId);
    const items = fitting(await dueItems(database, communityId, now(), alone > 0 ? 1 : BATCH.items));
    if (!membership || !items[0]) return ok(undefined);
    if (alone > 0) alone -= 1;
    const { server, token } = membership;
    const pushed = await communityServer({ fetch, server, token }).push(communityId, {
      clientId: client.value,
      mutations: items.map(({ mutation }) => mutation),
    });
    const outcomes = pushed.ok ? outcomesOf(items, pushed.value.results) : [];
    const failure: Failure | undefined = pushed.ok
      ? outcomes.length > 0
        ? undefined
        : { code: 'server-not-whence', detail: { host: hostOf(server) } }
      : pushed.error;
    if (failure && isForNow(failure.code)) {
      const wait = Math.max(backOff(items[0].attempts + 1, random()), askedWait(failure));
      return postponeItems(database, communityId, { tried: items.map(({ id }) => id), failure, nextAttemptAt: now() + wait });
    }
    if (failure?.code === 'not-a-member') return refuseWaiting(database, communityId, failure);
    if (failure && items.length > 1) {
      alone = items.length;
      continue;
    }
    const settled = await settleItems(database, failure ? [{ id: items[0].id, refused: failure }] : outcomes, now());
    if (!settled.ok) return settled;
  }
}

/** As many items from the head of the line as one push may carry, at least one. */
function fitting(items: readonly OutboxItem[]): readonly OutboxItem[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = items.findIndex(({ mutation }, index) => {
    bytes += encoder.encode(JSON.stringify(mutation)).byteLength;
    return index > 0 && bytes > BATCH.bytes;
  });
  return end < 0 ? items : items.slice(0, end);
}

/** What the answer says of the items that were pushed; of others it can't say anything. */
function outcomesOf(items: readonly OutboxItem[], results: readonly PushResult[]): Outcome[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  return items.flatMap(({ id }): Outcome[] => {
    const result = byId.get(id);
    if (!result) return [];
    return [result.outcome === 'done' ? { id } : { id, refused: { code: result.code, detail: { sentence: result.sentence } } }];
  });
}

/** The wait that a busy server asked for, in milliseconds, within reason. */
const askedWait = ({ detail }: Failure): number => Math.min(Number(detail?.['retryAfter'] ?? 0) * 1_000, BACK_OFF.longest);
