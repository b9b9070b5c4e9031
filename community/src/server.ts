import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serve, type ServerType } from '@hono/node-server';
import type pg from 'pg';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { CannotStart } from './cannotStart.ts';
import { creationKeyIn } from './creationKey.ts';
import { createBus } from './live/bus.ts';
import { startRelay } from './live/relay.ts';
import type { Log } from './log.ts';
import type { Engine } from './postgres/binaries.ts';
import { startCluster } from './postgres/cluster.ts';
import { beginNewEpoch } from './store/communities.ts';
import { openPool } from './store/database.ts';
import { migrate } from './store/migrate.ts';

interface ServerOptions {
  /** Holds the embedded database and the creation key. Made when it is not there. */
  readonly dataFolder: string;
  /** A PostgreSQL to use in place of an embedded one. Any number of servers may share it. */
  readonly databaseUrl?: string | undefined;
  /** Take the embedded PostgreSQL's programs from here only. */
  readonly engine?: Engine | undefined;
  readonly host?: string | undefined;
  /** 0 takes any free one. */
  readonly port?: number | undefined;
  readonly publicAddress?: string | undefined;
  readonly creationKey?: string | undefined;
  /** The database was put back from a backup: devices pull everything again. */
  readonly restored?: boolean | undefined;
  readonly log?: Log | undefined;
  /** The embedded database ended without having been asked to. */
  readonly onLost?: (() => void) | undefined;
}

export interface RunningServer {
  /** How this machine reaches it. */
  readonly address: string;
  readonly creationKey: string;
  /** Answer what is being asked, end live connections, and leave the data folder free. */
  readonly stop: () => Promise<void>;
  /** Let `stop`, now or later, wait for nothing but the embedded database. */
  readonly hurry: () => void;
}

const LOOPBACK = /^(?:localhost|127\.[\d.]+|::1)$/i;
/** Listened on, these mean every address of this machine; asked for, they mean none. */
const WILDCARDS: readonly string[] = ['0.0.0.0', '::'];

function addressOf(host: string, port: number): string {
  const name = WILDCARDS.includes(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Between signs of life on a live connection; proxies cut one that is silent for 30 seconds or more. */
const HEARTBEAT = 15_000;

function listen(
  app: ReturnType<typeof createApp>,
  hostname: string,
  port: number,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  return new Promise((settle, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, ({ port: taken }) => settle({ server, port: taken }));
    server.once('error', (error) =>
      reject(
        new CannotStart(
          `The server can't listen on ${hostname}:${port}: ${error.message}`,
          'Choose another port with --port (0 takes any free one).',
        ),
      ),
    );
  });
}

/** How long each, a request that is being answered and then a query, may keep the server from stopping, in milliseconds. */
const GRACE = 5_000;

const close = (server: ServerType, hurry: AbortSignal): Promise<void> =>
  new Promise((settle) => {
    if (!('closeIdleConnections' in server)) {
      server.close(() => settle());
      return;
    }
    // browsers keep a connection open after its answer, so each is closed once it falls idle
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const cut = (): void => server.closeAllConnections();
    const impatience = setTimeout(cut, GRACE);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(impatience);
      settle();
    });
    hurry.addEventListener('abort', cut);
    if (hurry.aborted) cut();
  });

/** Start a community server. Throws CannotStart; nothing is left running then. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { databaseUrl, engine, host = '127.0.0.1', port = 0, log = pino({ level: 'silent' }), onLost = () => undefined } = options;
  const dataFolder = resolve(options.dataFolder);
  // what has to be undone, the last first
  const undo: (() => Promise<unknown>)[] = [];
  const hurry = new AbortController();
  /** Work that stopping waits for a while, and not at all in a hurry. */
  const unlessHurried = (work: Promise<unknown>): Promise<unknown> =>
    Promise.race([work, wait(GRACE, undefined, { ref: false, signal: hurry.signal }).catch(() => undefined)]);
  const stop = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
  };
  try {
    let connection: pg.ClientConfig;
    if (databaseUrl) {
      connection = { connectionString: databaseUrl };
    } else {
      const cluster = await startCluster({ dataFolder, engine, log, onLost });
      undo.push(cluster.stop);
      connection = cluster.connection;
      log.info({ engine: cluster.engine, major: cluster.major, dataFolder }, 'database ready');
    }
    const creationKey = options.creationKey ?? (await creationKeyIn(dataFolder));
    await migrate(connection, log);
    const pool = openPool(connection, log);
    undo.push(() => unlessHurried(pool.end()));
    if (options.restored) await beginNewEpoch(pool);
    const bus = createBus();
    if (databaseUrl) {
      const relay = await startRelay(connection, pool, bus, log);
      undo.push(() => unlessHurried(relay.stop()));
    }

    const closing = new AbortController();
    const app = createApp({
      pool,
      bus,
      log,
      creationKey,
      publicAddress: options.publicAddress,
      heartbeat: HEARTBEAT,
      closing: closing.signal,
    });
    const listening = await listen(app, host, port);
    undo.push(async () => {
      closing.abort();
      await close(listening.server, hurry.signal);
    });
    const address = addressOf(host, listening.port);
    log.info({ address }, 'listening');
    if (!options.publicAddress && !LOOPBACK.test(host))
      log.warn('without --address, invite links begin with whatever address their request was sent to, which others may not reach');
    return { address, creationKey, stop, hurry: () => hurry.abort() };
  } catch (error) {
    // what went wrong first is what is told
    await stop().catch((failure: unknown) => log.warn({ error: String(failure) }, 'not all of the start could be undone'));
    throw error;
  }
}
