import * as v from 'valibot';
import { fail, ok, type FailureCode, type Result } from '../domain/failure.ts';
import { ServerError } from '../domain/wire.ts';

/** Milliseconds that a server has for its whole answer. */
const PATIENCE = 15_000;
/** Bytes of an answer that are read at most: a pull of long posts stays far below. */
const LONGEST_ANSWER = 8 * 1024 * 1024;
/** Characters of a server's own sentence that are shown. */
const LONGEST_SENTENCE = 300;

/** What a server may say of itself; it can't claim that something on this device failed. */
const SERVER_CODES: readonly FailureCode[] = [
  'bad-message',
  'not-found',
  'name-missing',
  'invite-not-a-link',
  'invite-wrong',
  'invite-used-up',
  'invite-expired',
  'not-a-member',
  'role-too-low',
  'post-gone',
  'already-joined',
  'refused',
  'mutation-conflict',
  'creation-key-wrong',
];

/** Where requests go, and what sends them. */
export interface Connection {
  readonly fetch: typeof fetch;
  /** The server's base address without a closing slash. */
  readonly server: string;
  /** Milliseconds for a whole answer; 15 s unless told. */
  readonly patience?: number;
}

interface Request<S extends v.GenericSchema> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** From the base address, with its leading slash. */
  readonly path: string;
  readonly bearer?: string | undefined;
  readonly body?: unknown;
  readonly answer: S;
}

export const hostOf = (server: string): string => URL.parse(server)?.host ?? server;

/** What every request of ours has in common: nothing of the browser's own goes along, nothing is kept. */
export const REQUEST_INIT = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  // a redirect would carry the token and what a person wrote to a host that they never chose
  redirect: 'manual',
} as const satisfies RequestInit;

/** Ask a server and parse what it answers. Every way in which that can fail is a code, with the host in its detail. */
export async function request<S extends v.GenericSchema>(connection: Connection, asked: Request<S>): Promise<Result<v.InferOutput<S>>> {
  const { fetch, server, patience = PATIENCE } = connection;
  const host = hostOf(server);
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(server + asked.path, {
      ...REQUEST_INIT,
      method: asked.method,
      headers: {
        accept: 'application/json',
        ...(asked.body !== undefined && { 'content-type': 'application/json' }),
        ...(asked.bearer !== undefined && { authorization: `Bearer ${asked.bearer}` }),
      },
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
      signal,
    });
    const text = await readCapped(response, signal);
    return text === undefined ? fail('server-not-whence', { host }) : judge(response, text, asked.answer, host);
  } catch {
    // a fetch that fails tells nothing of why, by design of the web; only our own time limit can be told apart
    return fail(signal.aborted ? 'server-slow' : 'server-unreachable', { host });
  }
}

/** An answer's text, or `undefined` when it is longer than any answer of ours. */
export async function readCapped(response: Response, signal: AbortSignal): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  // a body that was made without the signal would not end with it
  const stop = (): void => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      length += chunk.value.byteLength;
      if (length > LONGEST_ANSWER) return undefined;
      text += decoder.decode(chunk.value, { stream: true });
    }
    signal.throwIfAborted();
    return text + decoder.decode();
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function judge<S extends v.GenericSchema>(response: Response, text: string, schema: S, host: string): Result<v.InferOutput<S>> {
  const { status } = response;
  if (status === 429 || status === 503) {
    const retryAfter = Number(response.headers.get('retry-after'));
    return fail('server-busy', { host, ...(retryAfter > 0 && { retryAfter }) });
  }
  if (status >= 500) return fail('server-error', { host, status });
  const json = parseJson(text);
  if (response.ok) {
    const answer = v.safeParse(schema, json);
    return answer.success ? ok(answer.output) : fail('server-not-whence', { host });
  }
  const told = v.safeParse(ServerError, json);
  if (!told.success) return fail('server-not-whence', { host });
  const { code, sentence } = told.output.error;
  return fail(SERVER_CODES.find((known) => known === code) ?? 'refused', { host, sentence: sentence.slice(0, LONGEST_SENTENCE) });
}

/** The parsed text, or `undefined` for what is no JSON; an empty answer (204) is one of them. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
