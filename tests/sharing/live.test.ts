import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followLive, type LiveState } from '../../sharing/live.ts';
import { COMMUNITY, idOf } from '../storage/samples.ts';
import { SERVER } from './fakeServer.ts';

const poke = (seq: number, community = COMMUNITY) => `event: poke\ndata: ${JSON.stringify({ community, seq })}\n\n`;

/** A line to the device that the test holds the other end of. */
function aLine() {
  const encoder = new TextEncoder();
  let end: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (end = controller), cancel: () => void (isCancelled = true) });
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }),
    send: (text: string) => end?.enqueue(encoder.encode(text)),
    close: () => end?.close(),
    break: () => end?.error(new TypeError('network')),
    isCancelled: () => isCancelled,
  };
}

let stop: AbortController;
let pokes: number[];
let states: LiveState[];
let answers: (() => Response)[];
let requests: { readonly address: string; readonly init: RequestInit | undefined }[];

const follow = () =>
  followLive({
    fetch: async (address, init) => {
      requests.push({ address: String(address), init });
      const answer = answers.shift();
      if (!answer) throw new TypeError('Failed to fetch');
      return answer();
    },
    server: SERVER,
    token: 'token',
    communityId: COMMUNITY,
    signal: stop.signal,
    now: () => Date.now(),
    random: () => 0,
    onPoke: (seq) => pokes.push(seq),
    onState: (state) => states.push(state),
  });

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  [pokes, states, answers, requests] = [[], [], [], []];
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('following a community', () => {
  it('hears its pokes, and of no other', async () => {
    const line = aLine();
    answers.push(() => line.response);
    void follow();
    line.send(`: hello\n\n${poke(7)}`);
    line.send(poke(8, idOf(9)) + 'event: poke\ndata: {"seq":"many"}\n\nevent: other\ndata: {}\n\n');
    line.send(poke(9));
    await vi.waitFor(() => expect(pokes).toEqual([7, 9]));
    expect(states).toEqual(['connecting', 'live']);
    expect(new Headers(requests[0]?.init?.headers).get('authorization')).toBe('Bearer token');
    expect(requests[0]?.address).not.toContain('token');
  });

  it('connects again after a line that ended, broke or never opened, waiting longer each time', async () => {
    const [ended, broken] = [aLine(), aLine()];
    answers.push(
      () => ended.response,
      () => broken.response,
      () => new Response('', { status: 502 }),
    );
    void follow();
    ended.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(states).toEqual(['connecting', 'live', 'waiting']);
    await vi.advanceTimersByTimeAsync(1_000);
    broken.break();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(requests).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(requests).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(4);
  });

  it('starts over with short waits after a line that held', async () => {
    answers.push(
      () => new Response('', { status: 502 }),
      () => new Response('', { status: 502 }),
    );
    void follow();
    const line = aLine();
    answers.push(() => line.response);
    await vi.advanceTimersByTimeAsync(1_000 + 2_000);
    await vi.advanceTimersByTimeAsync(30_000);
    line.close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requests).toHaveLength(4);
  });

  it('takes a line that says nothing for 45 seconds for a dead one', async () => {
    const line = aLine();
    answers.push(() => line.response);
    void follow();
    await vi.advanceTimersByTimeAsync(44_000);
    line.send(': ping\n\n');
    await vi.advanceTimersByTimeAsync(44_000);
    expect(line.isCancelled()).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(line.isCancelled()).toBe(true);
    await vi.waitFor(() => expect(states.at(-1)).toBe('waiting'));
  });

  it('ends with its signal, and lets go of the line', async () => {
    const line = aLine();
    answers.push(() => line.response);
    const following = follow();
    await vi.waitFor(() => expect(states).toContain('live'));
    stop.abort();
    await following;
    expect(line.isCancelled()).toBe(true);
    expect(requests).toHaveLength(1);
  });

  it('ends while it waits to connect again', async () => {
    const following = follow();
    await vi.waitFor(() => expect(states).toContain('waiting'));
    stop.abort();
    await following;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends when the server no longer accepts this device', async () => {
    answers.push(() => Response.json({ error: { code: 'not-a-member', sentence: '', next: '' } }, { status: 401 }));
    await follow();
    expect(states).toEqual(['connecting', 'refused']);
  });

  it.each([
    ['a sign-in page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ["somebody else's 401", () => new Response('no', { status: 401 })],
  ])('does not give up at %s', async (_, answer) => {
    answers.push(answer);
    void follow();
    await vi.waitFor(() => expect(states).toEqual(['connecting', 'waiting']));
  });
});
