import type { Capture } from '../domain/clip.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import { page as words } from '../locales/en/page.ts';
import type { Mark, PageCalls, Target } from '../messaging/pageProtocol.ts';
import type { CallName, Input, Output } from '../messaging/protocol.ts';
import type { Handlers } from '../messaging/receive.ts';
import { watchAddress } from './addressWatch.ts';
import { createClipButton } from './clipButton.ts';
import type { ComposerFrame } from './composerFrame.ts';
import type { Direction } from './jump.ts';
import type { Marks } from './marks.ts';
import type { MediaTools } from './mediaTools.ts';
import { createNotices } from './notice.ts';
import type { PageTools } from './pageTools.ts';
import { watchPressed } from './pressedElement.ts';
import { watchSelection } from './selectionWatch.ts';

export interface PageSide {
  readonly view: Window;
  /** messaging/send.ts */
  readonly ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** Answer the background's calls; answers how to stop. */
  readonly answer: (handlers: Handlers<PageCalls>) => () => void;
  /** What is needed only once there is something to mark or to clip. Asked again after a failure only. */
  readonly loadTools: () => Promise<Result<PageTools>>;
  /** What is needed only for an image, a link, a moment or a region. */
  readonly loadMediaTools: () => Promise<Result<MediaTools>>;
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
export function startPageSide({ view, ask, answer, loadTools, loadMediaTools, composerAddress, isAlive, signal }: PageSide): void {
  const { document } = view;
  const say = createNotices(document, signal);
  let preparing: Promise<Result<Prepared>> | undefined;
  let prepared: Prepared | undefined;
  let isButtonShown = false;
  const pressed = watchPressed(view, signal);
  /** What the open composer is about: the page's address and the chosen text. */
  let openSubject: string | undefined;
  let openDraft: string | undefined;
  let isToast = false;
  let isCard = false;
  /** Of the page that the marks are about. */
  let markedAddress = view.location.href;
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
        marks: createMarks(document, signal, {
          onMissing: () => say(words.passageMissing),
          onSightings: (sightings) => void ask('sighted', { address: markedAddress, sightings }),
          onPress: (id) => (id === undefined ? closeCard() : openCard(id)),
        }),
        readCapture,
        newId,
      };
      return ok(prepared);
    }));

  const setMarks = async (marks: readonly Mark[], reveal?: string): Promise<void> => {
    // most pages have nothing to mark
    if (marks.length === 0 && reveal === undefined && !preparing) return;
    const ready = await prepare();
    if (!ready.ok) return;
    markedAddress = view.location.href;
    ready.value.marks.set(marks, reveal);
  };

  const jump = async (direction: Direction): Promise<Result<number>> => {
    await opened;
    const marked = (await prepared?.marks.jump(direction)) ?? 0;
    if (marked === 0) say(words.nothingMarked);
    return ok(marked);
  };

  const openComposer = (composer: ComposerFrame, draftId: string): void => {
    openDraft = draftId;
    isToast = isCard = false;
    composer.open(composerAddress(draftId));
    clearTimeout(composerTimer);
    composerTimer = setTimeout(() => {
      // a sandboxed page, for one, lets no script run in a frame
      composer.close();
      void ask('composeInWindow', { id: draftId });
    }, PATIENCE);
  };

  const subjectOf = ({ quote = '' }: Capture): string => `${view.location.href}\n${quote}`;

  /** Whether the open composer is about what is selected. */
  const isComposed = (): boolean =>
    prepared !== undefined && prepared.composer.isOpen && !isToast && subjectOf(prepared.readCapture(view)) === openSubject;

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
    const subject = subjectOf(capture);
    if (composer.isOpen && !isToast && subject === openSubject) {
      composer.focus();
      return ok('opened');
    }
    if (composer.isOpen && !isToast && openDraft !== undefined && (await isAdded(openDraft, capture))) {
      // the choice may have been noticed in the meantime
      button.hide();
      composer.focus();
      return ok('opened');
    }
    openSubject = subject;
    return compose(composer, capture, newId());
  };

  /** Whether a passage went into the clip that is being composed on this page. */
  const isAdded = async (id: string, { kind, source, quote, selectors, context }: Capture): Promise<boolean> => {
    if (kind !== 'passage' || quote === undefined) return false;
    const added = await ask('addPassage', { id, address: source.address, passage: { quote, selectors, context } });
    return added.ok && added.value === 'added';
  };

  const clipTarget = async (target: Target): Promise<Result<'opened' | 'closed-page'>> => {
    if (!isClippable(document)) return ok('closed-page');
    button.hide();
    // it would stand in the picture
    closeComposer();
    const [ready, media] = await Promise.all([prepare(), loadMediaTools()]);
    if (!ready.ok) return ready;
    if (!media.ok) return media;
    const captured = media.value.captureTarget(target, { view, ask, pressed: pressed(), signal }).then(
      (capture) => {
        if (capture) return compose(ready.value.composer, capture, target.id);
        if (target.kind === 'moment') say(words.noVideo);
        return ok('opened' as const);
      },
      () => {
        // a page can shadow whatever is asked of it; the background then makes do with what the browser tells
        if (target.kind === 'region') say(words.noAnswer);
        return fail('page-did-not-answer');
      },
    );
    // choosing a region takes as long as the person likes
    return target.kind === 'region' ? ok('opened') : captured;
  };

  const compose = async (composer: ComposerFrame, capture: Capture, id: string): Promise<Result<'opened'>> => {
    // the composer loads while its draft is being stored, and must not ask for it first
    const beginning = ask('beginClip', { id, capture });
    openComposer(composer, id);
    const begun = await beginning;
    if (!begun.ok) {
      closeComposer();
      say(words.noAnswer);
      return begun;
    }
    // there was a draft of this passage already
    if (begun.value.id !== id) openComposer(composer, begun.value.id);
    return ok('opened');
  };

  /** The card of a clip, in the composer's frame; never in the place of what is being written. */
  const openCard = (id: string): void => {
    const composer = prepared?.composer;
    if (!composer) return;
    if (composer.isOpen && !isCard && !isToast) return composer.focus();
    openSubject = openDraft = undefined;
    isToast = false;
    isCard = true;
    composer.open(composerAddress(`card=${id}`), words.card);
    clearTimeout(composerTimer);
    composerTimer = setTimeout(() => {
      composer.close();
      say(words.noCard);
    }, PATIENCE);
  };

  const closeCard = (): void => {
    if (isCard) closeComposer();
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
  /** The marks of the page as it was opened last are set. */
  let opened: Promise<void> = Promise.resolve();
  let cameFrom = document.referrer;
  const open = async (): Promise<void> => {
    const mine = ++opening;
    const from = cameFrom;
    // a single-page app that goes elsewhere comes from itself
    cameFrom = view.location.href;
    const page = await ask('pageOpened', { address: view.location.href, from });
    // the page has gone elsewhere meanwhile
    if (mine !== opening || signal.aborted || !page.ok) return;
    isButtonShown = page.value.button;
    await setMarks(page.value.marks, page.value.reveal);
  };
  const openAnew = (): void => {
    opened = open();
  };

  const stopAnswering = answer({
    startClip: ({ fallbackQuote, target }) => (target ? clipTarget(target) : clip(fallbackQuote)),
    async openDraft({ id }) {
      openSubject = undefined;
      if (prepared) openComposer(prepared.composer, id);
      return ok(undefined);
    },
    async readSelection() {
      const ready = await prepare();
      return ready.ok ? ok(ready.value.readCapture(view)) : ready;
    },
    async hideComposer() {
      closeComposer();
      return ok(undefined);
    },
    async resizeComposer({ height, isToast: isNowToast }) {
      isToast = isNowToast;
      clearTimeout(composerTimer);
      prepared?.composer.resize(height);
      return ok(undefined);
    },
    async setMarks({ marks, reveal }) {
      await setMarks(marks, reveal);
      return ok(undefined);
    },
    jump: ({ direction }) => jump(direction),
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

  watchAddress(view, signal, openAnew);
  watchSelection(view, signal, (range) => {
    if (!range || !isButtonShown || !isAlive() || isComposed()) return button.hide();
    button.showAt(range, () => prepared?.composer.box);
    // a clip may be next: the composer is to open without a wait
    void prepare();
  });
  // a page that the browser loads on suspicion has not been opened by anybody yet
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', openAnew, { once: true, signal });
  } else {
    openAnew();
  }
}

/** A PDF's viewer and documents that are not HTML have no place for the composer. */
const isClippable = (document: Document): boolean =>
  document.contentType !== 'application/pdf' && document.documentElement instanceof HTMLElement;
