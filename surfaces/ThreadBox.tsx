import { useRef, useState } from 'preact/hooks';
import { Thread } from '../components/Thread.tsx';
import { mayPost } from '../domain/community.ts';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/send.ts';
import { newId } from '../storage/ids.ts';
import type { Membership } from '../domain/community.ts';
import type { Reply } from '../finding/cards.ts';
import { newOutgoing } from './outgoing.ts';

const KEY = 'reply:';

export interface ThreadBoxProps {
  /** The thread's key among all communities (`postKey`). */
  readonly id: string;
  /** The post that opens it. */
  readonly threadId: string;
  readonly membership: Membership;
  readonly replies: readonly Reply[];
  /** How many people are in the community. */
  readonly members: number;
  readonly now: number;
}

/**
 * The replies under a post, and the reply being written. That is kept in the extension's own
 * localStorage at each keystroke: written at once, so that a popup may close at any moment.
 */
export function ThreadBox({ id, threadId, membership, replies, members, now }: ThreadBoxProps) {
  const key = KEY + id;
  const [draft, setDraft] = useState(() => localStorage.getItem(key) ?? '');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  // one reply, however often it is tried
  const ids = useRef(newOutgoing());

  const write = (text: string): void => {
    setDraft(text);
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const queued = await ask('reply', {
      ...ids.current,
      communityId: membership.id,
      threadId,
      body: { kind: 'note', text: draft },
    });
    setBusy(false);
    if (!queued.ok) {
      setFailure(queued.error);
      return;
    }
    ids.current = newOutgoing();
    write('');
  };
  return (
    <Thread
      replies={replies.map((reply) => ({ ...reply, isOwn: reply.authorId === membership.memberId }))}
      now={now}
      communityName={membership.name}
      members={members}
      mayPost={mayPost(membership.role) && !membership.revoked}
      draft={draft}
      busy={isBusy}
      failure={failure}
      onDraft={write}
      onSend={() => void send()}
      onRemove={(postId) => void ask('removePost', { mutationId: newId(), communityId: membership.id, postId })}
    />
  );
}
