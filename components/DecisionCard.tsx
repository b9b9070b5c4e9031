import type { Decision } from '../domain/decision.ts';
import { formatMoment, formatWhen, words } from '../locales/index.ts';
import { CardFrame, useCardTabIndex } from './CardFrame.tsx';
import { Highlight, type MatchRange } from './Highlight.tsx';
import './styles/CardBody.css';
import './styles/DecisionCard.css';

export interface DecisionCardProps {
  readonly question: string;
  readonly status: Decision['status'];
  /** How many clips lead to it. */
  readonly evidence: number;
  /** When it was last touched, and the present, in milliseconds since 1970. */
  readonly updatedAt: number;
  readonly now: number;
  /** What of the question was matched. */
  readonly matches?: readonly MatchRange[] | undefined;
  readonly onOpen: () => void;
}

/** A decision among what was found: its question, where it stands, and what leads to it. */
export function DecisionCard({ question, status, evidence, updatedAt, now, matches, onOpen }: DecisionCardProps) {
  const tabIndex = useCardTabIndex();
  return (
    <CardFrame label={words.decision.label(question, words.decision.status[status])} onOpen={onOpen}>
      <div class="decision-card">
        <p class="decision-head">
          <span class="decision-kind">{words.decision.kind}</span>
          <span class={`decision-status decision-status-${status}`}>{words.decision.status[status]}</span>
        </p>
        <button type="button" class="decision-question" dir="auto" tabIndex={tabIndex} title={words.decision.open} onClick={onOpen}>
          <Highlight text={question} ranges={matches} />
        </button>
        <p class="card-source">
          <span>{words.decision.evidence(evidence)}</span>
          <time dateTime={new Date(updatedAt).toISOString()} title={formatMoment(updatedAt)}>
            {formatWhen(updatedAt, now)}
          </time>
        </p>
      </div>
    </CardFrame>
  );
}
