import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Poke } from '../../../domain/wire.ts';
import { openApp, CREATION_KEY, type AppUnderTest } from '../support/appUnderTest.ts';
import { engines } from '../support/engines.ts';
import { found, joinAs, note, post, type Person } from '../support/people.ts';

/** A live connection, read event by event. */
async function connect(server: AppUnderTest, person: Person) {
  const leaving = new AbortController();
  const response = await server.app.request(`/communities/${person.communityId}/live`, {
    headers: { Authorization: `Bearer ${person.token}` },
    signal: leaving.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  let buffered = '';
  /** The next block of the stream; undefined when it has ended. */
  const next = async (): Promise<string | undefined> => {
    for (;;) {
      const end = buffered.indexOf('\n\n');
      if (end >= 0) {
        const block = buffered.slice(0, end);
        buffered = buffered.slice(end + 2);
        return block;
      }
      const { value, done } = await reader.read();
      if (done) return undefined;
      buffered += value;
    }
  };
  const poke = async (): Promise<Poke> => {
    for (;;) {
      const block = await next();
      if (block === undefined) throw new Error('the connection has ended');
      if (block.startsWith('event: poke')) return v.parse(Poke, JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? ''));
    }
  };
  return { response, next, poke, leave: () => reader.cancel() };
}

describe.each(engines)('a live connection on the %s engine', (engine) => {
  let server: AppUnderTest;
  let leader: Person;
  beforeAll(async () => {
    // longer than any test may take: what these see is never a heartbeat's doing
    server = await openApp(engine, 60_000);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    leader = await found(server.app.request, CREATION_KEY);
  });

  it('tells at once where the community stands', async () => {
    const live = await connect(server, leader);
    expect(live.response.headers.get('Content-Type')).toContain('text/event-stream');
    expect(await live.poke()).toEqual({ community: leader.communityId, seq: 2 });
    await live.leave();
  });

  it('is poked when somebody posts or joins, within 300 milliseconds, and carries nothing but a number', async () => {
    const member = await joinAs(server.app.request, leader);
    const live = await connect(server, member);
    expect((await live.poke()).seq).toBe(3);
    const began = performance.now();
    await leader.push(post(note('said')));
    expect(await live.poke()).toEqual({ community: leader.communityId, seq: 4 });
    expect(performance.now() - began).toBeLessThan(300);
    await joinAs(server.app.request, leader);
    expect((await live.poke()).seq).toBe(5);
    await live.leave();
  });

  it('hears nothing of other communities', async () => {
    const elsewhere = await found(server.app.request, CREATION_KEY);
    const live = await connect(server, leader);
    await live.poke();
    await elsewhere.push(post(note('a')), post(note('b')), post(note('c')));
    await leader.push(post(note('here')));
    expect(await live.poke()).toEqual({ community: leader.communityId, seq: 3 });
    await live.leave();
  });

  it('ends when its member leaves', async () => {
    const member = await joinAs(server.app.request, leader);
    const live = await connect(server, member);
    await live.poke();
    await member.ask('DELETE', '/members/me');
    let block = await live.next();
    while (block?.startsWith(':') || block?.startsWith('event: poke')) block = await live.next();
    expect(block).toBeUndefined();
  });

  it('is not opened by HEAD, which would never read it', async () => {
    const { status, headers } = await server.app.request(`/communities/${leader.communityId}/live`, {
      method: 'HEAD',
      headers: { Authorization: `Bearer ${leader.token}` },
    });
    expect([status, headers.get('Allow')]).toEqual([405, 'GET']);
    expect(server.bus.communities()).not.toContain(leader.communityId);
  });

  it('leaves nothing behind when its reader goes', async () => {
    const live = await connect(server, leader);
    await live.poke();
    expect(server.bus.communities()).toContain(leader.communityId);
    await live.leave();
    await expect.poll(() => server.bus.communities()).not.toContain(leader.communityId);
  });
});

describe.each(engines)('a quiet live connection on the %s engine', (engine) => {
  let server: AppUnderTest;
  let leader: Person;
  beforeAll(async () => {
    server = await openApp(engine, 50);
    leader = await found(server.app.request, CREATION_KEY);
  });
  afterAll(() => server.stop());

  it('gives signs of life while nothing happens', async () => {
    const live = await connect(server, leader);
    await live.poke();
    expect(await live.next()).toMatch(/^:/);
    expect(await live.next()).toMatch(/^:/);
    await live.leave();
  });

  it('ends by itself when the token stopped being valid behind the back of this process', async () => {
    const live = await connect(server, leader);
    await live.poke();
    await server.pool.query('UPDATE members SET token_hash = NULL, left_at = now() WHERE community_id = $1', [leader.communityId]);
    let block = await live.next();
    while (block?.startsWith(':')) block = await live.next();
    expect(block).toBeUndefined();
  });
});
