import { useState } from 'preact/hooks';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { SharePreview } from '../components/SharePreview.tsx';
import type { Audience } from '../components/audience.ts';
import type { Clip } from '../domain/clip.ts';
import type { Decision } from '../domain/decision.ts';
import type { Failure } from '../domain/failure.ts';
import { SHARE_ALL, shareBody } from '../domain/sharing.ts';
import { ask } from '../messaging/send.ts';
import { newOutgoing } from './outgoing.ts';

export interface ShareSheetProps {
  readonly clip: Clip;
  readonly decision: Decision | undefined;
  readonly audiences: readonly Audience[];
  readonly communityId: string;
  readonly onDone: () => void;
}

/** The review of a share, in a page of the extension's own: what is shown is what is sent. */
export function ShareSheet({ clip, decision, audiences, communityId, onDone }: ShareSheetProps) {
  const [choice, setChoice] = useState(SHARE_ALL);
  const [community, setCommunity] = useState(communityId);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [ids] = useState(newOutgoing);

  const shared = shareBody(clip, decision, choice);
  if (!shared.ok) return <FailureNotice failure={shared.error} onDismiss={onDone} />;
  const { body, droppedFromAddress } = shared.value;

  const confirm = async (): Promise<void> => {
    setBusy(true);
    const queued = await ask('shareClip', { ...ids, clipId: clip.id, communityId: community, body });
    setBusy(false);
    if (queued.ok) onDone();
    else setFailure(queued.error);
  };
  return (
    <SharePreview
      clip={clip}
      body={body}
      droppedFromAddress={droppedFromAddress}
      choice={choice}
      audiences={audiences}
      communityId={community}
      failure={failure}
      busy={isBusy}
      onChoice={setChoice}
      onCommunity={setCommunity}
      onConfirm={() => void confirm()}
      onCancel={onDone}
    />
  );
}
