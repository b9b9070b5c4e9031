import { useId, useState } from 'preact/hooks';
import type { Context } from '../domain/clip.ts';
import type { Drift } from '../domain/drift.ts';
import { formatNumber, formatWhen, words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { useCardTabIndex } from './CardFrame.tsx';
import { Icon } from './Icon.tsx';
import { StoredContext } from './StoredContext.tsx';
import { WordDiff } from './WordDiff.tsx';
import './styles/DriftNotice.css';

export interface DriftNoticeProps {
  readonly drift: Drift;
  /** What surrounded the passage when it was clipped. */
  readonly context?: Context | undefined;
  readonly language?: string | undefined;
  readonly now: number;
  /** Whether the clip is the person's own; what others shared is told, and stays as they shared it. */
  readonly isOwn: boolean;
  /** The words of now are the passage. Absent where that can't be said. */
  readonly onConfirm?: (() => void) | undefined;
  readonly onRefuse?: (() => void) | undefined;
  /** What is selected in the page is the passage. Absent where the page is not in front. */
  readonly onAttach?: (() => void) | undefined;
}

const titleOf = ({ at, isConfirmed }: Drift, isOwn: boolean): string => {
  if (at !== 'changed') return words.drift[at];
  if (!isOwn) return words.drift.changedShared;
  return isConfirmed ? words.drift.confirmed : words.drift.changed;
};

/** Says that a passage is no longer as it was clipped, shows then and now, and lets the person say what is so. */
export function DriftNotice({ drift, context = {}, language, now, isOwn, onConfirm, onRefuse, onAttach }: DriftNoticeProps) {
  const { at, clipped, now: wordsNow, part, seenAt } = drift;
  const id = useId();
  const tabIndex = useCardTabIndex();
  // a question is asked with what it is about in sight
  const [isOpen, setOpen] = useState(at === 'perhaps');
  const hasMore = wordsNow !== undefined || context.paragraph !== undefined || (context.headings?.length ?? 0) > 0;
  const isAsked = isOwn && at === 'perhaps';
  const mayConfirm = isOwn && at === 'changed' && !drift.isConfirmed;
  return (
    <div class={`drift drift-${at}`}>
      <p class="drift-head">
        <Icon name={at === 'gone' ? 'failure' : 'info'} />
        <span class="drift-told">
          <span class="drift-title">
            {part > 0 && `${words.drift.part(formatNumber(part + 1))}: `}
            {titleOf(drift, isOwn)}
          </span>
          {at === 'gone' && seenAt !== undefined && <span>({words.drift.looked(formatWhen(seenAt, now))})</span>}
          {hasMore && (
            <button
              type="button"
              class="fold-button"
              aria-expanded={isOpen}
              aria-controls={`${id}-more`}
              tabIndex={tabIndex}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? words.drift.hide : at === 'gone' ? words.drift.showContext : words.drift.show}
            </button>
          )}
        </span>
      </p>
      <div id={`${id}-more`} hidden={!isOpen}>
        {isOpen && wordsNow !== undefined && <WordDiff before={clipped} now={wordsNow} language={language} />}
        {isOpen && at === 'gone' && <StoredContext quote={clipped} context={context} language={language} />}
        {isOpen && mayConfirm && onConfirm && (
          <p class="drift-actions">
            <Button onClick={onConfirm} tabIndex={tabIndex}>
              {words.drift.stillIt}
            </Button>
          </p>
        )}
      </div>
      {isAsked && onConfirm && onRefuse && (
        <p class="drift-actions">
          <span class="drift-ask">{words.drift.perhapsAsk}</span>
          <Button onClick={onConfirm} tabIndex={tabIndex}>
            {words.drift.confirm}
          </Button>
          <Button look="quiet" onClick={onRefuse} tabIndex={tabIndex}>
            {words.drift.refuse}
          </Button>
        </p>
      )}
      {isOwn && at === 'gone' && (
        <p class="drift-actions">
          <span class="drift-hint">{onAttach ? words.drift.attachHint : words.drift.attachElsewhere}</span>
          {onAttach && (
            <Button onClick={onAttach} tabIndex={tabIndex}>
              {words.drift.attach}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
