import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import type pg from 'pg';
import { CannotStart } from '../cannotStart.ts';
import type { Log } from '../log.ts';

/** Any number, the same in every server: those that start at once on one database take turns. */
const LOCK = 7_346_229_601;

/** Bring the schema to this version. Each migration is one transaction; one that fails leaves the database as it was. */
export async function migrate(pool: pg.Pool, log: Log): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new CannotStart(
      `The database does not answer: ${error instanceof Error ? error.message : String(error)}`,
      'Check DATABASE_URL, and that PostgreSQL is running there.',
    );
  });
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await runner({
      dbClient: client,
      dir: fileURLToPath(new URL('../migrations', import.meta.url)),
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
    throw new CannotStart(
      `The database can't be brought to this version of Whence: ${error instanceof Error ? error.message : String(error)}`,
      'If a newer version has used this database before, start that one. Nothing was changed.',
    );
  } finally {
    // ends the lock too
    client.release(true);
  }
}
