import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from '../cannotStart.ts';

/** What PostgreSQL's own postmaster.pid says, line by line (storage/file/fd and utils/pidfile.h of its sources). */
interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string | undefined;
}

/** The prefix of the private folders that sockets are made in. */
export const SOCKET_FOLDER = 'whence-';

async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 1 ? { pid, socketFolder: lines[4]?.trim() } : undefined;
}

/** Whether a process serves this very cluster: after a restart of the machine its number may be anybody's. */
function isServing(pid: number, cluster: string): boolean {
  try {
    // empty for a process that has ended but was not yet collected by its parent
    const commandLine =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return commandLine.includes(` -D ${cluster} `);
  } catch {
    return false;
  }
}

/** Send a signal, and wait up to the given milliseconds for the process to be gone. */
async function end(pid: number, cluster: string, signal: NodeJS.Signals, milliseconds: number): Promise<boolean> {
  process.kill(pid, signal);
  for (const giveUpAt = Date.now() + milliseconds; Date.now() < giveUpAt; await wait(20)) if (!isServing(pid, cluster)) return true;
  return false;
}

/**
 * Stop the PostgreSQL that a killed server left running on a cluster, and clear what it left behind.
 * Only for who holds the folder's lock: with it, no living server can be using the cluster.
 */
export async function clearOrphan(cluster: string): Promise<'none' | 'stopped'> {
  const left = await readPostmasterFile(cluster);
  if (!left) return 'none';
  const isRunning = isServing(left.pid, cluster);
  // fast shutdown keeps every commit, and so does the immediate one, by recovery at the next start
  if (isRunning && !(await end(left.pid, cluster, 'SIGINT', 15_000)) && !(await end(left.pid, cluster, 'SIGQUIT', 5_000))) {
    throw new CannotStart(
      `The PostgreSQL that a killed server left behind (process ${left.pid}) does not stop.`,
      'End that process, then start Whence again.',
    );
  }
  // a number taken over by a stranger would make PostgreSQL believe that its cluster is in use
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  if (left.socketFolder && basename(left.socketFolder).startsWith(SOCKET_FOLDER) && dirname(left.socketFolder) !== '/') {
    await rm(left.socketFolder, { recursive: true, force: true });
  }
  return isRunning ? 'stopped' : 'none';
}
