import * as v from 'valibot';
import { browser, type Browser } from 'wxt/browser';
import { fail, type Result } from '../domain/failure.ts';
import { PDF_VIEW, shownAddress } from '../domain/pdfView.ts';
import type { Call, OutputOf, ParsedInputOf, Sender } from './call.ts';

type Protocol = Readonly<Record<string, Call>>;
type MessageSender = Browser.runtime.MessageSender;

/** Where a call came from, for handlers that answer differently per tab. */
export interface Origin {
  readonly tabId: number | undefined;
  /** The address of the document that sent it, as the browser states it; from our PDF view, that of the PDF. */
  readonly address: string | undefined;
  /** It comes from a page of the extension. */
  readonly isOwnPage?: boolean;
}

export type Handlers<M extends Protocol> = {
  readonly [N in keyof M]: (input: ParsedInputOf<M[N]>, origin: Origin) => Promise<Result<OutputOf<M[N]>>>;
};

/** Whether the browser vouches that a message's sender is who the call is meant for. */
export function isAllowed(from: Sender, sender: MessageSender, ownOrigin: string, extensionId: string): boolean {
  if (sender.id !== extensionId) return false;
  const isExtensionPage = (sender.url ?? '').startsWith(ownOrigin);
  if (from === 'page') return sender.tab !== undefined && (sender.frameId ?? 0) === 0;
  if (from === 'surface') return isExtensionPage;
  // a frame inside a web page has a frame id; the background itself has neither tab nor frame
  return isExtensionPage && (sender.frameId ?? 0) === 0;
}

/** Answer the calls of a map. Registered synchronously, since a woken worker gets its message at once. */
export function answer<M extends Protocol>(map: M, handlers: Handlers<M>): () => void {
  const ownOrigin = browser.runtime.getURL('/');
  const pdfView = browser.runtime.getURL(PDF_VIEW);
  const listener = (message: unknown, sender: MessageSender, respond: (answer: unknown) => void): true | undefined => {
    const name = (message as { whence?: unknown } | null)?.whence;
    if (typeof name !== 'string' || !Object.hasOwn(map, name)) return undefined;
    void handle(name, message, sender).then(respond);
    return true;
  };
  const handle = async (name: string, message: unknown, sender: MessageSender): Promise<Result<unknown>> => {
    const call = map[name];
    const handler = handlers[name];
    if (!call || !handler || !isAllowed(call.from, sender, ownOrigin, browser.runtime.id)) return fail('not-allowed');
    const input = v.safeParse(call.input, (message as { input?: unknown }).input ?? undefined);
    if (!input.success) return fail('bad-message', { call: name, problem: input.issues[0].message });
    try {
      const { tab, url } = sender;
      return await handler(input.output, {
        tabId: tab?.id,
        address: url === undefined ? undefined : shownAddress(url, pdfView),
        isOwnPage: url?.startsWith(ownOrigin) ?? false,
      });
    } catch (error) {
      console.error(`Whence: ${name} failed`, error);
      return fail('database-failed', { problem: error instanceof Error ? error.message : String(error) });
    }
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}
