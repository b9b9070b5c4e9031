import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { parseTags, type Stance } from '../domain/clip.ts';
import { words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { DecisionField } from './DecisionField.tsx';
import { TagField } from './TagField.tsx';
import { WhyField } from './WhyField.tsx';
import './styles/EditClip.css';

/** What a person changes of a kept clip. `decision` is a question, empty for none. */
export interface EditedClip {
  readonly why: string;
  readonly tags: readonly string[];
  readonly decision: string;
  readonly stance: Stance;
}

export interface EditClipProps {
  readonly initial: EditedClip;
  /** What was typed before and not saved. */
  readonly draft?: EditedClip | undefined;
  /** Told of each change, so that nothing typed is lost with the surface; `undefined` when there is nothing left to keep. */
  readonly onDraft?: ((draft: EditedClip | undefined) => void) | undefined;
  readonly tagSuggestions: readonly string[];
  readonly decisionSuggestions: readonly string[];
  /** Answers whether it was kept; the form stays open with everything typed when not. */
  readonly onSave: (edited: EditedClip) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The why, tags and decision of a kept clip, edited in their place. */
export function EditClip({ initial, draft = initial, onDraft, tagSuggestions, decisionSuggestions, onSave, onClose }: EditClipProps) {
  const id = useId();
  const [why, setWhy] = useState(draft.why);
  const [tags, setTags] = useState(draft.tags.join(', '));
  const [decision, setDecision] = useState(draft.decision);
  const [stance, setStance] = useState(draft.stance);
  const [isSaving, setSaving] = useState(false);

  const save = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const isKept = await onSave({ why, tags: parseTags(tags), decision: decision.trim(), stance });
    setSaving(false);
    if (isKept) close();
  };
  const close = (): void => {
    onDraft?.(undefined);
    onClose();
  };
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) onDraft?.({ why, tags: parseTags(tags), decision, stance });
    isFirst.current = false;
  }, [why, tags, decision, stance]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      // a popup would close on it
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div class="edit-clip" role="group" aria-label={words.edit.label} onKeyDown={onKeyDown}>
      <WhyField id={`${id}-why`} value={why} onInput={setWhy} onEnter={() => void save()} />
      <DecisionField
        id={`${id}-decision`}
        value={decision}
        stance={stance}
        suggestions={decisionSuggestions}
        onDecision={setDecision}
        onStance={setStance}
      />
      <TagField id={`${id}-tags`} value={tags} suggestions={tagSuggestions} onInput={setTags} />
      <div class="edit-clip-foot">
        <Button look="quiet" onClick={close}>
          {words.cancel}
        </Button>
        <Button look="primary" onClick={() => void save()} busy={isSaving}>
          {words.edit.save}
        </Button>
      </div>
    </div>
  );
}
