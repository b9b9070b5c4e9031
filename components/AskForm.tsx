import { useId } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { SHARED } from '../domain/limits.ts';
import { words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { Field } from './Field.tsx';
import { useFirstFocus } from './firstFocus.ts';
import './styles/forms.css';

export interface AskFormProps {
  readonly communityName: string;
  /** How many people can read it. */
  readonly members: number;
  /** The question being written: the caller's. */
  readonly text: string;
  readonly busy: boolean;
  readonly failure?: Failure | undefined;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
  /** Go back; what is written is the caller's to keep. */
  readonly onCancel: () => void;
}

/** Ask a community what a search did not find. What is in the field goes out, and nothing else. */
export function AskForm({ communityName, members, text, busy, failure, onText, onSend, onCancel }: AskFormProps) {
  const id = useId();
  const field = useFirstFocus<HTMLTextAreaElement>(true);
  const isEmpty = text.trim() === '';
  return (
    <form
      class="form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !busy) onSend();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // else a popup closes on it
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <h2 class="form-title" id={`${id}-title`}>
        {words.search.ask(communityName)}
      </h2>
      <Field id={id} label={words.ask.label} hint={words.share.readers(members, communityName)}>
        <textarea
          ref={field}
          id={id}
          class="input"
          rows={4}
          dir="auto"
          maxLength={SHARED.reply}
          value={text}
          aria-describedby={`${id}-hint`}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
      {failure && <FailureNotice failure={failure} />}
      <div class="form-foot">
        <Button look="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button look="primary" busy={busy}>
          {words.ask.send}
        </Button>
      </div>
    </form>
  );
}
