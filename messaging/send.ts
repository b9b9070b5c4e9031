import { browser } from 'wxt/browser';
import { fail, type Result } from '../domain/failure.ts';
import type { InputOf, OutputOf } from './call.ts';
import type { PageCallName, PageCalls } from './pageProtocol.ts';
import type { CallName, Input, Output } from './protocol.ts';

/** The envelope of every message of ours. */
export interface Envelope {
  readonly whence: string;
  readonly input?: unknown;
}

const isAnswer = (answer: unknown): answer is Result<never> => typeof answer === 'object' && answer !== null && 'ok' in answer;

/** Asked again, these would open a second window or tab. */
const ASKED_ONCE: readonly CallName[] = [
  'reviewShare',
  'composeInWindow',
  'clipActiveTab',
  'openAtPassage',
  'openRelated',
  'separatePassage',
  'showInLibrary',
  'continueInWindow',
];

async function exchange(send: () => Promise<unknown>, attempts: number): Promise<Result<never>> {
  // A worker that dies under a call closes its port, and starts again for the next one. Every call
  // that writes carries its own id, so that asking again is safe.
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await send();
      if (isAnswer(answer)) return answer;
    } catch {
      // "Receiving end does not exist", "message port closed": the same as no answer
    }
    if (attempt >= attempts) return fail('background-gone');
  }
}

/** Ask the background. Never throws: what went wrong is in the answer. */
export const ask = <N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> =>
  exchange(() => browser.runtime.sendMessage({ whence: name, input } satisfies Envelope), ASKED_ONCE.includes(name) ? 1 : 3);

/** A page in an alert, at a breakpoint or frozen answers nothing. Milliseconds. */
const PAGE_PATIENCE = 3_000;

/** Ask the script in a tab's top frame. A tab without our script answers `page-did-not-answer`. */
export async function askPage<N extends PageCallName>(
  tabId: number,
  name: N,
  input: InputOf<PageCalls[N]>,
): Promise<Result<OutputOf<PageCalls[N]>>> {
  try {
    const answer: unknown = await Promise.race([
      browser.tabs.sendMessage(tabId, { whence: name, input } satisfies Envelope, { frameId: 0 }),
      new Promise((resolve) => setTimeout(resolve, PAGE_PATIENCE)),
    ]);
    if (isAnswer(answer)) return answer;
  } catch {
    // no script of ours is there
  }
  return fail('page-did-not-answer');
}
