/** What we read of a WebDriver BiDi message (https://w3c.github.io/webdriver-bidi/#protocol). */
interface Message {
  readonly type: 'success' | 'error' | 'event';
  readonly id?: number | null;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** A document, or a frame in one, as `browsingContext.getTree` tells it. */
export interface BrowsingContext {
  readonly context: string;
  readonly url: string;
  readonly children: readonly BrowsingContext[] | null;
}

export interface Bidi {
  /** Run a command. The shape of its result is the caller's word. Throws the browser's own error. */
  readonly send: <T>(method: string, params?: object) => Promise<T>;
  /** The value of an expression in a browsing context; promises are waited for, and the value goes through JSON. */
  readonly evaluate: <T>(context: string, expression: string) => Promise<T>;
  readonly close: () => void;
}

/** Speak WebDriver BiDi to a browser, straight from Node: Debian's Firefox comes without a driver program. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`no answer at ${address}`)), { once: true });
  });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message; // the protocol's own envelope
    const asked = typeof message.id === 'number' ? waiting.get(message.id) : undefined;
    if (!asked || typeof message.id !== 'number') return;
    waiting.delete(message.id);
    if (message.type === 'error') asked.reject(new Error(`${message.error}: ${message.message}`));
    else asked.resolve(message.result);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser closed'));
    waiting.clear();
  });

  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve: (result) => resolve(result as T), reject }); // the caller's word
      socket.send(JSON.stringify({ id, method, params }));
    });
  const evaluate = async <T>(context: string, expression: string): Promise<T> => {
    const answer = await send<{ type: string; result?: { value?: string }; exceptionDetails?: { text: string } }>('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'an exception without words');
    const value = answer.result?.value;
    return (value === undefined ? undefined : JSON.parse(value)) as T; // the caller's word
  };
  await send('session.new', { capabilities: {} });
  return { send, evaluate, close: () => socket.close() };
}
