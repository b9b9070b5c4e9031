import { existsSync } from 'node:fs';
import { chmod, lchown, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { unprivilegedAccount } from '../../../community/src/postgres/account.ts';
import type { Engine } from '../../../community/src/postgres/binaries.ts';
import { startCluster, type Cluster } from '../../../community/src/postgres/cluster.ts';
import { engines } from '../support/engines.ts';
import { folderForTest, newFolder } from '../support/folder.ts';
import { keepingLog } from '../support/keepingLog.ts';
import { ownerOf, postgresOf } from '../support/postgresProcess.ts';

async function start(dataFolder: string, engine?: Engine): Promise<Cluster> {
  const cluster = await startCluster({ dataFolder, engine, log: keepingLog().log, onLost: () => undefined });
  onTestFinished(cluster.stop);
  return cluster;
}

async function queryOne(cluster: Cluster, text: string): Promise<unknown> {
  const client = new pg.Client(cluster.connection);
  await client.connect();
  const { rows } = await client.query<{ value: unknown }>(text);
  await client.end();
  return rows[0]?.value;
}

describe.each(engines)('a cluster of the %s engine', (engine) => {
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = await newFolder();
    // where making it was cut off
    await mkdir(join(dataFolder, 'pg.tmp'));
    await writeFile(join(dataFolder, 'pg.tmp', 'PG_VERSION'), '15');
    await (await startCluster({ dataFolder, engine, log: keepingLog().log, onLost: () => undefined })).stop();
  });
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));

  it('is made anew where making it was cut off', async () => {
    expect(await readdir(dataFolder)).not.toContain('pg.tmp');
    expect(await readdir(join(dataFolder, 'pg'))).toContain('global');
  });

  it('listens on no network, keeps checksums, and speaks UTF-8 with an order that no machine changes', async () => {
    const cluster = await start(dataFolder, engine);
    expect(cluster.engine).toBe(engine);
    expect(await queryOne(cluster, "SELECT current_setting('listen_addresses') AS value")).toBe('');
    expect(await queryOne(cluster, "SELECT current_setting('data_checksums') AS value")).toBe('on');
    expect(await queryOne(cluster, "SELECT current_setting('server_encoding') AS value")).toBe('UTF8');
    expect(await queryOne(cluster, "SELECT 'Z' < 'a' AND 'a' < 'ä' AND upper('ä') = 'Ä' AS value")).toBe(true);
  });

  it('lets only its own account at its files and its socket, which goes when it stops', async () => {
    const cluster = await start(dataFolder, engine);
    const { socketFolder } = postgresOf(dataFolder);
    for (const folder of [join(dataFolder, 'pg'), socketFolder]) expect((await stat(folder)).mode & 0o077).toBe(0);
    await cluster.stop();
    expect(existsSync(socketFolder)).toBe(false);
  });

  it('is not kept from starting by a file that names a process of somebody else, and leaves that process alone', async () => {
    await writeFile(join(dataFolder, 'pg', 'postmaster.pid'), `${process.pid}\n${join(dataFolder, 'pg')}\n1\n5432\n/tmp/gone\n`);
    expect(await queryOne(await start(dataFolder, engine), 'SELECT 1 AS value')).toBe(1);
  });

  it('is refused in words when a version made it that is not here, and stays as it was', async () => {
    const old = await folderForTest();
    await mkdir(join(old, 'pg'));
    await writeFile(join(old, 'pg', 'PG_VERSION'), '13\n');
    await expect(start(old, engine)).rejects.toMatchObject({
      message: expect.stringMatching(/made by PostgreSQL 13; what is here is PostgreSQL \d+/),
      next: expect.stringContaining('Install PostgreSQL 13'),
    });
    expect(await readdir(join(old, 'pg'))).toEqual(['PG_VERSION']);
  });
});

describe.runIf(engines.length === 2)('a folder that one engine made', () => {
  it('is refused by the other of another version, and found again by the first', async () => {
    const dataFolder = await folderForTest();
    const made = await start(dataFolder, 'npm');
    await queryOne(made, 'CREATE TABLE kept AS SELECT 7 AS value');
    await made.stop();
    await expect(start(dataFolder, 'system')).rejects.toThrow(`made by PostgreSQL ${made.major}`);
    const again = await start(dataFolder);
    expect(again.engine).toBe('npm');
    expect(await queryOne(again, 'SELECT value FROM kept')).toBe(7);
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('runs PostgreSQL as whoever has the cluster, and gives one that is its own to an account', async () => {
    const dataFolder = await folderForTest();
    const own = async (uid: number): Promise<void> => {
      for (const name of await readdir(join(dataFolder, 'pg'), { recursive: true })) await lchown(join(dataFolder, 'pg', name), uid, uid);
      await lchown(join(dataFolder, 'pg'), uid, uid);
    };
    await (await start(dataFolder)).stop();
    const stranger = 12_345;
    await own(stranger);
    let cluster = await start(dataFolder);
    expect(ownerOf(postgresOf(dataFolder).pid)).toBe(stranger);
    await cluster.stop();
    await own(0);
    cluster = await start(dataFolder);
    expect(await queryOne(cluster, 'SELECT 1 AS value')).toBe(1);
    expect(ownerOf(postgresOf(dataFolder).pid)).toBe(unprivilegedAccount()?.uid);
  });

  it('makes the folders above the data folder open to pass through, and the data folder not', async () => {
    const top = await folderForTest();
    await chmod(top, 0o755);
    await start(join(top, 'srv', 'whence', 'data'));
    const modes = await Promise.all(
      ['srv', 'srv/whence', 'srv/whence/data'].map(async (path) => (await stat(join(top, path))).mode & 0o777),
    );
    expect(modes).toEqual([0o755, 0o755, 0o710]);
  });

  it("says so when PostgreSQL's account can not enter the folder", async () => {
    const locked = await folderForTest();
    await chmod(locked, 0o700);
    await expect(start(join(locked, 'data'))).rejects.toMatchObject({
      message: expect.stringContaining("can't enter"),
      next: expect.stringContaining('--data'),
    });
  });
});
