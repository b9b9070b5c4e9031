import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BACK_OFF } from '../../domain/outbox.ts';
import { joinCommunity } from '../../sharing/joining.ts';
import { sendDue } from '../../sharing/outbox.ts';
import { queueMutation } from '../../storage/outbox.ts';
import { aMutation, codeOf, COMMUNITY, idOf, valueOf } from '../storage/samples.ts';
import { aDevice, aMemberDevice, LINK, queueNote, type Device } from './device.ts';

const PUSH = 'POST /:id/push';
const lost = (): never => {
  throw new TypeError('Failed to fetch');
};
const pushes = ({ server }: Device) => server.requests.filter((path) => path === PUSH).length;
const texts = ({ server }: Device) =>
  server.executed.map((mutation) => (mutation.type === 'post' && mutation.body.kind === 'note' ? mutation.body.text : ''));
const states = async ({ deps }: Device) => (await deps.database.outbox.toArray()).map(({ state }) => state);

let device: Device;
beforeEach(async () => {
  device = await aMemberDevice();
});

describe('sending', () => {
  it('pushes what waits, in order, and then nothing is due', async () => {
    for (const n of [1, 2, 3]) await queueNote(device, n);
    expect(valueOf(await sendDue(device.deps))).toEqual({});
    expect(texts(device)).toEqual(['note 1', 'note 2', 'note 3']);
    expect(await states(device)).toEqual(['sent', 'sent', 'sent']);
    expect(pushes(device)).toBe(1);
  });

  it('more than one push may carry takes several, in order', async () => {
    for (let n = 1; n <= 53; n++) await queueNote(device, n);
    valueOf(await sendDue(device.deps));
    expect(texts(device)).toEqual(Array.from({ length: 53 }, (_, index) => `note ${index + 1}`));
    expect(pushes(device)).toBe(2);
  });

  it('long texts go in pushes that a server reads', async () => {
    let longest = 0;
    const { fetch } = device.server;
    const deps = {
      ...device.deps,
      fetch: ((input, init) => (
        (longest = Math.max(longest, String(init?.body ?? '').length)),
        fetch(input, init)
      )) as typeof globalThis.fetch,
    };
    for (let n = 1; n <= 50; n++) await queueNote(device, n, `${n}${'x'.repeat(19_000)}`);
    valueOf(await sendDue(deps));
    expect(device.server.executed).toHaveLength(50);
    expect(longest).toBeLessThan(600 * 1024);
  });

  it('twice at the same time sends once, and what was queued meanwhile too', async () => {
    await queueNote(device, 1);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow: typeof fetch = async (input, init) => {
      const answer = await device.server.fetch(input, init);
      await held;
      return answer;
    };
    const first = sendDue({ ...device.deps, fetch: slow });
    await vi.waitFor(() => expect(pushes(device)).toBe(1));
    const second = sendDue(device.deps);
    await queueNote(device, 2);
    // another device's whole round: time enough for the second to push, if it did not wait for the first
    const other = await aMemberDevice();
    await queueNote(other, 1);
    valueOf(await sendDue(other.deps));
    release();
    await Promise.all([first, second]);
    expect(device.server.pushed).toEqual([idOf(1), idOf(2)]);
    expect(await states(device)).toEqual(['sent', 'sent']);
  });

  it('after a lost answer sends again, and the server executes it once', async () => {
    await queueNote(device, 1);
    device.server.onAnswer = lost;
    valueOf(await sendDue(device.deps));
    expect(await states(device)).toEqual(['waiting']);
    device.server.onAnswer = (_, answer) => answer;
    valueOf(await sendDue(device.deps, { force: true }));
    expect(texts(device)).toEqual(['note 1']);
    expect(await states(device)).toEqual(['sent']);
  });

  it('killed between the answer and storing it sends again, and the server executes it once', async () => {
    await queueNote(device, 1);
    const dying = () => {
      throw new Error('killed');
    };
    device.deps.database.outbox.hook('updating', dying);
    expect(codeOf(await sendDue(device.deps))).toBe('database-failed');
    device.deps.database.outbox.hook('updating').unsubscribe(dying);
    expect(await states(device)).toEqual(['waiting']);
    valueOf(await sendDue(device.deps));
    expect(texts(device)).toEqual(['note 1']);
    expect(pushes(device)).toBe(2);
    expect(await states(device)).toEqual(['sent']);
  });
});

describe('a server that fails', () => {
  it.each([
    ['is down', lost, 'server-unreachable'],
    ['breaks', () => new Response('oops', { status: 500 }), 'server-error'],
    ['is a sign-in page', () => new Response('<html>'), 'server-not-whence'],
    ['answers half', () => new Response('{"results":['), 'server-not-whence'],
    ['answers nothing of what was sent', () => Response.json({ results: [] }), 'server-not-whence'],
    ['is busy', () => new Response('', { status: 429 }), 'server-busy'],
  ])('because it %s keeps everything waiting, with the reason and the next time', async (_, respond, code) => {
    for (const n of [1, 2]) await queueNote(device, n);
    device.server.onRequest = respond;
    expect(valueOf(await sendDue(device.deps))).toEqual({ nextAttemptAt: device.clock.now + BACK_OFF.first });
    expect((await device.deps.database.outbox.toArray()).map(({ state, attempts, failure }) => [state, attempts, failure?.code])).toEqual([
      ['waiting', 1, code],
      ['waiting', 1, code],
    ]);
  });

  it('is asked again after 1, 2, 4 … seconds, at most every five minutes, and not before', async () => {
    await queueNote(device, 1);
    device.server.onRequest = lost;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const { nextAttemptAt = 0 } = valueOf(await sendDue(device.deps));
      const asked = pushes(device);
      waits.push((nextAttemptAt - device.clock.now) / 1_000);
      device.clock.now = nextAttemptAt - 1;
      valueOf(await sendDue(device.deps));
      expect(pushes(device)).toBe(asked);
      device.clock.now = nextAttemptAt;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  it('and says when to come back is left alone until then', async () => {
    await queueNote(device, 1);
    device.server.onRequest = () => new Response('', { status: 503, headers: { 'retry-after': '40' } });
    expect(valueOf(await sendDue(device.deps)).nextAttemptAt).toBe(device.clock.now + 40_000);
    device.clock.now += 40_000;
    device.server.onRequest = () => new Response('', { status: 503, headers: { 'retry-after': '999999' } });
    expect(valueOf(await sendDue(device.deps)).nextAttemptAt).toBe(device.clock.now + BACK_OFF.longest);
  });

  it('does not make another community wait', async () => {
    const deps = {
      ...device.deps,
      fetch: ((input, init) => (String(input).includes('other.example') ? lost() : device.server.fetch(input, init))) as typeof fetch,
    };
    const membership = await device.deps.database.memberships.get(COMMUNITY);
    if (membership) await device.deps.database.memberships.add({ ...membership, id: idOf(0xc9), server: 'https://other.example' });
    await queueNote(device, 1);
    valueOf(await queueMutation(deps.database, { communityId: idOf(0xc9), mutation: aMutation(2) }, 1));
    valueOf(await sendDue(deps));
    expect(await states(device)).toEqual(['sent', 'waiting']);
  });
});

describe('a refusal', () => {
  it('of one item in the middle is told and does not hold up the others', async () => {
    for (const n of [1, 2, 3]) await queueNote(device, n);
    device.server.refuses.add(idOf(2));
    expect(valueOf(await sendDue(device.deps))).toEqual({});
    expect(texts(device)).toEqual(['note 1', 'note 3']);
    expect(await device.deps.database.outbox.toArray()).toMatchObject([
      { id: idOf(1), state: 'sent' },
      { id: idOf(2), state: 'refused', failure: { code: 'refused', detail: { sentence: 'Not in this house.' } } },
      { id: idOf(3), state: 'sent' },
    ]);
  });

  it('of a whole push because of one item refuses that item only', async () => {
    for (const n of [1, 2, 3]) await queueNote(device, n, n === 2 ? 'bad' : undefined);
    const { fetch } = device.server;
    const deps = {
      ...device.deps,
      fetch: (async (input, init) =>
        String(init?.body ?? '').includes('"bad"')
          ? Response.json({ error: { code: 'bad-message', sentence: 'No.', next: '' } }, { status: 422 })
          : fetch(input, init)) as typeof globalThis.fetch,
    };
    expect(valueOf(await sendDue(deps))).toEqual({});
    expect(texts(device)).toEqual(['note 1', 'note 3']);
    expect(await states(device)).toEqual(['sent', 'refused', 'sent']);
  });

  it('of the device ends the membership, in words, and nothing more is sent', async () => {
    for (const n of [1, 2]) await queueNote(device, n);
    device.server.members.clear();
    expect(valueOf(await sendDue(device.deps))).toEqual({});
    expect((await device.deps.database.outbox.toArray()).map(({ state, failure }) => [state, failure?.code])).toEqual([
      ['refused', 'not-a-member'],
      ['refused', 'not-a-member'],
    ]);
    expect((await device.deps.database.memberships.get(COMMUNITY))?.revoked).toBe(true);
    const asked = pushes(device);
    valueOf(await sendDue(device.deps, { force: true }));
    expect(pushes(device)).toBe(asked);
  });
});

it('whatever is queued, lost, refused or restarted in between, each mutation is executed once and in order', async () => {
  const step = fc.constantFrom('queue', 'send', 'send twice', 'lose the request', 'lose the answer', 'die before storing', 'wait');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const tried = await aDevice();
      valueOf(await joinCommunity(tried.deps, LINK, 'Robin'));
      const { database } = tried.deps;
      const dying = () => {
        throw new Error('killed');
      };
      let queued = 0;
      for (const next of steps) {
        tried.server.onRequest = next === 'lose the request' ? lost : () => undefined;
        tried.server.onAnswer = next === 'lose the answer' ? lost : (_, answer) => answer;
        if (next === 'queue') await queueNote(tried, ++queued);
        else if (next === 'wait') tried.clock.now += 1_500;
        else if (next === 'send twice') await Promise.all([sendDue(tried.deps), sendDue(tried.deps, { force: true })]);
        else if (next === 'die before storing') {
          database.outbox.hook('updating', dying);
          await sendDue(tried.deps);
          database.outbox.hook('updating').unsubscribe(dying);
        } else await sendDue(tried.deps);
      }
      tried.server.onRequest = () => undefined;
      tried.server.onAnswer = (_, answer) => answer;
      valueOf(await sendDue(tried.deps, { force: true }));
      expect(texts(tried)).toEqual(Array.from({ length: queued }, (_, index) => `note ${index + 1}`));
      expect((await database.outbox.toArray()).filter(({ state }) => state !== 'sent')).toEqual([]);
      database.close();
    }),
    { numRuns: 60 },
  );
});
