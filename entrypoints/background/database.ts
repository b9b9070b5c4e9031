import { ok, type Result } from '../../domain/failure.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { openDatabase } from '../../storage/open.ts';

let opening: Promise<Result<WhenceDatabase>> | undefined;
const followers: ((database: WhenceDatabase) => void)[] = [];

/** Give each connection that will be made to `follow`. */
export const onConnection = (follow: (database: WhenceDatabase) => void): void => void followers.push(follow);

async function connect(): Promise<Result<WhenceDatabase>> {
  const opened = await openDatabase({ onOutdated: () => (opening = undefined) });
  if (opened.ok) for (const follow of followers) follow(opened.value);
  return opened;
}

/**
 * The one connection of this worker's life. A failed or closed one is forgotten, so that the next
 * call tries again: the older tab that blocked it may be gone by then.
 */
export async function openedDatabase(): Promise<Result<WhenceDatabase>> {
  opening ??= connect();
  const opened = await opening;
  if (!opened.ok || !opened.value.isOpen()) opening = undefined;
  return opened;
}

/** Run something on the database, or answer why it can't be opened. */
export async function withDatabase<T>(work: (database: WhenceDatabase) => Promise<Result<T>>): Promise<Result<T>> {
  const opened = await openedDatabase();
  return opened.ok ? work(opened.value) : opened;
}

/** As `withDatabase`, for reads that have nothing to fail with. */
export const reading = <T>(read: (database: WhenceDatabase) => Promise<T>): Promise<Result<T>> =>
  withDatabase(async (database) => ok(await read(database)));
