import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOORS } from '../../community/src/routes/index.ts';
import { newSecret } from '../../community/src/secrets.ts';
import { openApp, CREATION_KEY, type AppUnderTest } from './support/appUnderTest.ts';
import { engines } from './support/engines.ts';
import { ask, clip, found, joinAs, post, type Person } from './support/people.ts';

const errorCode = (body: unknown): string => (body as { error: { code: string } }).error.code; // every refusal has it

describe.each(engines)('the server on the %s engine', (engine) => {
  let server: AppUnderTest;
  let leader: Person;
  beforeAll(async () => {
    server = await openApp(engine);
    leader = await found(server.app.request, CREATION_KEY);
  });
  afterAll(() => server.stop());

  it('says what it is', async () => {
    const { status, body } = await ask(server.app.request, 'GET', '/health');
    expect(status).toBe(200);
    expect(body).toEqual({ service: 'whence-community', status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });

  it.each(DOORS.filter(({ access }) => access === 'member').map(({ method, path }) => [method.toUpperCase(), path] as const))(
    'keeps strangers out: %s %s',
    async (method, path) => {
      const at = path.replace(':community', leader.communityId);
      const elsewhere = await found(server.app.request, CREATION_KEY);
      for (const token of [undefined, newSecret(), elsewhere.token, CREATION_KEY, "' OR true --"]) {
        const answer = await ask(server.app.request, method, at, token, method === 'POST' ? '{' : undefined);
        expect(answer.status).toBe(401);
        expect(answer.body).toEqual({ error: { code: 'not-a-member', sentence: expect.any(String), next: expect.any(String) } });
      }
    },
  );

  it('answers every refusal as JSON, with a sentence and a next step', async () => {
    const nowhere = await ask(server.app.request, 'GET', '/nowhere');
    expect(nowhere.status).toBe(404);
    expect(nowhere.body).toEqual({ error: { code: 'not-found', sentence: expect.any(String), next: expect.any(String) } });
    expect((await ask(server.app.request, 'GET', '/communities/not-an-id/pull', leader.token)).status).toBe(404);
    expect((await ask(server.app.request, 'GET', `/communities/${randomUUID()}/pull`, leader.token)).status).toBe(401);
  });

  it('refuses half a JSON, the wrong shape and too much of it, each in its own way', async () => {
    const half = await leader.ask('POST', '/push', '{"clientId":"');
    expect([half.status, errorCode(half.body)]).toEqual([400, 'bad-message']);
    const odd = await leader.ask('POST', '/push', { clientId: leader.clientId, mutations: 'all' });
    expect([odd.status, errorCode(odd.body)]).toEqual([422, 'bad-message']);
    const huge = await leader.ask(
      'POST',
      '/push',
      JSON.stringify({ clientId: leader.clientId, mutations: [post(clip('x'.repeat(2_000_000)))] }),
    );
    expect([huge.status, errorCode(huge.body)]).toEqual([413, 'bad-message']);
  });

  it('takes an id in capitals for the same id', async () => {
    const { status } = await ask(server.app.request, 'GET', `/communities/${leader.communityId.toUpperCase()}/members`, leader.token);
    expect(status).toBe(200);
  });

  it('answers a failure of its own as JSON without telling what it was', async () => {
    await server.pool.query('ALTER FUNCTION pull RENAME TO pull_away');
    try {
      const { status, body } = await leader.ask('GET', '/pull');
      expect([status, errorCode(body)]).toEqual([500, 'server-error']);
      expect(JSON.stringify(body)).not.toContain('function');
    } finally {
      await server.pool.query('ALTER FUNCTION pull_away RENAME TO pull');
    }
  });

  it('logs no token, no secret and no word of a member', async () => {
    const secret = await leader.invite();
    await ask(server.app.request, 'POST', `/communities/${leader.communityId}/invites/look`, undefined, { secret });
    await joinAs(server.app.request, leader, 'member', 'Unlogged Name');
    await leader.push(post(clip('unlogged words')));
    await leader.pull();
    const log = server.log.join('\n');
    expect(log).toContain('/push');
    for (const unlogged of [secret, leader.token, CREATION_KEY, 'Unlogged Name', 'unlogged words']) expect(log).not.toContain(unlogged);
  });

  it('stores only hashes of tokens and secrets', async () => {
    const secret = await leader.invite();
    for (const table of ['members', 'invites']) {
      const { rows } = await server.pool.query(`SELECT t::text AS row FROM ${table} t`);
      const stored = JSON.stringify(rows);
      for (const unstored of [secret, leader.token]) {
        expect(stored).not.toContain(unstored);
        expect(stored).not.toContain(Buffer.from(unstored).toString('hex'));
      }
    }
  });

  it('lets a page of any origin ask, with a token but never with cookies', async () => {
    const preflight = await server.app.request('/communities', {
      method: 'OPTIONS',
      headers: {
        Origin: 'chrome-extension://abc',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Private-Network': 'true',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('DELETE');
    expect(preflight.headers.get('Access-Control-Allow-Private-Network')).toBe('true');
    for (const answer of [preflight, await server.app.request('/health'), await server.app.request('/nowhere')]) {
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(answer.headers.has('Access-Control-Allow-Credentials')).toBe(false);
    }
  });

  it('sends safe headers with everything', async () => {
    for (const path of ['/health', '/nowhere', `/join/${randomUUID()}`, `/communities/${leader.communityId}/pull`]) {
      const { headers } = await server.app.request(path);
      expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cache-Control')).toBe('no-store');
    }
  });
});

describe('the doors', () => {
  it('are all in the list', () => {
    const files = readdirSync(new URL('../../community/src/routes', import.meta.url)).filter((name) => name !== 'index.ts');
    expect(DOORS.length).toBe(files.length);
  });
  it('stand open only where one comes in', () => {
    const open = DOORS.filter(({ access }) => access === 'open').map(({ path }) => path);
    expect(open).toEqual(['/health', '/communities/:community/invites/look', '/communities/:community/join']);
  });
});
