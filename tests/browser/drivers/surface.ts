import { writeFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { devToolsKeyEvents } from './keys.ts';
import { until } from './waiting.ts';

/**
 * A document that Playwright doesn't list (the real popup, the side panel, a hidden page), over the
 * DevTools protocol itself. While it is attached, its service worker isn't stopped for being idle.
 */
export interface Surface {
  /** The value of an expression, or of a function called in the page; promises are waited for. The shape is the caller's word. */
  readonly evaluate: <T>(what: string | (() => T)) => Promise<Awaited<T>>;
  /** Wait until an expression is truthy, and give its value. */
  readonly waitFor: <T>(expression: string, ms?: number) => Promise<NonNullable<T>>;
  readonly call: <T>(method: string, params?: object) => Promise<T>;
  /** Wait for an event of the protocol that is as described. Ask before causing it. */
  readonly waitForEvent: <T>(method: string, isIt: (params: T) => boolean) => Promise<void>;
  /** Press at the middle of the element, as a mouse does. */
  readonly click: (selector: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** `Enter`, `Shift+Tab`, `Control+a`. */
  readonly press: (chord: string) => Promise<void>;
  /** Write a PNG. */
  readonly screenshot: (file: string) => Promise<void>;
  readonly setColorScheme: (scheme: 'light' | 'dark') => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

export async function attachSurface(browserSession: CDPSession, targetId: string): Promise<Surface> {
  const { sessionId } = await browserSession.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(event: Answer) => void>();
  let lastId = 0;
  const hear = (event: { sessionId: string; message: string }): void => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as Answer; // the protocol's own envelope
    if (answer.id === undefined) {
      for (const listen of listeners) listen(answer);
      return;
    }
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  };
  browserSession.on('Target.receivedMessageFromTarget', hear);
  const gone = ({ targetId: closed }: { targetId: string }): void => {
    if (closed !== targetId) return;
    for (const settle of waiting.values()) settle({ error: { message: 'the surface was closed' } });
    waiting.clear();
    browserSession.off('Target.receivedMessageFromTarget', hear);
    browserSession.off('Target.targetDestroyed', gone);
  };
  browserSession.on('Target.targetDestroyed', gone);
  await browserSession.send('Target.setDiscoverTargets', { discover: true });

  const call = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      // the shape of a protocol method's result is the caller's word
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as T)));
      browserSession.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
    });
  const evaluate = async <T>(what: string | (() => T)): Promise<Awaited<T>> => {
    const expression = typeof what === 'string' ? what : `(${what.toString()})()`;
    const { result, exceptionDetails } = await call<Evaluated>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Awaited<T>; // the caller's word
  };
  const press = async (chord: string): Promise<void> => {
    for (const event of devToolsKeyEvents(chord)) await call('Input.dispatchKeyEvent', event);
  };
  return {
    call,
    evaluate,
    press,
    waitForEvent: <T>(method: string, isIt: (params: T) => boolean) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const listen = (event: Answer): void => {
        // the shape of an event is the caller's word
        if (event.method !== method || !isIt(event.params as T)) return;
        listeners.delete(listen);
        resolve();
      };
      listeners.add(listen);
      return promise;
    },
    waitFor: (expression, ms) => until(expression, () => evaluate(expression), ms),
    click: async (selector) => {
      const point = await evaluate<{ x: number; y: number }>(
        `(() => { const element = document.querySelector(${JSON.stringify(selector)}); element.scrollIntoView({ block: 'nearest' }); const { x, y, width, height } = element.getBoundingClientRect(); return { x: x + width / 2, y: y + height / 2 }; })()`,
      );
      for (const type of ['mousePressed', 'mouseReleased'])
        await call('Input.dispatchMouseEvent', { type, ...point, button: 'left', clickCount: 1 });
    },
    type: async (text) => {
      for (const character of text) await press(character === '\n' ? 'Enter' : character);
    },
    screenshot: async (file) => writeFileSync(file, Buffer.from((await call<{ data: string }>('Page.captureScreenshot')).data, 'base64')),
    setColorScheme: async (value) =>
      void (await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })),
    close: async () => void (await browserSession.send('Target.closeTarget', { targetId })),
  };
}
