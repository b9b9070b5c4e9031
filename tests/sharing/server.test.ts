import { describe, expect, it } from 'vitest';
import { communityServer } from '../../sharing/server.ts';
import { codeOf, COMMUNITY, idOf } from '../storage/samples.ts';
import { SECRET, SERVER } from './fakeServer.ts';

const html = '<!doctype html><title>Hotel Wi-Fi</title>';
const asJson = { 'content-type': 'application/json' };
const look = { community: { id: COMMUNITY, name: 'Guild', purpose: '', createdAt: 1 }, members: 2, role: 'member', invitedBy: 'Ada' };
const answering = (respond: () => Response | Promise<Response>) =>
  communityServer({ fetch: async () => respond(), server: SERVER, token: 't', patience: 25 });
const told = (code: string) => ({ error: { code, sentence: 'S'.repeat(1_000), next: 'N' } });

/** An answer that goes on until nobody reads it any more. */
const endless = (pieceSize: number, onCancel: () => void) =>
  new Response(
    new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(pieceSize).fill(0x20)),
      cancel: onCancel,
    }),
    { headers: asJson },
  );

describe('an answer', () => {
  it.each([
    ['is a network failure', () => Promise.reject(new TypeError('Failed to fetch')), 'server-unreachable'],
    ['is a 500', () => Response.json(told('refused'), { status: 500 }), 'server-error'],
    ["is a proxy's 502 page", () => new Response(html, { status: 502 }), 'server-error'],
    ['is a 429', () => new Response('', { status: 429 }), 'server-busy'],
    ['is a 503', () => new Response(html, { status: 503 }), 'server-busy'],
    ['is a page, with status 200', () => new Response(html), 'server-not-whence'],
    ['is a page, with status 404', () => new Response(html, { status: 404 }), 'server-not-whence'],
    ['is half a JSON', () => new Response(JSON.stringify(look).slice(0, 40)), 'server-not-whence'],
    ["is another service's JSON", () => Response.json({ hello: 'world' }), 'server-not-whence'],
    ["is another service's error", () => Response.json({ message: 'no' }, { status: 404 }), 'server-not-whence'],
    ['is empty', () => new Response(null, { status: 204 }), 'server-not-whence'],
    [
      'sends one elsewhere',
      () => new Response(null, { status: 307, headers: { location: 'https://elsewhere.example/' } }),
      'server-not-whence',
    ],
    ['refuses with a code of ours', () => Response.json(told('invite-expired'), { status: 410 }), 'invite-expired'],
    ['refuses with a code that we do not know', () => Response.json(told('full-moon'), { status: 403 }), 'refused'],
    ['claims that this device failed', () => Response.json(told('quota-exceeded'), { status: 403 }), 'refused'],
  ])('that %s is that failure', async (_, respond, code) => {
    expect(codeOf(await answering(respond).lookAtInvite(COMMUNITY, SECRET))).toBe(code);
  });

  it('tells the host, and no more than some words of the server', async () => {
    const refused = await answering(() => Response.json(told('refused'), { status: 403 })).lookAtInvite(COMMUNITY, SECRET);
    expect(refused).toMatchObject({ error: { detail: { host: 'whence.example', sentence: 'S'.repeat(300) } } });
  });

  it('tells how long a busy server wants to be left alone', async () => {
    const busy = await answering(() => new Response('', { status: 429, headers: { 'retry-after': '30' } })).health();
    expect(busy).toMatchObject({ error: { detail: { retryAfter: 30 } } });
  });

  it('that never comes is a slow server', async () => {
    const fetch = (_: unknown, init?: RequestInit): Promise<Response> =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    expect(codeOf(await communityServer({ fetch, server: SERVER, patience: 5 }).health())).toBe('server-slow');
  });

  it('whose body never ends is given up, by its time or its size', async () => {
    const silent = () =>
      new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{"servi')) }));
    expect(codeOf(await answering(silent).health())).toBe('server-slow');
    let isCancelled = false;
    const patient = communityServer({ fetch: async () => endless(512 * 1024, () => (isCancelled = true)), server: SERVER });
    expect(codeOf(await patient.health())).toBe('server-not-whence');
    expect(isCancelled).toBe(true);
  });

  it('with more than we asked for is read without it', async () => {
    const answer = await answering(() =>
      Response.json({ ...look, surprise: 1, community: { ...look.community, id: COMMUNITY.toUpperCase() } }),
    ).lookAtInvite(COMMUNITY, SECRET);
    expect(answer).toEqual({ ok: true, value: look });
  });
});

describe('a request', () => {
  const asked = async (ask: (server: ReturnType<typeof communityServer>) => Promise<unknown>) => {
    const seen: { address: string; init: RequestInit }[] = [];
    await ask(
      communityServer({
        server: `${SERVER}/base`,
        token: 'member-token',
        fetch: async (address, init = {}) => {
          seen.push({ address: String(address), init });
          return Response.json({});
        },
      }),
    );
    const [{ address, init } = { address: '', init: {} }] = seen;
    return { address, init, headers: new Headers(init.headers) };
  };

  it("carries nothing of the browser's own and follows no redirect", async () => {
    const { init } = await asked((server) => server.health());
    expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', redirect: 'manual' });
  });

  it('carries the token to the routes for members only', async () => {
    expect((await asked((server) => server.pull(COMMUNITY, undefined))).headers.get('authorization')).toBe('Bearer member-token');
    expect((await asked((server) => server.lookAtInvite(COMMUNITY, SECRET))).headers.has('authorization')).toBe(false);
    expect((await asked((server) => server.health())).headers.has('authorization')).toBe(false);
  });

  it('carries the creation key, not the token, to found a community', async () => {
    const community = { communityId: COMMUNITY, name: 'Guild', purpose: '', memberId: idOf(1), memberName: 'Me', token: SECRET };
    expect((await asked((server) => server.createCommunity('key', community))).headers.get('authorization')).toBe('Bearer key');
  });

  it('never has the secret of an invite in its address', async () => {
    const { address, init } = await asked((server) => server.lookAtInvite(COMMUNITY, SECRET));
    expect(address).toBe(`${SERVER}/base/communities/${COMMUNITY}/invites/look`);
    expect(init.body).toContain(SECRET);
  });

  it('carries an opaque cursor unharmed', async () => {
    const { address } = await asked((server) => server.pull(COMMUNITY, 'a+b/c=&d'));
    expect(new URL(address).searchParams.get('cursor')).toBe('a+b/c=&d');
  });
});
