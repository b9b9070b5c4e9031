import { words } from '../locales/index.ts';
import type { Audience } from './audience.ts';
import { Field } from './Field.tsx';

export interface AudienceFieldProps {
  readonly id: string;
  readonly audiences: readonly Audience[];
  /** The chosen community; absent for "only me". */
  readonly chosen: string | undefined;
  readonly onChoose: (communityId: string | undefined) => void;
}

/** Who will be able to read the clip, spelled out. */
export const AudienceField = ({ id, audiences, chosen, onChoose }: AudienceFieldProps) => (
  <Field id={id} label={words.fields.shareTo} hint={chosen === undefined ? undefined : words.fields.reviewFirst} inRow>
    <select
      id={id}
      class="input"
      value={chosen ?? ''}
      aria-describedby={chosen === undefined ? undefined : `${id}-hint`}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    >
      <option value="">{words.fields.onlyMe}</option>
      {audiences.map(({ communityId, name, members, mayPost }) => (
        <option key={communityId} value={communityId} disabled={!mayPost}>
          {mayPost ? words.fields.audience(name, members) : words.fields.audienceReadOnly(name)}
        </option>
      ))}
    </select>
  </Field>
);
