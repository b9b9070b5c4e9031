import { createServer } from 'node:net';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startServer, type RunningServer } from '../../community/src/server.ts';
import { newDatabase } from './support/database.ts';
import { engines } from './support/engines.ts';
import { newFolder } from './support/folder.ts';
import { keepingLog } from './support/keepingLog.ts';
import { ask, clip, found, joinAs, note, personWith, post, type Send } from './support/people.ts';

const sendTo =
  ({ address }: RunningServer): Send =>
  (path, init) =>
    fetch(address + path, init);

describe.each(engines)('a server on the %s engine', (engine) => {
  let dataFolder: string;
  let server: RunningServer;
  beforeAll(async () => {
    dataFolder = await newFolder();
    server = await startServer({ dataFolder, engine });
  });
  afterAll(async () => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('keeps members, posts, cursors and its creation key over a restart, and has nothing to reset', async () => {
    const leader = await found(sendTo(server), server.creationKey);
    const member = await joinAs(sendTo(server), leader);
    const shared = post(clip('kept'));
    await member.push(shared);
    const before = await leader.pullAll();
    const { creationKey } = server;
    await server.stop();
    server = await startServer({ dataFolder, engine });
    expect(server.creationKey).toBe(creationKey);
    const again = personWith(sendTo(server), leader.communityId, leader.memberId, leader.token);
    expect((await again.pullAll()).changes).toEqual(before.changes);
    expect(await again.pull(before.next)).toMatchObject({ changes: [], reset: false });
  });

  it('lets every device begin again when it is told that a backup was put back', async () => {
    const leader = await found(sendTo(server), server.creationKey);
    const { next } = await leader.pullAll();
    await server.stop();
    server = await startServer({ dataFolder, engine, restored: true });
    const again = personWith(sendTo(server), leader.communityId, leader.memberId, leader.token);
    expect((await again.pull(next)).reset).toBe(true);
  });

  it('refuses a second server on its folder, in words, and goes on', async () => {
    await expect(startServer({ dataFolder, engine })).rejects.toMatchObject({
      message: expect.stringContaining('Another Whence server'),
      next: expect.stringContaining('--data'),
    });
    expect((await sendTo(server)('/health')).status).toBe(200);
  });

  it('refuses a request of two million bytes over a real connection, and goes on', async () => {
    const leader = await found(sendTo(server), server.creationKey);
    const { status } = await leader.ask('POST', '/push', JSON.stringify({ text: 'x'.repeat(2_000_000) }));
    expect(status).toBe(413);
    expect((await sendTo(server)('/health')).status).toBe(200);
  });

  it('ends live connections when it stops', async () => {
    const leader = await found(sendTo(server), server.creationKey);
    const live = await fetch(`${server.address}/communities/${leader.communityId}/live`, {
      headers: { Authorization: `Bearer ${leader.token}` },
    });
    const reader = live.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(4_000);
    expect((await reader?.read())?.done).toBe(true);
    server = await startServer({ dataFolder, engine });
  });
});

describe('stopping while a query is stuck', () => {
  /** A server of which a request waits for a lock that is never given back. */
  const stuck = async () => {
    const databaseUrl = await newDatabase('npm');
    const server = await startServer({ dataFolder: '/not/used', databaseUrl, creationKey: 'a-key-of-the-operator' });
    const leader = await found(sendTo(server), server.creationKey);
    const holder = new pg.Client({ connectionString: databaseUrl });
    await holder.connect();
    onTestFinished(() => holder.end());
    await holder.query('BEGIN');
    await holder.query('SELECT lock_community($1)', [leader.communityId]);
    const request = leader.push(post(note('waits'))).catch(() => 'cut');
    const waiting = async () => (await holder.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rows;
    await expect.poll(waiting).toHaveLength(1);
    return { server, request };
  };

  it('ends all the same, after a while', async () => {
    const { server, request } = await stuck();
    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(12_000);
    expect(await request).toBe('cut');
  });

  it('ends at once in a hurry', async () => {
    const { server, request } = await stuck();
    const began = performance.now();
    const stopped = server.stop();
    server.hurry();
    await stopped;
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(await request).toBe('cut');
  });
});

describe('starting', () => {
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = await newFolder();
  });
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));

  it('says which port is taken, and leaves nothing running', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startServer({ dataFolder, port })).rejects.toMatchObject({
      message: expect.stringContaining(`:${port}`),
      next: expect.stringContaining('--port'),
    });
    squatter.close();
    const server = await startServer({ dataFolder });
    await server.stop();
  });

  it('says that the database at DATABASE_URL does not answer', async () => {
    await expect(startServer({ dataFolder, databaseUrl: 'postgres://whence@127.0.0.1:1/x' })).rejects.toMatchObject({
      next: expect.stringContaining('DATABASE_URL'),
    });
  });

  it('calls itself by an address that this machine can ask, wherever it listens, and says that others need one', async () => {
    const { log, lines } = keepingLog();
    const server = await startServer({ dataFolder, host: '0.0.0.0', log });
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await sendTo(server)('/health')).status).toBe(200);
    expect(lines.join('')).toContain('--address');
    await server.stop();
  });

  it('builds invite links on the public address that it is given', async () => {
    const server = await startServer({ dataFolder, publicAddress: 'https://guild.example/whence', creationKey: 'a-key-of-the-operator' });
    try {
      expect(server.creationKey).toBe('a-key-of-the-operator');
      const leader = await found(sendTo(server), server.creationKey);
      const { body } = await leader.ask('POST', '/invites', { inviteId: leader.memberId });
      expect(body).toMatchObject({ link: expect.stringContaining(`https://guild.example/whence/join/${leader.communityId}#`) });
      await leader.push(post(note('x')));
      expect((await ask(sendTo(server), 'GET', '/health')).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});
