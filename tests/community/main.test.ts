import { chown, copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unprivilegedAccount, canReach } from '../../community/src/postgres/account.ts';
import { engines } from './support/engines.ts';
import { folderForTest, newFolder } from './support/folder.ts';
import { found, joinAs, note, personWith, post } from './support/people.ts';
import { isRunning, ownerOf, postgresOf } from './support/postgresProcess.ts';
import { startProcess } from './support/serverProcess.ts';

describe.each(engines)('the server process on the %s engine', (engine) => {
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = await newFolder();
  });
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));

  it('loses no acknowledged post when it is killed while people write, and starts again by itself', async () => {
    const flags = ['--data', dataFolder, '--engine', engine];
    let server = await startProcess({ flags });
    const leader = await found(server.send, server.creationKey);
    const people = await Promise.all(Array.from({ length: 4 }, () => joinAs(server.send, leader)));
    const acknowledged = new Set<string>();
    for (let round = 1; round <= 2; round++) {
      const writers = people.map(async ({ communityId, memberId, token }) => {
        const person = personWith(server.send, communityId, memberId, token);
        for (;;) {
          const shared = post(note(`round ${round}`));
          try {
            await person.push(shared);
          } catch {
            return; // the server is gone
          }
          acknowledged.add(shared.postId);
        }
      });
      await expect.poll(() => acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(40 * round);
      const orphan = postgresOf(dataFolder).pid;
      await server.end('SIGKILL');
      await Promise.all(writers);
      server = await startProcess({ flags });
      expect(isRunning(orphan)).toBe(false);
      const { changes } = await personWith(server.send, leader.communityId, leader.memberId, leader.token).pullAll();
      const there = new Set(changes.map((change) => (change.type === 'post' ? change.post.id : '')));
      expect([...acknowledged].filter((postId) => !there.has(postId))).toEqual([]);
    }
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops cleanly at %s and leaves no PostgreSQL behind', async (signal) => {
    const server = await startProcess({ flags: ['--data', dataFolder, '--engine', engine] });
    const { pid } = postgresOf(dataFolder);
    expect(isRunning(pid)).toBe(true);
    expect(await server.end(signal)).toBe(0);
    expect(isRunning(pid)).toBe(false);
  });

  it('never runs PostgreSQL as root', async () => {
    await startProcess({ flags: ['--data', dataFolder, '--engine', engine] });
    expect(ownerOf(postgresOf(dataFolder).pid)).not.toBe(0);
  });

  it('ends too when its PostgreSQL ends, so that a supervisor starts both again', async () => {
    const server = await startProcess({ flags: ['--data', dataFolder, '--engine', engine] });
    process.kill(postgresOf(dataFolder).pid, 'SIGQUIT');
    expect(await server.ended).toBe(1);
  });
});

describe('the server process', () => {
  it('refuses the folder of another one that runs, with two sentences and exit code 1', async () => {
    const dataFolder = await folderForTest();
    await startProcess({ flags: ['--data', dataFolder] });
    await expect(startProcess({ flags: ['--data', dataFolder] })).rejects.toThrow(
      /^Another Whence server is running on the data folder \S+\.\nStop that server first[^\n]*\n$/,
    );
  });

  it('waits for nobody but its database when it is told a second time to stop', async () => {
    const dataFolder = await folderForTest();
    const server = await startProcess({ flags: ['--data', dataFolder] });
    const leader = await found(server.send, server.creationKey);
    const { pid, socketFolder } = postgresOf(dataFolder);
    const holder = new pg.Client({ host: socketFolder, user: 'whence', database: 'postgres' });
    // PostgreSQL ends it when it stops
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT lock_community($1)', [leader.communityId]);
    const request = leader.push(post(note('waits'))).catch(() => 'cut');
    await expect.poll(async () => (await holder.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rows).toHaveLength(1);
    const began = performance.now();
    process.kill(server.pid, 'SIGTERM');
    await expect.poll(server.said).toContain('stopping');
    expect(await server.end('SIGINT')).toBe(0);
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(isRunning(pid)).toBe(false);
    expect(await request).toBe('cut');
  });

  it('starts without an invite, and says why, where another creation key made the demo', async () => {
    const flags = ['--data', await folderForTest(), '--demo'];
    const first = await startProcess({ flags, environment: { WHENCE_CREATION_KEY: 'the-first-creation-key' } });
    expect(first.invite).toContain('/join/');
    await first.end('SIGTERM');
    const second = await startProcess({ flags, environment: { WHENCE_CREATION_KEY: 'another-creation-key' } });
    expect(second.invite).toBeUndefined();
    expect(second.said()).toContain('made with another creation key');
    expect((await second.send('/health')).status).toBe(200);
  });

  it('says what is wrong with a flag', async () => {
    await expect(startProcess({ flags: ['--engine', 'sqlite'] })).rejects.toThrow(/engine/);
    await expect(startProcess({ flags: ['--colour'] })).rejects.toThrow(/colour/);
  });

  // the other tests show one of the two, whoever runs them
  const account = unprivilegedAccount();
  it.runIf(account && canReach(import.meta.dirname, account))('runs as an ordinary user as well as it does as root', async () => {
    const dataFolder = await folderForTest();
    const nobody = 65_534;
    await chown(dataFolder, nobody, nobody);
    const node = join(dataFolder, 'node');
    await copyFile(process.execPath, node);
    await startProcess({ flags: ['--data', dataFolder], uid: nobody, node });
    expect(ownerOf(postgresOf(dataFolder).pid)).toBe(nobody);
  });
});
