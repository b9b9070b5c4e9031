import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { faultyServer, type FaultyServer } from './drivers/faultyServer.ts';

let server: Server;
let faulty: FaultyServer;
let done = 0;
let isHalted = false;

beforeAll(async () => {
  server = createServer((_request, response) => {
    done += 1;
    if (isHalted) return void response.write('{"answer":');
    response.end('{"answer":"whole"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  faulty = await faultyServer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(() => faulty.set('none'));
afterAll(async () => {
  await faulty.close();
  server.close();
});

const ask = (place = '/any') => fetch(faulty.address + place);

it('passes everything on when there is no fault', async () => {
  expect(await (await ask()).json()).toEqual({ answer: 'whole' });
});
it('is down, and up again at the same address', async () => {
  await faulty.set('down');
  await expect(ask()).rejects.toThrow('fetch failed');
  await faulty.set('none');
  expect((await ask()).ok).toBe(true);
});
it('does what was asked, and loses the answer', async () => {
  await faulty.set('lose-answer');
  const before = done;
  await expect(ask()).rejects.toThrow('fetch failed');
  expect(done).toBe(before + 1);
});
it('breaks an answer off', async () => {
  await faulty.set('half-json');
  expect(await (await ask()).text()).toBe('{"answer"');
});
it('outlives a client that goes while an answer is being gathered', async () => {
  isHalted = true;
  await faulty.set('lose-answer');
  const before = done;
  const left = new AbortController();
  const answer = fetch(`${faulty.address}/gone`, { signal: left.signal });
  await expect.poll(() => done).toBe(before + 1);
  left.abort();
  await expect(answer).rejects.toThrow('aborted');
  isHalted = false;
  await faulty.set('none');
  expect((await ask()).ok).toBe(true);
});
it('answers with an error, or with a page of somebody else', async () => {
  await faulty.set('server-error');
  expect((await ask()).status).toBe(500);
  await faulty.set('html');
  expect((await ask()).headers.get('content-type')).toBe('text/html');
});
it('holds a slow request until the fault is taken away', async () => {
  await faulty.set('slow');
  let isAnswered = false;
  const answer = ask('/slow').then((response) => {
    isAnswered = true;
    return response.ok;
  });
  await expect.poll(() => faulty.requests.at(-1)).toBe('GET /slow');
  expect(isAnswered).toBe(false);
  await faulty.set('none');
  expect(await answer).toBe(true);
});
it('keeps to the requests and to the number that were named', async () => {
  await faulty.set('server-error', { only: /push/, times: 1 });
  expect((await ask('/pull')).status).toBe(200);
  expect((await ask('/push')).status).toBe(500);
  expect((await ask('/push')).status).toBe(200);
});
