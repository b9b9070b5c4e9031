import { fail, ok, type Result } from '../domain/failure.ts';
import { DATABASE_NAME, DATABASE_VERSION, WhenceDatabase } from './database.ts';
import { databaseFailure } from './failures.ts';

/** How long another part of the extension gets to let go of an older version. */
const PATIENCE_WHEN_BLOCKED = 2_000;
/** How long an open that says nothing may take; a browser that just started is slow. */
const PATIENCE_WHEN_SILENT = 10_000;

interface OpenOptions {
  readonly name?: string;
  /** Called when a newer version of Whence needs the database: it is closed here, and this surface must be reloaded. */
  readonly onOutdated?: () => void;
  /** Milliseconds. */
  readonly patience?: { readonly blocked: number; readonly silent: number };
}

/**
 * Open the database. Answers `database-blocked` when something holds on to an older version,
 * `database-newer` when this code is older than what is stored, and never hangs; opening again later is safe.
 */
export async function openDatabase({
  name = DATABASE_NAME,
  onOutdated,
  patience = { blocked: PATIENCE_WHEN_BLOCKED, silent: PATIENCE_WHEN_SILENT },
}: OpenOptions = {}): Promise<Result<WhenceDatabase>> {
  const database = new WhenceDatabase(name);
  database.on('versionchange', () => {
    database.close();
    onOutdated?.();
    // ends the chain before Dexie's own handler, which would open again by itself
    return false;
  });
  const timers: ReturnType<typeof setTimeout>[] = [];
  const stuck = new Promise<'stuck'>((resolve) => {
    timers.push(setTimeout(resolve, patience.silent, 'stuck'));
    database.on('blocked', () => void timers.push(setTimeout(resolve, patience.blocked, 'stuck')));
  });
  try {
    const opened = await Promise.race([openUnlessNewer(database), stuck]);
    if (opened === 'opened') return ok(database);
    database.close();
    return fail(opened === 'stuck' ? 'database-blocked' : 'database-newer');
  } catch (error) {
    database.close();
    const { code, detail } = databaseFailure(error);
    return fail(code, detail);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

/**
 * Dexie would open a newer database as it stands and add to it what this code misses, so the version
 * is looked at first. Dexie multiplies versions by ten.
 */
async function openUnlessNewer(database: WhenceDatabase): Promise<'opened' | 'newer'> {
  const stored = (await indexedDB.databases()).find(({ name }) => name === database.name);
  if (Math.floor((stored?.version ?? 0) / 10) > DATABASE_VERSION) return 'newer';
  await database.open();
  return 'opened';
}
