import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Trail } from '../domain/clip.ts';
import { formatMoment, formatWhen, words } from '../locales/index.ts';
import { IconButton } from './Button.tsx';
import { CardBody } from './CardBody.tsx';
import { CardFrame, useCardTabIndex } from './CardFrame.tsx';
import type { CardMatches, CardView, ShareNote } from './cardView.ts';
import { CopyLink } from './CopyLink.tsx';
import { EditClip, type EditedClip } from './EditClip.tsx';
import { ShareNotes } from './ShareNotes.tsx';
import { TrailField } from './TrailField.tsx';
import './styles/ClipCard.css';

export interface ClipCardProps {
  readonly view: CardView;
  readonly matches?: CardMatches | undefined;
  /** When it was kept, and the present, in milliseconds since 1970. */
  readonly createdAt: number;
  readonly now: number;
  readonly shares: readonly ShareNote[];
  readonly tagSuggestions: readonly string[];
  readonly decisionSuggestions: readonly string[];
  /** What is to be told of the passage as it is now. */
  readonly drift?: ComponentChildren;
  /** How the person came to the page, as they kept it. */
  readonly trail?: Trail | undefined;
  /** Of an image, a region or a moment. */
  readonly picture?: ComponentChildren;
  /** Read the page's text that was kept; absent for what has none. */
  readonly onRead?: (() => void) | undefined;
  readonly onOpen: () => void;
  /** Copy a link to the passage; absent for what has none. */
  readonly onCopyLink?: (() => Promise<void>) | undefined;
  readonly onEdit: (edited: EditedClip) => Promise<boolean>;
  /** An edit that was begun and not saved: the form is open with it. */
  readonly editDraft?: EditedClip | undefined;
  readonly onEditDraft?: ((draft: EditedClip | undefined) => void) | undefined;
  /** Absent when there is no community to share with. */
  readonly onShare?: (() => void) | undefined;
  readonly onRemove: () => void;
  /** Show what is like it, or put that away. */
  readonly onRelated?: (() => void) | undefined;
  /** What is like it, while that is shown. */
  readonly related?: ComponentChildren;
}

/** A clip of one's own: its reason, the passage, where it comes from, and what can be done with it. */
export function ClipCard(props: ClipCardProps) {
  const { view, matches, createdAt, now, shares, onOpen } = props;
  const [isEditing, setEditing] = useState(props.editDraft !== undefined);
  const box = useRef<HTMLDivElement>(null);
  const tabIndex = useCardTabIndex();

  const closeEdit = (): void => {
    setEditing(false);
    // the form had the focus, and is gone
    box.current?.closest<HTMLElement>('[data-card]')?.focus();
  };
  return (
    <CardFrame label={view.why.trim() || view.title} onOpen={onOpen} onShare={props.onShare}>
      <div ref={box}>
        {isEditing ? (
          <EditClip
            initial={{
              why: view.why,
              tags: view.tags,
              decision: view.decision?.question ?? '',
              stance: view.decision?.stance ?? 'informs',
            }}
            tagSuggestions={props.tagSuggestions}
            decisionSuggestions={props.decisionSuggestions}
            draft={props.editDraft}
            onDraft={props.onEditDraft}
            onSave={props.onEdit}
            onClose={closeEdit}
          />
        ) : (
          <>
            <CardBody
              view={view}
              matches={matches}
              tabIndex={tabIndex}
              onOpen={onOpen}
              onAddWhy={() => setEditing(true)}
              picture={props.picture}
              drift={props.drift}
            >
              <time dateTime={new Date(createdAt).toISOString()} title={formatMoment(createdAt)}>
                {formatWhen(createdAt, now)}
              </time>
            </CardBody>
            {props.trail && <TrailField trail={props.trail} tabIndex={tabIndex} />}
            <ShareNotes shares={shares} />
            <div class="clip-actions">
              {props.onRead && <IconButton icon="read" label={words.media.read} onClick={props.onRead} tabIndex={tabIndex} />}
              <IconButton icon="open" label={words.card.open} onClick={onOpen} tabIndex={tabIndex} />
              {props.onCopyLink && <CopyLink onCopy={props.onCopyLink} tabIndex={tabIndex} />}
              <IconButton icon="edit" label={words.card.edit} onClick={() => setEditing(true)} tabIndex={tabIndex} />
              {props.onShare && <IconButton icon="share" label={words.card.share} onClick={props.onShare} tabIndex={tabIndex} />}
              {props.onRelated && (
                <IconButton
                  icon="related"
                  label={words.related.show}
                  pressed={Boolean(props.related)}
                  onClick={props.onRelated}
                  tabIndex={tabIndex}
                />
              )}
              <IconButton icon="delete" label={words.card.remove} look="danger" onClick={props.onRemove} tabIndex={tabIndex} />
            </div>
            {props.related}
          </>
        )}
      </div>
    </CardFrame>
  );
}
