import { ok, type Result } from '../domain/failure.ts';
import { page as words } from '../locales/en/page.ts';
import type { Mark, PageCalls } from '../messaging/pageProtocol.ts';
import type { CallName, Input, Output } from '../messaging/protocol.ts';
import type { Handlers } from '../messaging/receive.ts';
import { watchAddress } from './addressWatch.ts';
import { createClipButton } from './clipButton.ts';
import type { ComposerFrame } from './composerFrame.ts';
import type { Marks } from './marks.ts';
import { createNotices } from './notice.ts';
import type { PageTools } from './pageTools.ts';
import { watchSelection } from './selectionWatch.ts';

export interface PageSide {
  readonly view: Window;
  /** messaging/send.ts */
  readonly ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** Answer the background's calls; answers how to stop. */
  readonly answer: (handlers: Handlers<PageCalls>) => () => void;
  /** What is needed only once there is something to mark or to clip. Asked again after a failure only. */
  readonly loadTools: () => Promise<Result<PageTools>>;
  /** The address of the composer with a draft. */
  readonly composerAddress: (draftId: string) => string;
  /** Whether the extension that this script belongs to is still there: an update leaves old scripts behind. */
  readonly isAlive: () => boolean;
  /** Ends everything, and leaves the page as it was. */
  readonly signal: AbortSignal;
}

interface Prepared {
  readonly composer: ComposerFrame;
  readonly marks: Marks;
  readonly readCapture: PageTools['readCapture'];
  readonly newId: PageTools['newId'];
}

/** How long the composer may take to come up in its frame, in milliseconds. */
const PATIENCE = 4_000;

/** Run Whence in a page, until the signal. */
export function startPageSide({ view, ask, answer, loadTools, composerAddress, isAlive, signal }: PageSide): void {
  const { document } = view;
  const say = createNotices(document, signal);
  let preparing: Promise<Result<Prepared>> | undefined;
  let prepared: Prepared | undefined;
  let isButtonShown = false;
  /** What the open composer is about: the page's address and the chosen text. */
  let openSubject: string | undefined;
  let isToast = false;
  let composerTimer: ReturnType<typeof setTimeout> | undefined;

  const prepare = (): Promise<Result<Prepared>> =>
    (preparing ??= loadTools().then((tools): Result<Prepared> => {
      if (!tools.ok) {
        preparing = undefined;
        return tools;
      }
      const { createComposerFrame, createMarks, readCapture, newId } = tools.value;
      prepared = {
        composer: createComposerFrame(document),
        marks: createMarks(document, signal, () => say(words.passageMissing)),
        readCapture,
        newId,
      };
      return ok(prepared);
    }));

  const setMarks = async (marks: readonly Mark[], reveal?: string): Promise<void> => {
    // most pages have nothing to mark
    if (marks.length === 0 && reveal === undefined && !preparing) return;
    const ready = await prepare();
    if (ready.ok) ready.value.marks.set(marks, reveal);
  };

  const openComposer = (composer: ComposerFrame, draftId: string): void => {
    composer.open(composerAddress(draftId));
    clearTimeout(composerTimer);
    composerTimer = setTimeout(() => {
      // a sandboxed page, for one, lets no script run in a frame
      composer.close();
      void ask('composeInWindow', { id: draftId });
    }, PATIENCE);
  };

  const clip = async (fallbackQuote?: string): Promise<Result<'opened' | 'closed-page'>> => {
    if (!isClippable(document)) return ok('closed-page');
    button.hide();
    const ready = await prepare();
    if (!ready.ok) {
      say(words.noAnswer);
      return ready;
    }
    const { composer, readCapture, newId } = ready.value;
    const capture = readCapture(view, fallbackQuote);
    const subject = `${view.location.href}\n${capture.quote ?? ''}`;
    if (composer.isOpen && !isToast && subject === openSubject) {
      composer.focus();
      return ok('opened');
    }
    // the composer loads while its draft is being stored
    const id = newId();
    openSubject = subject;
    isToast = false;
    openComposer(composer, id);
    const begun = await ask('beginClip', { id, capture });
    if (!begun.ok) {
      closeComposer();
      say(words.noAnswer);
      return begun;
    }
    // there was a draft of this passage already
    if (begun.value.id !== id) openComposer(composer, begun.value.id);
    return ok('opened');
  };

  const closeComposer = (): void => {
    clearTimeout(composerTimer);
    prepared?.composer.close();
  };

  const button = createClipButton(document, {
    onClip: () => void clip(),
    onOff: () => {
      isButtonShown = false;
      void ask('buttonOff', undefined);
    },
  });

  let opening = 0;
  const open = async (): Promise<void> => {
    const mine = ++opening;
    const opened = await ask('pageOpened', { address: view.location.href });
    // the page has gone elsewhere meanwhile
    if (mine !== opening || signal.aborted || !opened.ok) return;
    isButtonShown = opened.value.button;
    await setMarks(opened.value.marks, opened.value.reveal);
  };

  const stopAnswering = answer({
    startClip: ({ fallbackQuote }) => clip(fallbackQuote),
    async hideComposer() {
      closeComposer();
      return ok(undefined);
    },
    async resizeComposer({ height, isToast: isNowToast }) {
      isToast = isNowToast;
      clearTimeout(composerTimer);
      prepared?.composer.resize(height, isNowToast);
      return ok(undefined);
    },
    async setMarks({ marks, reveal }) {
      await setMarks(marks, reveal);
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
    closeComposer();
  });

  watchAddress(view, signal, () => void open());
  watchSelection(view, signal, (range) => {
    if (!range || !isButtonShown || prepared?.composer.isOpen || !isAlive()) return button.hide();
    button.showAt(range);
    // a clip may be next: the composer is to open without a wait
    void prepare();
  });
  // a page that the browser loads on suspicion has not been opened by anybody yet
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', () => void open(), { once: true, signal });
  } else {
    void open();
  }
}

/** A PDF's viewer and documents that are not HTML have no place for the composer. */
const isClippable = (document: Document): boolean =>
  document.contentType !== 'application/pdf' && document.documentElement instanceof HTMLElement;
