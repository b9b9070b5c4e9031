import { useId } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { SHARED } from '../domain/limits.ts';
import type { InviteLook } from '../domain/wire.ts';
import { words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { TextField } from './Field.tsx';
import './styles/forms.css';

export interface JoinFormProps {
  /** The invite link as pasted. */
  readonly link: string;
  /** The name that the community will know the person by. */
  readonly memberName: string;
  /** What the invite opens, once its server has answered. */
  readonly look?: InviteLook | undefined;
  readonly busy: boolean;
  readonly failure?: Failure | undefined;
  readonly onLink: (link: string) => void;
  readonly onName: (memberName: string) => void;
  /** Ask what the link opens. */
  readonly onLook: () => void;
  readonly onJoin: () => void;
  readonly onCancel: () => void;
}

/** Two steps with one form: look at what an invite opens, then join it under a name. */
export function JoinForm({ link, memberName, look, busy, failure, onLink, onName, onLook, onJoin, onCancel }: JoinFormProps) {
  const id = useId();
  return (
    <form
      class="form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        if (look) onJoin();
        else onLook();
      }}
    >
      <h2 class="form-title" id={`${id}-title`}>
        {words.join.title}
      </h2>
      <TextField
        id={`${id}-link`}
        label={words.join.link}
        hint={words.join.linkHint}
        keyboard="url"
        value={link}
        placeholder="https://…/join/…"
        onInput={onLink}
        autoFocus={!look}
      />
      {look && (
        <>
          <section class="invite-look" aria-label={words.join.opens}>
            <p class="invite-name">{look.community.name}</p>
            {look.community.purpose && (
              <p class="invite-purpose" dir="auto">
                {look.community.purpose}
              </p>
            )}
            <p class="invite-facts">{words.join.facts(look.members, look.invitedBy, words.role[look.role])}</p>
          </section>
          <TextField
            id={`${id}-name`}
            label={words.join.name}
            hint={words.join.nameHint}
            value={memberName}
            maxLength={SHARED.name}
            onInput={onName}
            autoFocus
          />
          <p class="form-note">{words.join.note}</p>
        </>
      )}
      {failure && <FailureNotice failure={failure} />}
      <div class="form-foot">
        <Button look="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button look="primary" busy={busy}>
          {look ? words.join.join(look.community.name) : words.join.look}
        </Button>
      </div>
    </form>
  );
}
