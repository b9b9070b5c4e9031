import { useState } from 'preact/hooks';
import { JoinForm } from '../components/JoinForm.tsx';
import type { Failure } from '../domain/failure.ts';
import type { InviteLook } from '../domain/wire.ts';
import { ask } from '../messaging/send.ts';

export interface JoinSheetProps {
  /** From the page in front, when that is an invitation. */
  readonly link: string;
  readonly memberName: string;
  readonly onJoined: () => void;
  readonly onCancel: () => void;
}

/** Look at an invite, then join. The server is asked for the first time when the person says so. */
export function JoinSheet(props: JoinSheetProps) {
  const [link, setLink] = useState(props.link);
  const [memberName, setMemberName] = useState(props.memberName);
  const [look, setLook] = useState<InviteLook>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const during = async (work: () => Promise<Failure | undefined>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    setFailure(await work());
    setBusy(false);
  };
  const lookAt = (): Promise<void> =>
    during(async () => {
      const seen = await ask('lookAtInvite', { link });
      if (!seen.ok) return seen.error;
      setLook(seen.value);
      return undefined;
    });
  const join = (): Promise<void> =>
    during(async () => {
      const joined = await ask('joinCommunity', { link, memberName });
      if (!joined.ok) return joined.error;
      props.onJoined();
      return undefined;
    });

  return (
    <JoinForm
      link={link}
      memberName={memberName}
      look={look}
      busy={isBusy}
      failure={failure}
      onLink={(next) => {
        setLink(next);
        setLook(undefined);
        setFailure(undefined);
      }}
      onName={setMemberName}
      onLook={() => void lookAt()}
      onJoin={() => void join()}
      onCancel={props.onCancel}
    />
  );
}
