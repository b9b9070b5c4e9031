import { useEffect, useState } from 'preact/hooks';
import { Delayed } from '../components/Delayed.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { InviteMade } from '../components/InviteMade.tsx';
import { ProgressBar } from '../components/ProgressBar.tsx';
import type { Failure } from '../domain/failure.ts';
import type { Invite } from '../domain/wire.ts';
import { words } from '../locales/index.ts';
import { ask } from '../messaging/send.ts';
import { newId } from '../storage/ids.ts';

/** Make an invite link and show it, the only time that it can be. */
export function InviteSheet({ communityId, onDone }: { readonly communityId: string; readonly onDone: () => void }) {
  const [invite, setInvite] = useState<Invite>();
  const [failure, setFailure] = useState<Failure>();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    void ask('makeInvite', { communityId, invite: { inviteId: newId() } }).then((made) =>
      made.ok ? setInvite(made.value) : setFailure(made.error),
    );
  }, [communityId]);
  if (failure) return <FailureNotice failure={failure} onDismiss={onDone} />;
  if (!invite) {
    return (
      <Delayed>
        <ProgressBar label={words.loading} />
      </Delayed>
    );
  }
  return (
    <InviteMade
      invite={invite}
      isCopied={isCopied}
      onCopy={() => void navigator.clipboard.writeText(invite.link).then(() => setCopied(true))}
      onDone={onDone}
    />
  );
}
