import { DriftNotice } from '../components/DriftNotice.tsx';
import type { Clip } from '../domain/clip.ts';
import type { Drift } from '../domain/drift.ts';
import type { ClipBody } from '../domain/post.ts';
import type { AnchorActions } from './anchorActions.ts';

export interface ClipDriftsProps {
  readonly clip: Clip;
  readonly drifts: readonly Drift[];
  readonly now: number;
  readonly actions: AnchorActions;
  /** Whether the clip's page is in front, so that something can be selected there. */
  readonly isPageInFront: boolean;
}

/** What is to be told of an own clip's passages, and what the person may say to it. */
export const ClipDrifts = ({ clip, drifts, now, actions, isPageInFront }: ClipDriftsProps) => (
  <>
    {drifts.map((drift) => (
      <DriftNotice
        // a new state is a new question
        key={`${drift.part} ${drift.at} ${drift.now ?? ''}`}
        drift={drift}
        context={drift.part === 0 ? clip.context : clip.morePassages?.[drift.part - 1]?.context}
        language={clip.source.language}
        now={now}
        isOwn
        onConfirm={() => void actions.confirm(clip.id, drift)}
        onRefuse={() => void actions.refuse(clip.id, drift)}
        onAttach={isPageInFront ? () => void actions.attach(clip.id, drift.part) : undefined}
      />
    ))}
  </>
);

export interface SharedDriftsProps {
  readonly body: ClipBody;
  readonly drifts: readonly Drift[];
  readonly now: number;
}

/** What is to be told of what a member shared. */
export const SharedDrifts = ({ body, drifts, now }: SharedDriftsProps) => (
  <>
    {drifts.map((drift) => (
      <DriftNotice
        key={`${drift.part} ${drift.at} ${drift.now ?? ''}`}
        drift={drift}
        // a community is told the surroundings of the first passage only
        context={
          drift.part > 0
            ? undefined
            : { ...(body.paragraph && { paragraph: body.paragraph }), ...(body.headings && { headings: body.headings }) }
        }
        language={body.language}
        now={now}
        isOwn={false}
      />
    ))}
  </>
);
