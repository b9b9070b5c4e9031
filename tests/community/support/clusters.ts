import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import type { Engine } from '../../../community/src/postgres/binaries.ts';
import { startCluster } from '../../../community/src/postgres/cluster.ts';
import { engines } from './engines.ts';
import { newFolder } from './folder.ts';
import { keepingLog } from './keepingLog.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the socket of each engine's cluster. */
    readonly socketFolders: Partial<Record<Engine, string>>;
  }
}

/** One cluster of each engine for the whole run, as making one takes a second; each test file makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await Promise.all(
    engines.map(async (engine) => {
      const dataFolder = await newFolder();
      const cluster = await startCluster({ dataFolder, engine, log: keepingLog().log, onLost: () => undefined });
      return { engine, dataFolder, cluster };
    }),
  );
  project.provide('socketFolders', Object.fromEntries(started.map(({ engine, cluster }) => [engine, String(cluster.connection.host)])));
  return async () => {
    for (const { cluster, dataFolder } of started) {
      await cluster.stop();
      await rm(dataFolder, { recursive: true, force: true });
    }
  };
}
