import { signal, type Signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button, IconButton } from '../components/Button.tsx';
import { CardBody } from '../components/CardBody.tsx';
import { clipView, postView } from '../components/cardView.ts';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { Toast } from '../components/Toast.tsx';
import { TrailField } from '../components/TrailField.tsx';
import { clipDrifts, sharedDrifts } from '../domain/drift.ts';
import type { Failure } from '../domain/failure.ts';
import { formatMoment, formatWhen, words } from '../locales/index.ts';
import type { CardState } from '../messaging/anchorProtocol.ts';
import { ask } from '../messaging/send.ts';
import { anchorActions } from './anchorActions.ts';
import type { Message } from './message.ts';
import { ClipDrifts, SharedDrifts } from './Drifts.tsx';
import './CardSurface.css';

type Shown =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly failure: Failure }
  | { readonly at: 'card'; readonly state: CardState | null };

export interface CardSurfaceProps {
  readonly id: string;
  readonly now: number;
  readonly onClose: () => void;
}

/**
 * The card of what was clipped at a mark, in a frame of its page: the reason first. It shows, and lets the
 * person say where the passage stands; what can't be taken back is done in the library (docs/decisions/0008).
 */
export function CardSurface({ id, now, onClose }: CardSurfaceProps) {
  const { shown, message, actions, load } = useMemo(() => cardModel(id), [id]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const box = useRef<HTMLElement>(null);
  // keys are for the card, and a reader begins with it
  useEffect(() => box.current?.focus(), [shown.value.at]);
  // what was said of the passage changes what is to be shown
  useEffect(() => void load(), [message.value]);

  const { value } = shown;
  if (value.at === 'loading') return null;
  if (value.at === 'failed') return <FailureNotice failure={value.failure} onDismiss={onClose} />;
  if (!value.state) return <Notice kind="info" title={words.cardFrame.gone} detail={words.cardFrame.goneHint} onDismiss={onClose} />;
  return (
    <main ref={box} tabIndex={-1} class="card-surface" aria-label={words.cardFrame.label}>
      <header class="card-surface-head">
        <h1 class="card-surface-label">{words.cardFrame.label}</h1>
        <IconButton icon="close" label={words.cardFrame.close} onClick={onClose} />
      </header>
      <CardContent state={value.state} now={now} actions={actions} />
      {value.state.kind === 'clip' && (
        <footer class="card-surface-foot">
          <Button icon="open" onClick={() => void ask('showInLibrary', { id }).then(onClose)}>
            {words.cardFrame.openLibrary}
          </Button>
        </footer>
      )}
      <MessageToast message={message} />
    </main>
  );
}

const CardContent = ({
  state,
  now,
  actions,
}: {
  readonly state: CardState;
  readonly now: number;
  readonly actions: ReturnType<typeof anchorActions>;
}) => {
  const at = state.kind === 'clip' ? state.clip.createdAt : state.post.createdAt;
  const when = (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at)}>
      {formatWhen(at, now)}
    </time>
  );
  if (state.kind === 'clip') {
    const { clip, decision, sightings } = state;
    return (
      <>
        <CardBody
          view={clipView(clip, decision)}
          tabIndex={0}
          drift={<ClipDrifts clip={clip} drifts={clipDrifts(clip, sightings)} now={now} actions={actions} isPageInFront />}
        >
          {when}
        </CardBody>
        {clip.context.trail && <TrailField trail={clip.context.trail} />}
      </>
    );
  }
  const { post, authorName, communityName, sightings } = state;
  const { body } = post;
  const drifts = sharedDrifts(body, sightings);
  return (
    <>
      <p class="card-surface-by">{words.cardFrame.sharedBy(authorName, communityName)}</p>
      <CardBody view={postView(post)} tabIndex={0} drift={body.kind === 'clip' && <SharedDrifts body={body} drifts={drifts} now={now} />}>
        {when}
      </CardBody>
    </>
  );
};

const MessageToast = ({ message }: { readonly message: Signal<Message | undefined> }) => {
  const { value } = message;
  if (!value) return null;
  const close = (): void => void (message.value = undefined);
  return 'failure' in value ? (
    <FailureNotice failure={value.failure} onDismiss={close} />
  ) : (
    <Toast message={value.text} onUndo={value.undo} onClose={close} />
  );
};

function cardModel(id: string) {
  const shown = signal<Shown>({ at: 'loading' });
  const message = signal<Message | undefined>(undefined);
  const load = async (): Promise<void> => {
    const answer = await ask('cardState', { id });
    shown.value = answer.ok ? { at: 'card', state: answer.value } : { at: 'failed', failure: answer.error };
  };
  return { shown, message, load, actions: anchorActions(ask, message) };
}
