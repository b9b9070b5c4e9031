import { useId } from 'preact/hooks';
import type { ClipKind, Stance } from '../domain/clip.ts';
import type { DraftFields } from '../domain/draft.ts';
import type { Failure } from '../domain/failure.ts';
import { words } from '../locales/index.ts';
import type { Audience } from './audience.ts';
import { AudienceField } from './AudienceField.tsx';
import { Button, IconButton } from './Button.tsx';
import { DecisionField } from './DecisionField.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { Notice } from './Notice.tsx';
import { Quote } from './Quote.tsx';
import { TagField } from './TagField.tsx';
import { WhyField } from './WhyField.tsx';
import './styles/Composer.css';

export interface ComposerProps {
  /** What is being clipped, as far as a person wants to see it. */
  readonly state: {
    readonly kind: ClipKind;
    readonly title: string;
    readonly quote?: string;
    readonly site?: string | undefined;
    readonly language?: string | undefined;
  };
  /** False when the passage can't be found again in its page (a form field, a PDF): the person is told. */
  readonly hasPosition?: boolean;
  readonly fields: DraftFields;
  readonly audiences: readonly Audience[];
  readonly tagSuggestions: readonly string[];
  readonly decisionSuggestions: readonly string[];
  /** Clips already on this page. */
  readonly clipsHere: number;
  readonly saving: boolean;
  readonly failure?: Failure;
  readonly onFields: (fields: DraftFields) => void;
  readonly onKeep: () => void;
  readonly onClose: () => void;
  readonly onCopyWhy: () => void;
}

/**
 * Where a clip gets its reason. Enter in *why* keeps, Ctrl or Cmd with Enter keeps from any field,
 * Escape closes what is open: a list of suggestions first, then the composer.
 */
export function Composer(props: ComposerProps) {
  const { state, hasPosition = true, fields, audiences, clipsHere, saving, failure, onFields, onClose } = props;
  const id = useId();
  const keep = (): void => {
    if (!saving) props.onKeep();
  };
  const choose = (communityId: string | undefined): void => {
    const { shareTo: _, ...rest } = fields;
    onFields(communityId === undefined ? rest : { ...rest, shareTo: communityId });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      keep();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  return (
    <section class="composer-card" aria-labelledby={`${id}-title`} aria-busy={saving} onKeyDown={onKeyDown}>
      <header class="composer-head">
        <h1 class="composer-title" id={`${id}-title`}>
          {words.composer.title[state.kind]}
        </h1>
        {clipsHere > 0 && <span class="composer-here">{words.composer.clipsHere(clipsHere)}</span>}
        <IconButton icon="close" label={words.composer.close} onClick={onClose} />
      </header>
      <div class="composer-source">
        {state.quote && <Quote text={state.quote} language={state.language} />}
        <p class="composer-page">
          {state.site && <span class="composer-site">{state.site}</span>}
          <span class="composer-page-title">{state.title}</span>
        </p>
      </div>
      {!hasPosition && <Notice kind="info" title={words.composer.noPosition} />}
      <WhyField
        id={`${id}-why`}
        value={fields.why}
        describedBy={`${id}-keys`}
        onInput={(why) => onFields({ ...fields, why })}
        onEnter={keep}
      />
      <div class="composer-rows">
        <DecisionField
          id={`${id}-decision`}
          value={fields.decision}
          stance={fields.stance}
          suggestions={props.decisionSuggestions}
          onDecision={(decision) => onFields({ ...fields, decision })}
          onStance={(stance: Stance) => onFields({ ...fields, stance })}
        />
        <TagField
          id={`${id}-tags`}
          value={fields.tags}
          suggestions={props.tagSuggestions}
          onInput={(tags) => onFields({ ...fields, tags })}
        />
        <AudienceField id={`${id}-audience`} audiences={audiences} chosen={fields.shareTo} onChoose={choose} />
      </div>
      {failure && (
        <FailureNotice failure={failure}>
          <Button icon="copy" onClick={props.onCopyWhy}>
            {words.composer.copy}
          </Button>
        </FailureNotice>
      )}
      <footer class="composer-foot">
        <p class="composer-keys" id={`${id}-keys`}>
          {words.composer.keys}
        </p>
        <Button look="primary" onClick={keep} busy={saving}>
          {fields.shareTo === undefined ? words.composer.keep : words.composer.keepAndReview}
        </Button>
      </footer>
    </section>
  );
}
