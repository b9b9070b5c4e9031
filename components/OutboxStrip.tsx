import type { Failure } from '../domain/failure.ts';
import { tell, words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './styles/OutboxStrip.css';

/** Something that a community's server did not take. */
export interface RefusedItem {
  readonly id: string;
  readonly communityName: string;
  /** The person's words in it. */
  readonly text: string;
  readonly failure?: Failure | undefined;
}

export interface OutboxStripProps {
  readonly waiting: number;
  /** Why the last attempt failed. */
  readonly failure?: Failure | undefined;
  /** When the next attempt is due and the present, in milliseconds since 1970. */
  readonly nextAttemptAt?: number | undefined;
  readonly now: number;
  readonly refused: readonly RefusedItem[];
  readonly onSendNow: () => void;
  readonly onDiscard: (id: string) => void;
  readonly onCopy: (text: string) => void;
}

/** What waits to be sent and what was refused; nothing when the outbox is empty. */
export function OutboxStrip({ waiting, failure, nextAttemptAt, now, refused, onSendNow, onDiscard, onCopy }: OutboxStripProps) {
  if (waiting === 0 && refused.length === 0) return null;
  const seconds = nextAttemptAt === undefined ? 0 : Math.max(0, Math.ceil((nextAttemptAt - now) / 1000));
  return (
    <section class="outbox" aria-label={words.outbox.label}>
      {waiting > 0 && (
        <div class="outbox-row">
          <Icon name="waiting" />
          {/* the countdown beside it would be read out every second */}
          <p class="outbox-text" role="status">
            {words.outbox.waiting(waiting)} {failure && tell(failure).sentence}
          </p>
          {failure && seconds > 0 && <span class="outbox-next">{words.outbox.nextIn(seconds)}</span>}
          <Button look="quiet" onClick={onSendNow}>
            {words.outbox.sendNow}
          </Button>
        </div>
      )}
      {refused.map((item) => (
        <div key={item.id} class="outbox-row outbox-refused">
          <Icon name="failure" />
          <div class="outbox-text">
            <p>{words.share.refusedBy(item.communityName, item.failure ? tell(item.failure).sentence : '')}</p>
            <p class="outbox-words">{item.text}</p>
          </div>
          <Button look="quiet" onClick={() => onCopy(item.text)}>
            {words.outbox.copy}
          </Button>
          <Button look="danger" onClick={() => onDiscard(item.id)}>
            {words.outbox.discard}
          </Button>
        </div>
      ))}
    </section>
  );
}
