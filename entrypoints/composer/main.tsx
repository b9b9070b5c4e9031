import { render } from 'preact';
import { useSignalEffect } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { Composer } from '../../components/Composer.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Toast } from '../../components/Toast.tsx';
import { tell, words } from '../../locales/index.ts';
import { ask } from '../../messaging/send.ts';
import { composerModel, type ComposerModel } from './composerModel.ts';
import '../../components/styles/base.css';
import './composer.css';

/** The composer stands in a page's frame, or alone in a window where a page lets no script in. */
const isFrame = window.top !== window;
const closeFrame = (): void => {
  if (isFrame) void ask('closeComposer', undefined);
  else window.close();
};

function ComposerSurface({ model }: { readonly model: ComposerModel }) {
  const box = useRef<HTMLDivElement>(null);
  const phase = model.phase.value;

  useSignalEffect(() => {
    const isToast = model.phase.value.at === 'kept';
    if (!isFrame) return undefined;
    // the page gives the frame the height that its content has
    const observer = new ResizeObserver(() => {
      if (box.current) void ask('sizeComposer', { height: Math.ceil(box.current.getBoundingClientRect().height), isToast });
    });
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  });

  return (
    <div ref={box} class="composer-surface" data-phase={phase.at}>
      {phase.at === 'composing' && (
        <Composer
          state={{ ...phase.state.draft.capture.source, kind: phase.state.draft.capture.kind, ...(phase.state.draft.capture.quote !== undefined && { quote: phase.state.draft.capture.quote }) }}
          hasPosition={phase.state.draft.capture.kind === 'page' || phase.state.draft.capture.selectors.length > 0}
          fields={phase.fields}
          audiences={phase.state.audiences}
          tagSuggestions={phase.state.tags}
          decisionSuggestions={phase.state.decisions}
          clipsHere={phase.state.clipsHere}
          saving={phase.saving}
          {...(phase.failure && { failure: phase.failure })}
          onFields={model.edit}
          onKeep={() => void model.keep()}
          onClose={() => void model.close()}
          onCopyWhy={() => void navigator.clipboard.writeText(phase.fields.why)}
        />
      )}
      {phase.at === 'kept' && (
        <div onMouseEnter={() => model.hold(true)} onMouseLeave={() => model.hold(false)} onFocusIn={() => model.hold(true)} onFocusOut={() => model.hold(false)}>
          <Toast message={words.kept} onUndo={() => void model.undo()} onClose={closeFrame} {...(phase.shareTo && { onReview: () => void model.review() })} />
        </div>
      )}
      {phase.at === 'gone' && <Notice kind="info" title={words.composer.gone} onDismiss={closeFrame} />}
      {phase.at === 'failed' && <Notice kind="failure" title={tell(phase.failure).sentence} detail={tell(phase.failure).next} onDismiss={closeFrame} />}
    </div>
  );
}

function App() {
  const model = useMemo(() => {
    const made = composerModel(location.hash.slice(1), { ask, closeFrame });
    // the last typed words, when the frame goes away under the person's hands
    addEventListener('pagehide', () => void made.flush());
    document.addEventListener('visibilitychange', () => void made.flush());
    return made;
  }, []);
  return <ComposerSurface model={model} />;
}

const root = document.getElementById('app');
if (root) {
  if (location.hash.length > 1) render(<App />, root);
  else render(<Notice kind="info" title={tell({ code: 'page-closed-to-extensions' }).sentence} detail={tell({ code: 'page-closed-to-extensions' }).next} onDismiss={closeFrame} />, root);
}
