import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { words } from '../locales/index.ts';
import type { Audience } from './audience.ts';
import { Button } from './Button.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { Icon } from './Icon.tsx';
import { ShareFields, type ShareFieldsProps } from './ShareFields.tsx';
import './styles/SharePreview.css';

export interface SharePreviewProps extends ShareFieldsProps {
  readonly audiences: readonly Audience[];
  readonly communityId: string;
  readonly failure?: Failure | undefined;
  readonly busy: boolean;
  readonly onCommunity: (communityId: string) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The last look before a clip leaves the device: who can read it, then every field that goes out. */
export function SharePreview(props: SharePreviewProps) {
  const { audiences, communityId, busy, failure, onConfirm, onCancel } = props;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const audience = audiences.find((one) => one.communityId === communityId);
  const open = audiences.filter(({ mayPost }) => mayPost);
  const mayConfirm = audience?.mayPost === true;

  // not the button: the Enter that kept the clip must not also share it
  useLayoutEffect(() => title.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.repeat) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
      return;
    }
    const hasOwnEnter = event.target instanceof Element && event.target.closest('button, select, summary, a') !== null;
    if (event.key === 'Enter' && !hasOwnEnter && mayConfirm && !busy) {
      event.preventDefault();
      onConfirm();
    }
  };

  return (
    <section class="share-preview" aria-labelledby={`${id}-title`} onKeyDown={onKeyDown}>
      <h2 ref={title} class="share-title" id={`${id}-title`} tabIndex={-1}>
        {audience ? words.share.title(audience.name) : words.share.titleAlone}
      </h2>
      <div class="share-audience">
        <Icon name="people" />
        <div>
          <p class="share-readers">{audience ? words.share.readers(audience.members, audience.name) : words.share.noCommunity}</p>
          <p class="share-warning">{words.share.copies}</p>
        </div>
      </div>
      {open.length > 1 && (
        <div class="share-community">
          <label class="field-label" for={`${id}-community`}>
            {words.fields.shareTo}
          </label>
          <select
            id={`${id}-community`}
            class="input"
            value={communityId}
            onChange={(event) => props.onCommunity(event.currentTarget.value)}
          >
            {open.map((one) => (
              <option key={one.communityId} value={one.communityId}>
                {words.fields.audience(one.name, one.members)}
              </option>
            ))}
          </select>
        </div>
      )}
      <ShareFields
        clip={props.clip}
        body={props.body}
        droppedFromAddress={props.droppedFromAddress}
        choice={props.choice}
        onChoice={props.onChoice}
      />
      <p class="share-also">{words.share.also}</p>
      {failure && <FailureNotice failure={failure} />}
      <footer class="share-foot">
        <Button look="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        {audience && mayConfirm && (
          <Button look="primary" onClick={onConfirm} busy={busy}>
            {words.share.confirm(audience.name)}
          </Button>
        )}
      </footer>
    </section>
  );
}
