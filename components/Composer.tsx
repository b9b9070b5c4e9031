import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ClipKind, Media, Stance, Trail } from '../domain/clip.ts';
import type { DraftFields } from '../domain/draft.ts';
import type { Failure } from '../domain/failure.ts';
import { words } from '../locales/index.ts';
import type { Audience } from './audience.ts';
import { AudienceField } from './AudienceField.tsx';
import { Button, IconButton } from './Button.tsx';
import { Captured } from './Captured.tsx';
import { DecisionField } from './DecisionField.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { Notice } from './Notice.tsx';
import { RelatedInComposer } from './RelatedInComposer.tsx';
import type { RelatedEntry } from './RelatedList.tsx';
import { TagField } from './TagField.tsx';
import { TrailField } from './TrailField.tsx';
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
    readonly media?: Media | undefined;
    /** A data address. */
    readonly picture?: string | undefined;
    /** The passages after the first. */
    readonly passages?: readonly string[] | undefined;
  };
  /** False when the passage can't be found again in its page (a form field, a PDF): the person is told. */
  readonly hasPosition?: boolean;
  readonly fields: DraftFields;
  readonly audiences: readonly Audience[];
  readonly tagSuggestions: readonly string[];
  readonly decisionSuggestions: readonly string[];
  /** Clips already on this page. */
  readonly clipsHere: number;
  /** What is to be told before the person writes. */
  readonly notice?: ComponentChildren;
  readonly saving: boolean;
  readonly failure?: Failure;
  readonly onFields: (fields: DraftFields) => void;
  /** How the person came to the page; absent when that is not to be kept. */
  readonly trail?: Trail | undefined;
  readonly onTrail?: (trail: Trail | undefined) => void;
  readonly onRemovePassage?: ((index: number) => void) | undefined;
  /** Make a further passage a clip of its own; absent where there is no page to compose it in. */
  readonly onSeparatePassage?: ((index: number) => void) | undefined;
  readonly onKeep: () => void;
  readonly onClose: () => void;
  readonly onCopyWhy: () => void;
  /** What the person decided or kept before that is like this, the likest first. */
  readonly related?: readonly RelatedEntry[] | undefined;
  readonly onRelated?: ((id: string) => void) | undefined;
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
        <Captured
          kind={state.kind}
          quote={state.quote}
          language={state.language}
          media={state.media}
          picture={state.picture}
          passages={state.passages}
          onRemovePassage={props.onRemovePassage}
          onSeparatePassage={props.onSeparatePassage}
        />
        <p class="composer-page">
          {state.site && <span class="composer-site">{state.site}</span>}
          <span class="composer-page-title">{state.title}</span>
        </p>
      </div>
      {props.notice}
      {!hasPosition && <Notice kind="info" title={words.composer.noPosition} />}
      <WhyField
        id={`${id}-why`}
        value={fields.why}
        describedBy={`${id}-keys`}
        onInput={(why) => onFields({ ...fields, why })}
        onEnter={keep}
      />
      {props.related && <RelatedInComposer entries={props.related} onOpen={props.onRelated} />}
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
      {props.trail && <TrailField trail={props.trail} onTrail={props.onTrail} />}
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
