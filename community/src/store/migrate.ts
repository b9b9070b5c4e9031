import { readdir } from 'node:fs/promises';
import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { CannotStart } from '../cannotStart.ts';
import type { Log } from '../log.ts';

/** Any number, the same in every server: those that start at once on one database take turns. */
const LOCK = 7_346_229_601;
const FOLDER = fileURLToPath(new URL('../migrations', import.meta.url));

/** What an older server can't know it would break: a database with migrations that are not among its own is left alone. */
async function refuseNewer(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query<{ made: boolean }>("SELECT to_regclass('migrations') IS NOT NULL AS made");
  if (!tables[0]?.made) return;
  const known = (await readdir(FOLDER)).map((file) => parse(file).name);
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations WHERE name <> ALL ($1) ORDER BY name', [known]);
  if (rows.length === 0) return;
  throw new CannotStart(
    `A newer version of Whence has used this database: ${rows.map(({ name }) => name).join(', ')}.`,
    'Start that version. Nothing was changed.',
  );
}

/** Bring the schema to this version. Each migration is one transaction; one that fails leaves the database as it was. */
export async function migrate(connection: pg.ClientConfig, log: Log): Promise<void> {
  // of its own, as what a migration does may take longer than a request may
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  client.on('error', (error) => log.warn({ error: error.message }, 'the connection that migrates broke'));
  await client.connect().catch((error: unknown) => {
    throw new CannotStart(
      `The database does not answer: ${error instanceof Error ? error.message : String(error)}`,
      'Check DATABASE_URL, and that PostgreSQL is running there.',
    );
  });
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await refuseNewer(client);
    await runner({
      dbClient: client,
      dir: FOLDER,
      direction: 'up',
      migrationsTable: 'migrations',
      noLock: true,
      logger: {
        debug: (text) => log.debug(text),
        info: (text) => log.debug(text),
        warn: (text) => log.warn(text),
        error: (text) => log.error(text),
      },
    });
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      `The database can't be brought to this version of Whence: ${error instanceof Error ? error.message : String(error)}`,
      'Look at what PostgreSQL says; nothing was changed.',
    );
  } finally {
    // ends the lock too
    await client.end().catch(() => undefined);
  }
}
