import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from '../cannotStart.ts';

/**
 * Take a data folder for this process alone, until the answered function is called.
 * The lock is SQLite's on an empty file, because the operating system holds it: it ends with the
 * process however that dies, where a file that names a process outlives it and may name another's.
 */
export function lockFolder(dataFolder: string): () => void {
  const lock = new DatabaseSync(join(dataFolder, 'lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new CannotStart(
      `Another Whence server is running on the data folder ${dataFolder}.`,
      'Stop that server first, or choose another folder with --data.',
    );
  }
  return () => lock.close();
}
