import { useRef, useState } from 'preact/hooks';
import { formatMoment, formatWhen, words } from '../locales/index.ts';
import { IconButton } from './Button.tsx';
import { CardBody } from './CardBody.tsx';
import { CardFrame, useCardTabIndex } from './CardFrame.tsx';
import type { CardMatches, CardView, ShareNote } from './cardView.ts';
import { EditClip, type EditedClip } from './EditClip.tsx';
import { ShareNotes } from './ShareNotes.tsx';
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
  readonly onOpen: () => void;
  readonly onEdit: (edited: EditedClip) => Promise<boolean>;
  /** An edit that was begun and not saved: the form is open with it. */
  readonly editDraft?: EditedClip | undefined;
  readonly onEditDraft?: ((draft: EditedClip | undefined) => void) | undefined;
  /** Absent when there is no community to share with. */
  readonly onShare?: (() => void) | undefined;
  readonly onRemove: () => void;
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
    <CardFrame label={view.why.trim() || view.title} onOpen={onOpen}>
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
            <CardBody view={view} matches={matches} tabIndex={tabIndex} onOpen={onOpen} onAddWhy={() => setEditing(true)}>
              <time dateTime={new Date(createdAt).toISOString()} title={formatMoment(createdAt)}>
                {formatWhen(createdAt, now)}
              </time>
            </CardBody>
            <ShareNotes shares={shares} />
            <div class="clip-actions">
              <IconButton icon="open" label={words.card.open} onClick={onOpen} tabIndex={tabIndex} />
              <IconButton icon="edit" label={words.card.edit} onClick={() => setEditing(true)} tabIndex={tabIndex} />
              {props.onShare && <IconButton icon="share" label={words.card.share} onClick={props.onShare} tabIndex={tabIndex} />}
              <IconButton icon="delete" label={words.card.remove} look="danger" onClick={props.onRemove} tabIndex={tabIndex} />
            </div>
          </>
        )}
      </div>
    </CardFrame>
  );
}
