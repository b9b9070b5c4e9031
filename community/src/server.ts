import { resolve } from 'node:path';
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
  readonly address: string;
  readonly creationKey: string;
  /** Answer what is being asked, end live connections, and leave the data folder free. */
  readonly stop: () => Promise<void>;
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

/** How long a request that is being answered may keep the server from stopping, in milliseconds. */
const GRACE = 5_000;

const close = (server: ServerType): Promise<void> =>
  new Promise((settle) => {
    if (!('closeIdleConnections' in server)) {
      server.close(() => settle());
      return;
    }
    // browsers keep a connection open after its answer, so each is closed once it falls idle
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(impatience);
      settle();
    });
  });

/** Start a community server. Throws CannotStart; nothing is left running then. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { databaseUrl, engine, host = '127.0.0.1', port = 0, log = pino({ level: 'silent' }), onLost = () => undefined } = options;
  const dataFolder = resolve(options.dataFolder);
  // what has to be undone, the last first
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
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
    const pool = openPool(connection, log);
    undo.push(() => pool.end());
    await migrate(pool, log);
    if (options.restored) await beginNewEpoch(pool);
    const bus = createBus();
    if (databaseUrl) undo.push((await startRelay(connection, pool, bus, log)).stop);

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
    undo.push(() => {
      closing.abort();
      return close(listening.server);
    });
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`;
    log.info({ address }, 'listening');
    return { address, creationKey, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
