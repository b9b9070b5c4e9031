import type { Result } from '../domain/failure.ts';
import { ok } from '../domain/failure.ts';
import { page as words } from '../locales/en/page.ts';
import type { PageCalls } from '../messaging/pageProtocol.ts';
import type { CallName, Input, Output } from '../messaging/protocol.ts';
import type { Handlers } from '../messaging/receive.ts';
import { watchAddress } from './addressWatch.ts';
import { createClipButton } from './clipButton.ts';
import { createComposerFrame } from './composerFrame.ts';
import { createMarks } from './marks.ts';
import { createNotices } from './notice.ts';
import { readCapture } from './readCapture.ts';
import { watchSelection } from './selectionWatch.ts';

export interface PageSide {
  readonly view: Window;
  /** messaging/send.ts */
  readonly ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** Answer the background's calls; answers how to stop. */
  readonly answer: (handlers: Handlers<PageCalls>) => () => void;
  /** The address of the composer with a draft. */
  readonly composerAddress: (draftId: string) => string;
  /** Whether the extension that this script belongs to is still there: an update leaves old scripts behind. */
  readonly isAlive: () => boolean;
  /** Ends everything, and leaves the page as it was. */
  readonly signal: AbortSignal;
}

/** Run Whence in a page, until the signal. */
export function startPageSide({ view, ask, answer, composerAddress, isAlive, signal }: PageSide): void {
  const { document } = view;
  const say = createNotices(document, signal);
  const composer = createComposerFrame(document);
  const marks = createMarks(document, signal, () => say(words.passageMissing));
  let clippedText: string | undefined;
  let isButtonShown = false;

  const clip = async (fallbackQuote?: string): Promise<Result<'opened' | 'closed-page'>> => {
    if (!isClippable(document)) return ok('closed-page');
    button.hide();
    const capture = readCapture(view, fallbackQuote);
    if (composer.isOpen && (capture.quote ?? '') === clippedText) {
      composer.focus();
      return ok('opened');
    }
    const begun = await ask('beginClip', capture);
    if (!begun.ok) {
      say(words.noAnswer);
      return begun;
    }
    clippedText = capture.quote ?? '';
    composer.open(composerAddress(begun.value.id));
    return ok('opened');
  };

  const button = createClipButton(document, {
    onClip: () => void clip(),
    onOff: () => {
      isButtonShown = false;
      void ask('buttonOff', { everywhere: false });
    },
  });

  let opening = 0;
  const open = async (): Promise<void> => {
    const mine = ++opening;
    const opened = await ask('pageOpened', { address: view.location.href });
    // the page has gone elsewhere meanwhile
    if (mine !== opening || signal.aborted || !opened.ok) return;
    isButtonShown = opened.value.button;
    marks.set(opened.value.marks, opened.value.reveal);
  };

  const stopAnswering = answer({
    startClip: ({ fallbackQuote }) => clip(fallbackQuote),
    async hideComposer() {
      composer.close();
      return ok(undefined);
    },
    async resizeComposer({ height, isToast }) {
      composer.resize(height, isToast);
      return ok(undefined);
    },
    async setMarks({ marks: next, reveal }) {
      marks.set(next, reveal);
      return ok(undefined);
    },
    async setButton({ shown }) {
      isButtonShown = shown;
      if (!shown) button.hide();
      return ok(undefined);
    },
  });
  signal.addEventListener('abort', () => {
    stopAnswering();
    button.hide();
    composer.close();
  });

  watchAddress(view, signal, () => void open());
  watchSelection(view, signal, (range) => {
    if (range && isButtonShown && !composer.isOpen && isAlive()) button.showAt(range);
    else button.hide();
  });
  // a page that the browser loads on suspicion has not been opened by anybody yet
  if ('prerendering' in document && document.prerendering === true) document.addEventListener('prerenderingchange', () => void open(), { once: true, signal });
  else void open();
}

/** A PDF's viewer and documents that are not HTML have no place for the composer. */
const isClippable = (document: Document): boolean => document.contentType !== 'application/pdf' && document.documentElement instanceof HTMLElement;
