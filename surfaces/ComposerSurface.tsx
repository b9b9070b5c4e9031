import { useEffect, useMemo } from 'preact/hooks';
import { Composer } from '../components/Composer.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { Toast } from '../components/Toast.tsx';
import { siteOf } from '../domain/pageAddress.ts';
import { words } from '../locales/index.ts';
import { ask } from '../messaging/send.ts';
import { composerModel } from './composerModel.ts';

export interface ComposerSurfaceProps {
  readonly draftId: string;
  readonly onClose: () => void;
  /** Whether what is shown is the small toast. */
  readonly onPhase?: (isToast: boolean) => void;
}

/** The one composer, in a page's frame, in a window of its own, or in the popup. */
export function ComposerSurface({ draftId, onClose, onPhase }: ComposerSurfaceProps) {
  const model = useMemo(() => composerModel(draftId, { ask, closeFrame: onClose }), [draftId]);
  const phase = model.phase.value;
  const isToast = phase.at === 'kept';

  useEffect(() => onPhase?.(isToast), [isToast]);
  useEffect(() => {
    // the last typed words, when the surface goes away under the person's hands
    const flush = (): void => void model.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      model.dispose();
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
      const { kind, source, quote, selectors } = phase.state.draft.capture;
      return (
        <Composer
          state={{
            kind,
            title: source.title,
            site: source.site ?? siteOf(source.address),
            language: source.language,
            ...(quote !== undefined && { quote }),
          }}
          hasPosition={kind !== 'passage' || selectors.length > 0}
          fields={phase.fields}
          audiences={phase.state.audiences}
          tagSuggestions={model.completions.value.tags}
          decisionSuggestions={model.completions.value.decisions}
          clipsHere={phase.state.clipsHere}
          saving={phase.saving}
          {...(phase.failure && { failure: phase.failure })}
          onFields={model.edit}
          onKeep={() => void model.keep()}
          onClose={() => void model.close()}
          onCopyWhy={() => void navigator.clipboard.writeText(phase.fields.why)}
        />
      );
    }
  }
}
