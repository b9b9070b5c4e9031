import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What a server, or what stands before it, can do to a request.
 * - `down`: nobody listens
 * - `slow`: forwarded, but only after five seconds or when the fault is taken away
 * - `server-error`: a 500 whose body is not ours
 * - `html`: a 200 with a web page, as a captive portal answers
 * - `half-json`: forwarded; the answer breaks off in the middle
 * - `lose-answer`: forwarded and done; the connection breaks before the answer
 */
export type Fault = 'none' | 'down' | 'slow' | 'server-error' | 'html' | 'half-json' | 'lose-answer';

export interface FaultyServer {
  readonly address: string;
  /** Every request so far, as `POST /communities/…/push`. */
  readonly requests: readonly string[];
  /** From now on. `only`: requests that match; `times`: that many of them, then none. */
  readonly set: (fault: Fault, options?: { readonly only?: RegExp; readonly times?: number }) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Stand between a client and the server at `target` (an origin), and misbehave when told to. */
export async function faultyServer(target: string): Promise<FaultyServer> {
  const requests: string[] = [];
  let fault: Fault = 'none';
  let only: RegExp | undefined;
  let left = Infinity;
  const released = new Set<() => void>();
  const release = (): void => {
    for (const go of released) go();
    released.clear();
  };

  const proxy = createServer((incoming, outgoing) => {
    const line = `${incoming.method} ${incoming.url}`;
    requests.push(line);
    const now = fault !== 'none' && left > 0 && (only?.test(line) ?? true) ? fault : 'none';
    if (now !== 'none') left -= 1;
    if (now === 'server-error') return void outgoing.writeHead(500, { 'content-type': 'text/plain' }).end('upstream failed');
    if (now === 'html')
      return void outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in to this network</title>');
    const forward = (): void => pass(target, incoming, outgoing, now);
    if (now !== 'slow') return forward();
    const timer = setTimeout(forward, 5_000);
    released.add(() => {
      clearTimeout(timer);
      forward();
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo; // listens on a port, not on a pipe
  const stopListening = async (): Promise<void> => {
    if (!proxy.listening) return;
    const closed = once(proxy, 'close');
    proxy.close();
    proxy.closeAllConnections();
    await closed;
  };

  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    set: async (next, options = {}) => {
      fault = next;
      only = options.only;
      left = options.times ?? Infinity;
      release();
      if (next === 'down') return stopListening();
      if (!proxy.listening) {
        proxy.listen(port, '127.0.0.1');
        await once(proxy, 'listening');
      }
    },
    close: () => {
      release();
      return stopListening();
    },
  };
}

function pass(target: string, incoming: IncomingMessage, outgoing: ServerResponse, fault: Fault): void {
  const upstream = request(new URL(incoming.url ?? '/', target), { method: incoming.method ?? 'GET', headers: incoming.headers });
  upstream.on('error', () => outgoing.destroy());
  outgoing.on('close', () => upstream.destroy());
  upstream.on('response', (answer) => {
    if (fault === 'none' || fault === 'slow') {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    const spoil = (body: Buffer): void => {
      if (fault === 'lose-answer') return void outgoing.destroy();
      outgoing
        .writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
        .end(body.subarray(0, body.length / 2));
    };
    // The client may be killed, or the server, while the answer is being gathered.
    whole(answer).then(spoil, () => outgoing.destroy());
  });
  incoming.pipe(upstream);
}

async function whole(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer); // no encoding was set, so buffers come
  return Buffer.concat(chunks);
}
