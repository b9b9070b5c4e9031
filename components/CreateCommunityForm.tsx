import { useId } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { SHARED } from '../domain/limits.ts';
import { words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { Field, TextField } from './Field.tsx';
import './styles/forms.css';

export interface NewCommunity {
  readonly server: string;
  readonly creationKey: string;
  readonly name: string;
  readonly purpose: string;
  readonly memberName: string;
}

export interface CreateCommunityFormProps {
  readonly fields: NewCommunity;
  readonly busy: boolean;
  readonly failure?: Failure | undefined;
  readonly onFields: (fields: NewCommunity) => void;
  readonly onCreate: () => void;
  readonly onCancel: () => void;
}

/** A new community on a server whose creation key the person was given. */
export function CreateCommunityForm({ fields, busy, failure, onFields, onCreate, onCancel }: CreateCommunityFormProps) {
  const id = useId();
  const set = (field: keyof NewCommunity) => (value: string) => onFields({ ...fields, [field]: value });
  return (
    <form
      class="form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onCreate();
      }}
    >
      <h2 class="form-title" id={`${id}-title`}>
        {words.create.title}
      </h2>
      <TextField id={`${id}-name`} label={words.create.name} value={fields.name} maxLength={SHARED.name} onInput={set('name')} autoFocus />
      <Field id={`${id}-purpose`} label={words.create.purpose} hint={words.create.purposeHint}>
        <textarea
          id={`${id}-purpose`}
          class="input form-area"
          dir="auto"
          maxLength={SHARED.purpose}
          aria-describedby={`${id}-purpose-hint`}
          value={fields.purpose}
          onInput={(event) => set('purpose')(event.currentTarget.value)}
        />
      </Field>
      <TextField
        id={`${id}-member`}
        label={words.create.memberName}
        hint={words.join.nameHint}
        value={fields.memberName}
        maxLength={SHARED.name}
        onInput={set('memberName')}
      />
      <TextField
        id={`${id}-server`}
        label={words.create.server}
        hint={words.create.serverHint}
        keyboard="url"
        value={fields.server}
        placeholder="whence.example.org"
        onInput={set('server')}
      />
      <TextField
        id={`${id}-key`}
        label={words.create.key}
        hint={words.create.keyHint}
        value={fields.creationKey}
        onInput={set('creationKey')}
      />
      {failure && <FailureNotice failure={failure} />}
      <div class="form-foot">
        <Button look="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button look="primary" busy={busy}>
          {words.create.create}
        </Button>
      </div>
    </form>
  );
}
