import { useMemo } from 'preact/hooks';
import { AskForm } from '../components/AskForm.tsx';
import type { Audience } from '../components/audience.ts';
import { ask } from '../messaging/send.ts';
import { newOutgoing } from './outgoing.ts';
import { questionModel } from './questionModel.ts';

export interface AskSheetProps {
  readonly audience: Audience;
  /** What was searched for, to begin with. */
  readonly query: string;
  readonly onAsked: () => void;
  readonly onCancel: () => void;
}

/** A question to a community, from a search that found nothing. What is written stays until it is sent. */
export function AskSheet({ audience: { communityId, name, members }, query, onAsked, onCancel }: AskSheetProps) {
  const { text, isBusy, failure, write, send } = useMemo(
    () => questionModel({ communityId, query, storage: localStorage, ask, newIds: newOutgoing }),
    [communityId],
  );
  return (
    <AskForm
      communityName={name}
      members={members}
      text={text.value}
      busy={isBusy.value}
      failure={failure.value}
      onText={write}
      onSend={() => void send().then((isSent) => isSent && onAsked())}
      onCancel={onCancel}
    />
  );
}
