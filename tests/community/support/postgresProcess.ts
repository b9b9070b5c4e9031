import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The process that serves a data folder's cluster, and the private folder of its socket. */
export function postgresOf(dataFolder: string): { readonly pid: number; readonly socketFolder: string } {
  const [pid, , , , socketFolder = ''] = readFileSync(join(dataFolder, 'pg', 'postmaster.pid'), 'utf8').split('\n');
  return { pid: Number(pid), socketFolder };
}

export function isRunning(pid: number): boolean {
  try {
    // a process that ended and was not collected still has a number, but no command line
    return readFileSync(`/proc/${pid}/cmdline`).length > 0;
  } catch {
    return false;
  }
}

export const ownerOf = (pid: number): number => statSync(`/proc/${pid}`).uid;
