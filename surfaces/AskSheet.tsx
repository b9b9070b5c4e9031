import { useRef, useState } from 'preact/hooks';
import { AskForm } from '../components/AskForm.tsx';
import type { Audience } from '../components/audience.ts';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/send.ts';
import { newOutgoing } from './outgoing.ts';

export interface AskSheetProps {
  readonly audience: Audience;
  /** What was searched for, to begin with. */
  readonly query: string;
  readonly onAsked: () => void;
  readonly onCancel: () => void;
}

/** A question to a community, from a search that found nothing. */
export function AskSheet({ audience: { communityId, name, members }, query, onAsked, onCancel }: AskSheetProps) {
  const [text, setText] = useState(query);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  // one question, however often it is tried
  const ids = useRef(newOutgoing());
  const send = async (): Promise<void> => {
    setBusy(true);
    const queued = await ask('reply', { ...ids.current, communityId, body: { kind: 'note', text } });
    setBusy(false);
    if (queued.ok) onAsked();
    else setFailure(queued.error);
  };
  return (
    <AskForm
      communityName={name}
      members={members}
      text={text}
      busy={isBusy}
      failure={failure}
      onText={setText}
      onSend={() => void send()}
      onCancel={onCancel}
    />
  );
}
