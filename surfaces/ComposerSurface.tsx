import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Composer } from '../components/Composer.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { Toast } from '../components/Toast.tsx';
import { ok } from '../domain/failure.ts';
import { siteOf } from '../domain/pageAddress.ts';
import { words } from '../locales/index.ts';
import { composerCalls } from '../messaging/composerProtocol.ts';
import { answer } from '../messaging/receive.ts';
import { ask } from '../messaging/send.ts';
import { composerModel } from './composerModel.ts';
import { ComposerNotice } from './ComposerNotice.tsx';
import { watchFocus } from './focusWatch.ts';
import { isFrame } from './pageFrame.ts';

export interface ComposerSurfaceProps {
  readonly draftId: string;
  /** The person came to paste what they copied from a page that Whence can't read. */
  readonly isPasting?: boolean | undefined;
  readonly onClose: () => void;
  /** Whether what is shown is the small toast. */
  readonly onPhase?: (isToast: boolean) => void;
}

/** The one composer, in a page's frame, in a window of its own, or in the popup. */
export function ComposerSurface({ draftId, isPasting, onClose, onPhase }: ComposerSurfaceProps) {
  const model = useMemo(() => composerModel(draftId, { ask, closeFrame: onClose }), [draftId]);
  const phase = model.phase.value;
  const isToast = phase.at === 'kept';

  const [isRestless, setRestless] = useState(false);

  // before the new height is told: the frame asks for both at once
  useLayoutEffect(() => onPhase?.(isToast), [isToast]);
  useEffect(() => {
    if (!isFrame()) return undefined;
    const end = new AbortController();
    watchFocus(window, { now: () => performance.now(), onRestless: () => setRestless(true), signal: end.signal });
    return () => end.abort();
  }, []);
  useEffect(() => {
    // the last typed words, when the surface goes away under the person's hands
    const flush = (): void => void model.flush();
    const stop = answer(composerCalls, {
      async draftChanged({ id }) {
        if (id === draftId) await model.refresh();
        return ok(undefined);
      },
    });
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      model.dispose();
      stop();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [model]);

  switch (phase.at) {
    case 'loading':
      return null;
    case 'gone':
      return <Notice kind="info" title={words.composer.gone} onDismiss={onClose} />;
    case 'failed':
      return <FailureNotice failure={phase.failure} onDismiss={onClose} />;
    case 'kept':
      return (
        <div
          onMouseEnter={() => model.hold(true)}
          onMouseLeave={() => model.hold(false)}
          onFocusIn={() => model.hold(true)}
          onFocusOut={() => model.hold(false)}
        >
          <Toast
            message={words.kept}
            onUndo={() => void model.undo()}
            onClose={onClose}
            {...(phase.shareTo !== undefined && { onReview: () => void model.review() })}
          />
        </div>
      );
    case 'composing': {
      const { capture } = phase.state.draft;
      const { kind, source, quote, selectors, media, morePassages } = capture;
      return (
        <Composer
          // *why* gets the caret once there is a quote
          key={capture.isUnread === true}
          notice={<ComposerNotice capture={capture} model={model} isPasting={isPasting} isRestless={isRestless} />}
          state={{
            kind,
            title: source.title,
            site: source.site ?? siteOf(source.address),
            language: source.language,
            ...(quote !== undefined && { quote }),
            media,
            picture: phase.state.picture,
            passages: morePassages?.map((passage) => passage.quote),
          }}
          hasPosition={kind !== 'passage' || selectors.length > 0}
          fields={phase.fields}
          audiences={phase.state.audiences}
          tagSuggestions={model.completions.value.tags}
          decisionSuggestions={model.completions.value.decisions}
          clipsHere={phase.state.clipsHere}
          related={model.related.cards.value}
          onRelated={(id) => void model.related.open(id)}
          saving={phase.saving}
          trail={phase.state.draft.capture.context.trail}
          onTrail={(trail) => void model.editTrail(trail)}
          {...(phase.failure && { failure: phase.failure })}
          onFields={model.edit}
          onRemovePassage={(index) => void model.removePassage(index)}
          onSeparatePassage={window.top === window ? undefined : (index) => void model.separatePassage(index)}
          onKeep={() => void model.keep()}
          onClose={() => void model.close()}
          onCopyWhy={() => void navigator.clipboard.writeText(phase.fields.why)}
        />
      );
    }
  }
}
