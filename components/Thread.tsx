import { useId } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { formatMoment, formatWhen, tell, words } from '../locales/index.ts';
import { Button, IconButton } from './Button.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import './styles/Thread.css';

export interface ThreadReply {
  readonly id: string;
  readonly authorName: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly isOwn: boolean;
  readonly state: 'sent' | 'waiting' | 'refused';
  readonly failure?: Failure | undefined;
}

export interface ThreadProps {
  /** Oldest first. */
  readonly replies: readonly ThreadReply[];
  readonly now: number;
  readonly communityName: string;
  /** How many people can read a reply. */
  readonly members: number;
  /** Whether the reader's role lets them reply. */
  readonly mayPost: boolean;
  /** The reply being written: the caller's, so that it outlives this box. */
  readonly draft: string;
  readonly busy: boolean;
  readonly failure?: Failure | undefined;
  readonly onDraft: (text: string) => void;
  readonly onSend: () => void;
  readonly onRemove: (id: string) => void;
}

const stateInWords = ({ state, failure }: ThreadReply): string | undefined => {
  if (state === 'waiting') return words.thread.waiting;
  if (state === 'refused') return failure ? tell(failure).sentence : words.thread.refused;
  return undefined;
};

/** The replies under a post, and the box to write one. */
export function Thread({ replies, now, communityName, members, mayPost, draft, busy, failure, onDraft, onSend, onRemove }: ThreadProps) {
  const id = useId();
  const isEmpty = draft.trim() === '';
  return (
    <section class="thread" aria-label={words.thread.label}>
      <ul class="thread-replies" role="list">
        {replies.map((reply) => (
          <li key={reply.id} class="thread-reply">
            <p class="thread-head">
              <span class="feed-author">{reply.authorName}</span>
              <time dateTime={new Date(reply.createdAt).toISOString()} title={formatMoment(reply.createdAt)}>
                {formatWhen(reply.createdAt, now)}
              </time>
              {stateInWords(reply) && <span class={`thread-state thread-state-${reply.state}`}>{stateInWords(reply)}</span>}
            </p>
            <p class="thread-text" dir="auto">
              {reply.text}
            </p>
            {reply.isOwn && <IconButton icon="delete" label={words.thread.remove} look="danger" onClick={() => onRemove(reply.id)} />}
          </li>
        ))}
      </ul>
      {failure && <FailureNotice failure={failure} />}
      {mayPost ? (
        <form
          class="thread-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy && !isEmpty) onSend();
          }}
        >
          <label class="visually-hidden" for={id}>
            {words.thread.write}
          </label>
          <textarea
            id={id}
            class="input thread-input"
            rows={2}
            dir="auto"
            placeholder={words.thread.write}
            aria-describedby={`${id}-hint`}
            value={draft}
            onInput={(event) => onDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
          <div class="thread-foot">
            <p class="field-hint" id={`${id}-hint`}>
              {words.thread.readers(members, communityName)}
            </p>
            <Button look={isEmpty ? 'plain' : 'primary'} busy={busy}>
              {words.thread.send}
            </Button>
          </div>
        </form>
      ) : (
        <p class="field-hint">{words.thread.readOnly}</p>
      )}
    </section>
  );
}
