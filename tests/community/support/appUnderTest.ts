import type { Hono } from 'hono';
import type pg from 'pg';
import { createApp } from '../../../community/src/app.ts';
import { createBus, type Bus } from '../../../community/src/live/bus.ts';
import type { Engine } from '../../../community/src/postgres/binaries.ts';
import { openPool } from '../../../community/src/store/database.ts';
import { migrate } from '../../../community/src/store/migrate.ts';
import { newDatabase } from './database.ts';
import { keepingLog } from './keepingLog.ts';

// with every kind of sign that a bearer token may have
export const CREATION_KEY = 'a-creation.key_for~tests+and/more==';

export interface AppUnderTest {
  readonly app: Hono;
  readonly pool: pg.Pool;
  readonly bus: Bus;
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
}

/** The whole server but its socket, on a fresh database: requests go in by `app.request()`. */
export async function openApp(engine: Engine, heartbeat = 15_000): Promise<AppUnderTest> {
  const { log, lines } = keepingLog();
  const connection = { connectionString: await newDatabase(engine) };
  await migrate(connection, log);
  const pool = openPool(connection, log);
  const bus = createBus();
  const closing = new AbortController();
  const app = createApp({ pool, bus, log, creationKey: CREATION_KEY, publicAddress: undefined, heartbeat, closing: closing.signal });
  const stop = async (): Promise<void> => {
    closing.abort();
    await pool.end();
  };
  return { app, pool, bus, log: lines, stop };
}
