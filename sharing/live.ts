import * as v from 'valibot';
import type { Id } from '../domain/id.ts';
import { backOff } from '../domain/outbox.ts';
import { Poke, ServerError } from '../domain/wire.ts';
import { eventParser } from './events.ts';
import { parseJson, readCapped, REQUEST_INIT } from './request.ts';

/** A server sends something every 15 s; after this silence the line is dead, whatever the socket says. Milliseconds. */
const LONGEST_SILENCE = 45_000;
/** A line that held this long was a good one: the next failure counts as the first. Milliseconds. */
const GOOD_LINE = 20_000;

/** `refused`: the server no longer accepts this device, and is not asked again. */
export type LiveState = 'connecting' | 'live' | 'waiting' | 'refused';

interface LiveOptions {
  readonly fetch: typeof fetch;
  readonly server: string;
  readonly token: string;
  readonly communityId: Id;
  /** Ends everything. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly random: () => number;
  /** Something happened in the community; its newest sequence number. Time to pull. */
  readonly onPoke: (seq: number) => void;
  readonly onState: (state: LiveState) => void;
}

/**
 * Hear of changes as they happen, over and over again until `signal` ends it or the server refuses.
 * By fetch, since EventSource can't send a token.
 */
export async function followLive(options: LiveOptions): Promise<void> {
  const { signal, now, random, onState } = options;
  for (let attempts = 1; !signal.aborted; attempts++) {
    onState('connecting');
    const startedAt = now();
    const isRefused = await listen(options);
    if (signal.aborted) return;
    if (isRefused) return onState('refused');
    if (now() - startedAt >= GOOD_LINE) attempts = 1;
    onState('waiting');
    await pause(backOff(attempts, random()), signal);
  }
}

/** One connection, until it ends in any way. Answers whether the server refused. */
async function listen({ fetch, server, token, communityId, signal, onPoke, onState }: LiveOptions): Promise<boolean> {
  const line = new AbortController();
  const either = AbortSignal.any([signal, line.signal]);
  let watchdog = setTimeout(() => line.abort(), LONGEST_SILENCE);
  try {
    const response = await fetch(`${server}/communities/${encodeURIComponent(communityId)}/live`, {
      ...REQUEST_INIT,
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      signal: either,
    });
    if (!response.ok) return await isRefusal(response, either);
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return false;
    onState('live');
    const read = eventParser(({ name, data }) => {
      const poke = name === 'poke' ? v.safeParse(v.pipe(v.string(), v.parseJson(), Poke), data) : undefined;
      if (poke?.success && poke.output.community === communityId) onPoke(poke.output.seq);
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    either.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
    for (let chunk = await reader.read(); !chunk.done && !either.aborted; chunk = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => line.abort(), LONGEST_SILENCE);
      read(chunk.value);
    }
  } catch {
    // a line that broke and one that could not be opened are the same: try again
  } finally {
    clearTimeout(watchdog);
    // the request may still be open when we stopped reading
    line.abort();
  }
  return false;
}

async function isRefusal(response: Response, signal: AbortSignal): Promise<boolean> {
  if (response.status !== 401 && response.status !== 403 && response.status !== 404) return false;
  const told = v.safeParse(ServerError, parseJson((await readCapped(response, signal)) ?? ''));
  return told.success && told.output.error.code === 'not-a-member';
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
