import type { Draft } from '../domain/draft.ts';
import { formatWhen, words } from '../locales/index.ts';
import { Button, IconButton } from './Button.tsx';
import './styles/DraftList.css';

export interface DraftListProps {
  /** The last touched first. */
  readonly drafts: readonly Draft[];
  readonly now: number;
  readonly onContinue: (id: string) => void;
  readonly onDiscard: (id: string) => void;
}

/** What was begun and not kept; nothing when there is none. */
export function DraftList({ drafts, now, onContinue, onDiscard }: DraftListProps) {
  if (drafts.length === 0) return null;
  return (
    <section class="drafts" aria-label={words.drafts.label}>
      <h2 class="drafts-title">{words.drafts.label}</h2>
      <ul role="list">
        {drafts.map(({ id, fields, capture, updatedAt }) => (
          <li key={id} class="draft">
            <div class="draft-text">
              <p class="draft-why" dir="auto">
                {fields.why.trim() || words.drafts.noWords}
              </p>
              <p class="draft-source" dir="auto">
                {formatWhen(updatedAt, now)} · {capture.quote ?? capture.source.title}
              </p>
            </div>
            <Button look="quiet" onClick={() => onContinue(id)}>
              {words.drafts.go}
            </Button>
            <IconButton icon="delete" label={words.drafts.discard} look="danger" onClick={() => onDiscard(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
