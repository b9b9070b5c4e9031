import { randomUUID } from 'node:crypto';
import pg from 'pg';
import * as v from 'valibot';
import { Id } from '../../../domain/id.ts';
import type { Log } from '../log.ts';
import { newestSeqs } from '../store/communities.ts';
import type { Bus, LiveEvent } from './bus.ts';

const CHANNEL = 'whence_live';
/** One notice for everything in this time: a notice with each write would halve the rate of writes. */
const COALESCE_MS = 25;
/** For notices that got lost with a connection. */
const POLL_MS = 5_000;
const CONNECT_MS = 10_000;
/** A notice holds 8000 bytes at most; an event takes about 130. */
const EVENTS_PER_NOTICE = 50;

const Notice = v.object({
  from: v.string(),
  events: v.array(
    v.variant('type', [
      v.object({ type: v.literal('changed'), communityId: Id, seq: v.number() }),
      v.object({ type: v.literal('left'), communityId: Id, memberId: Id }),
    ]),
  ),
});

/** Of several changes of a community only the newest has to be told. */
const keyOf = (event: LiveEvent): string => `${event.communityId} ${event.type === 'left' ? event.memberId : ''}`;

interface Relay {
  readonly stop: () => Promise<void>;
}

/** Carry live events between the server processes that share a database. */
export async function startRelay(connection: pg.ClientConfig, pool: pg.Pool, bus: Bus, log: Log): Promise<Relay> {
  const self = randomUUID();
  const waiting = new Map<string, LiveEvent>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let client: pg.Client | undefined;

  const hear = (payload: string | undefined): void => {
    let read: unknown;
    try {
      read = JSON.parse(payload ?? '');
    } catch {
      return;
    }
    const notice = v.safeParse(Notice, read);
    if (!notice.success || notice.output.from === self) return;
    for (const event of notice.output.events) bus.publish(event, 'relay');
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ ...connection, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
    // the poll below connects again
    const lose = (): void => {
      if (client === next) client = undefined;
    };
    next.on('error', lose);
    next.on('end', lose);
    next.on('notification', ({ payload }) => hear(payload));
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
  };
  // a poll that finds a connection being made waits for that one
  let connecting: Promise<void> | undefined;
  const ensureConnected = (): Promise<void> => (connecting ??= connect().finally(() => (connecting = undefined)));

  const send = async (): Promise<void> => {
    timer = undefined;
    const events = [...waiting.values()];
    waiting.clear();
    for (let at = 0; at < events.length; at += EVENTS_PER_NOTICE) {
      const notice = JSON.stringify({ from: self, events: events.slice(at, at + EVENTS_PER_NOTICE) });
      await client?.query('SELECT pg_notify($1, $2)', [CHANNEL, notice]);
    }
  };

  const quietly = (work: Promise<unknown>): void => void work.catch((error: unknown) => log.warn({ error: String(error) }, 'live relay'));

  const poll = async (): Promise<void> => {
    if (isStopped) return;
    if (!client) await ensureConnected();
    const communities = bus.communities();
    if (communities.length === 0) return;
    for (const [communityId, seq] of await newestSeqs(pool, communities)) bus.publish({ type: 'changed', communityId, seq }, 'relay');
  };

  await ensureConnected();
  bus.forward((event) => {
    const before = waiting.get(keyOf(event));
    // two writes may finish in one order and be told in the other
    if (event.type === 'changed' && before?.type === 'changed' && before.seq >= event.seq) return;
    waiting.set(keyOf(event), event);
    if (!isStopped) timer ??= setTimeout(() => quietly(send()), COALESCE_MS);
  });
  const polling = setInterval(() => quietly(poll()), POLL_MS);

  return {
    stop: async () => {
      isStopped = true;
      clearInterval(polling);
      clearTimeout(timer);
      await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}
