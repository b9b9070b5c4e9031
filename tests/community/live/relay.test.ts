import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBus } from '../../../community/src/live/bus.ts';
import { startRelay } from '../../../community/src/live/relay.ts';
import { startServer, type RunningServer } from '../../../community/src/server.ts';
import { openPool } from '../../../community/src/store/database.ts';
import { keepingLog } from '../support/keepingLog.ts';
import { newDatabase } from '../support/database.ts';
import { engines } from '../support/engines.ts';
import { found, joinAs, note, personWith, post, type Send } from '../support/people.ts';

const sendTo =
  ({ address }: RunningServer): Send =>
  (path, init) =>
    fetch(address + path, init);

describe.each(engines)('two servers on one database of the %s engine', (engine) => {
  let one: RunningServer;
  let other: RunningServer;
  beforeAll(async () => {
    const databaseUrl = await newDatabase(engine);
    // at once: they take turns at making the tables
    [one, other] = (await Promise.all(
      [0, 1].map(() => startServer({ dataFolder: '/not/used', databaseUrl, creationKey: 'a-shared-creation-key' })),
    )) as [RunningServer, RunningServer]; // two in, two out
  });
  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()]);
  });

  it('tell each other what happened, within a second', async () => {
    const leader = await found(sendTo(one), one.creationKey);
    const live = await fetch(`${other.address}/communities/${leader.communityId}/live`, {
      headers: { Authorization: `Bearer ${leader.token}` },
    });
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('"seq":2');
    const began = performance.now();
    await leader.push(post(note('from one')));
    expect((await reader?.read())?.value).toContain('"seq":3');
    expect(performance.now() - began).toBeLessThan(1_000);
    const elsewhere = personWith(sendTo(other), leader.communityId, leader.memberId, leader.token);
    expect((await elsewhere.pull()).changes).toHaveLength(3);
    await reader?.cancel();
  });

  it('end the live connections of who left at the other', async () => {
    const leader = await found(sendTo(one), one.creationKey);
    const member = await joinAs(sendTo(one), leader);
    const live = await fetch(`${other.address}/communities/${leader.communityId}/live`, {
      headers: { Authorization: `Bearer ${member.token}` },
    });
    await member.ask('DELETE', '/members/me');
    expect(await live.text()).toContain('event: poke');
    // sooner than a heartbeat would find out
  }, 8_000);
});

describe('a relay whose database takes connections and says nothing', () => {
  it('gives up, and leaves no connection behind', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
      silent.close();
    });
    const address = silent.address();
    const connection = { host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0, user: 'whence' };
    const { log } = keepingLog();
    const outcome = startRelay(connection, openPool(connection, log), createBus(), log).then(() => 'started', String);
    const [socket] = (await once(silent, 'connection')) as [Socket]; // what Node says of a connection
    const closed = once(socket.resume(), 'close');
    vi.advanceTimersByTime(10_000);
    expect(await outcome).toContain('timeout');
    await closed;
  });
});
