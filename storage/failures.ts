import type { Table } from 'dexie';
import { fail, type Failure, type Result } from '../domain/failure.ts';
import type { WhenceDatabase } from './database.ts';

/** What Dexie and IndexedDB throw, by name; the cause stands in `inner` (Dexie) or `cause`. */
interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly inner?: unknown;
  readonly cause?: unknown;
}

const CODES: ReadonlyMap<unknown, Failure['code']> = new Map([
  ['QuotaExceededError', 'quota-exceeded'],
  ['VersionError', 'database-newer'],
]);

/** Any error of the database as a failure. An AbortError is looked through: its cause tells what happened. */
export function databaseFailure(error: unknown): Failure {
  let layer: unknown = error;
  // an error can be its own cause; nothing real is nested deeper
  for (let depth = 0; depth < 8 && typeof layer === 'object' && layer !== null; depth++) {
    const thrown: Thrown = layer;
    const code = CODES.get(thrown.name);
    if (code) return { code };
    layer = thrown.inner ?? thrown.cause;
  }
  return { code: 'database-failed', detail: { problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } };
}

type TableName =
  | 'clips'
  | 'decisions'
  | 'drafts'
  | 'posts'
  | 'members'
  | 'memberships'
  | 'outbox'
  | 'settings'
  | 'attachments'
  | 'sightings'
  | 'searchIndex'
  | 'unindexed';

/**
 * Run a write as one transaction over the named tables: it is stored whole or not at all. `change`
 * answers a failure before its first write; whatever is thrown undoes everything and becomes one.
 */
export async function write<T>(
  database: WhenceDatabase,
  tables: readonly TableName[],
  change: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    const stores: Table[] = tables.map((name) => database.table(name));
    return await database.transaction('rw', stores, change);
  } catch (error) {
    const { code, detail } = databaseFailure(error);
    return fail(code, detail);
  }
}
