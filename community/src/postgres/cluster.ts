import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, lchown, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../cannotStart.ts';
import type { Log } from '../log.ts';
import { canReach, unprivilegedAccount, type Account } from './account.ts';
import { findBinaries, type Binaries, type Engine } from './binaries.ts';
import { lockFolder } from './folderLock.ts';
import { clearOrphan, SOCKET_FOLDER } from './orphan.ts';
import { asAccount, run } from './run.ts';

export interface Cluster {
  readonly engine: Engine;
  readonly major: number;
  /** For `pg`: over the private socket, to which only the cluster's account (and root) has a way. */
  readonly connection: pg.ClientConfig;
  /** Shut down with everything committed on disk; then the folder is free for another server. */
  readonly stop: () => Promise<void>;
}

interface ClusterOptions {
  readonly dataFolder: string;
  readonly engine: Engine | undefined;
  readonly log: Log;
  /** PostgreSQL ended without having been asked to. */
  readonly onLost: () => void;
}

/** Nothing listens on the network, and the name that the socket's path is built from is PostgreSQL's default port. */
const PORT = 5432;

/** Whom PostgreSQL runs as: where this process is root, whoever has the cluster, which may come from another machine's backup. */
async function clusterAccount(dataFolder: string): Promise<Account | undefined> {
  const account = unprivilegedAccount();
  const owner = account && (await stat(join(dataFolder, 'pg')).catch(() => undefined));
  return owner && owner.uid !== 0 ? { name: String(owner.uid), uid: owner.uid, gid: owner.gid } : account;
}

/** A cluster that was copied without its owners is root's, whom PostgreSQL refuses. */
async function giveToAccount(cluster: string, { uid, gid }: Account): Promise<void> {
  if ((await stat(cluster)).uid !== 0) return;
  for (const name of await readdir(cluster, { recursive: true })) await lchown(join(cluster, name), uid, gid);
  // last, so that a start that was cut off begins again
  await chown(cluster, uid, gid);
}

/** Make the data folder, this process's own; PostgreSQL's account may only pass through it, to its cluster. */
async function prepareFolder(dataFolder: string, account: Account | undefined): Promise<string> {
  // the account has to pass through the folders above it
  if (account) await mkdir(dirname(dataFolder), { recursive: true, mode: 0o755 });
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  // postmaster.pid and the process list show the path as it is given, so it has one spelling
  const folder = await realpath(dataFolder);
  if (account && !canReach(folder, account)) {
    const { uid, mode } = await stat(folder);
    await chown(folder, uid, account.gid);
    await chmod(folder, mode | 0o010);
  }
  if (!canReach(folder, account)) {
    throw new CannotStart(
      `PostgreSQL does not run as root, and the user ${account?.name ?? ''} that it runs as can't enter ${folder}.`,
      'Choose a folder outside of private ones with --data (as root the default is /var/lib/whence), or start Whence as another user.',
    );
  }
  return folder;
}

/** The builtin provider sorts alike on every machine, whatever its C library; it came with version 17. */
const localeFlags = (major: number): readonly string[] => {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [process.platform === 'darwin' ? '--locale=C' : '--locale=C.UTF-8'];
};

/** Make a cluster. A half-made one never has its final name. */
async function makeCluster(folder: string, { initdb, major }: Binaries, account: Account | undefined): Promise<void> {
  const half = join(folder, 'pg.tmp');
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  if (account) await chown(half, account.uid, account.gid);
  const flags = [
    '-D',
    half,
    '--username=whence',
    '--auth=trust',
    '--encoding=UTF8',
    '--data-checksums',
    '--no-instructions',
    ...localeFlags(major),
  ];
  await run(initdb, flags, account);
  await rename(half, join(folder, 'pg'));
}

/** A private folder for the socket, short because a socket's whole path may have about 100 bytes. */
async function makeSocketFolder(account: Account | undefined): Promise<string> {
  const folder = await mkdtemp(join(account ? '/tmp' : tmpdir(), SOCKET_FOLDER));
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

async function clusterMajor(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'pg', 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

const isUp = (child: ChildProcess): boolean => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function waitUntilReady(child: ChildProcess, connection: pg.ClientConfig, said: readonly string[]): Promise<void> {
  for (const giveUpAt = Date.now() + 60_000; isUp(child) && Date.now() < giveUpAt; await wait(20)) {
    const client = new pg.Client(connection);
    // a server that is still recovering ends the connection with an event besides the rejection
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch {
      // not yet
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new CannotStart(
    `PostgreSQL does not start: ${said.join(' ').slice(-1_000) || 'it said nothing'}`,
    'Look at what it says above; the data folder is unchanged.',
  );
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (!isUp(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await gone;
  clearTimeout(impatience);
}

/** Start the private PostgreSQL of a data folder, made at the first start. Throws CannotStart, with the folder as it was. */
export async function startCluster({ dataFolder, engine, log, onLost }: ClusterOptions): Promise<Cluster> {
  if (process.platform === 'win32')
    throw new CannotStart('The embedded database needs Linux or macOS.', 'Set DATABASE_URL to a PostgreSQL, or start Whence in WSL.');
  const account = await clusterAccount(dataFolder);
  const folder = await prepareFolder(dataFolder, account);
  const unlock = lockFolder(folder);
  let socketFolder: string | undefined;
  let child: ChildProcess | undefined;
  let isServing = false;
  const stopNow = async (): Promise<void> => {
    isServing = false;
    if (child) await stopChild(child);
    if (socketFolder) await rm(socketFolder, { recursive: true, force: true });
    unlock();
  };
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopNow());
  try {
    const binaries = await findBinaries({ engine, clusterMajor: await clusterMajor(folder), dataFolder: folder, account });
    if ((await clusterMajor(folder)) === undefined) await makeCluster(folder, binaries, account);
    const cluster = join(folder, 'pg');
    if (account) await giveToAccount(cluster, account);
    if ((await clearOrphan(cluster)) === 'stopped')
      log.warn('the last server was killed; its PostgreSQL was still running and has been stopped');
    socketFolder = await makeSocketFolder(account);
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${socketFolder}`,
      'unix_socket_permissions=0700',
      `port=${PORT}`,
      'log_timezone=UTC',
      'timezone=UTC',
    ];
    const running = spawn(binaries.postgres, ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])], {
      ...asAccount(account),
      // out of the terminal's group: Ctrl-C is for the server, which stops PostgreSQL last
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = running;
    const said: string[] = [];
    createInterface({ input: running.stderr }).on('line', (line) => {
      said.splice(0, said.length - 20);
      said.push(line);
      log.debug({ postgres: line });
    });
    running.on('error', (error) => said.push(error.message));
    running.on('exit', () => {
      if (isServing) onLost();
    });
    const connection = { host: socketFolder, port: PORT, user: 'whence', database: 'postgres', ssl: false } as const;
    await waitUntilReady(running, connection, said);
    isServing = true;
    return { engine: binaries.engine, major: binaries.major, connection, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
