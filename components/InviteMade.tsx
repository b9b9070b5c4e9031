import { useId } from 'preact/hooks';
import type { Invite } from '../domain/wire.ts';
import { formatMoment, words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import './styles/forms.css';

export interface InviteMadeProps {
  readonly invite: Pick<Invite, 'link' | 'uses' | 'expiresAt'>;
  /** Whether the link is on the clipboard. */
  readonly isCopied: boolean;
  readonly onCopy: () => void;
  readonly onDone: () => void;
}

/** An invite link, shown the only time that it can be. */
export function InviteMade({ invite, isCopied, onCopy, onDone }: InviteMadeProps) {
  const id = useId();
  return (
    <section class="form" aria-labelledby={`${id}-title`}>
      <h2 class="form-title" id={`${id}-title`}>
        {words.invite.title}
      </h2>
      <Field id={id} label={words.invite.link} hint={words.invite.once}>
        <input
          id={id}
          class="input"
          type="text"
          readOnly
          value={invite.link}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      <p class="form-note">{words.invite.facts(invite.uses, formatMoment(invite.expiresAt))}</p>
      <div class="form-foot">
        <span class="visually-hidden" role="status">
          {isCopied ? words.invite.copied : ''}
        </span>
        <Button look="quiet" onClick={onDone}>
          {words.invite.done}
        </Button>
        <Button look="primary" icon={isCopied ? 'check' : 'copy'} onClick={onCopy}>
          {isCopied ? words.invite.copied : words.invite.copy}
        </Button>
      </div>
    </section>
  );
}
