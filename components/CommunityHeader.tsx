import { useState } from 'preact/hooks';
import type { Membership } from '../domain/community.ts';
import { words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import './styles/CommunityHeader.css';

export interface CommunityHeaderProps {
  readonly community: Pick<Membership, 'name' | 'purpose' | 'revoked'>;
  readonly members: number;
  /** What one wrote and what has not reached the server. */
  readonly unsent?: number;
  /** Whether changes arrive as they are made. */
  readonly live: 'live' | 'connecting' | 'offline';
  /** Only for who may invite. */
  readonly onInvite?: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** What a community is for, how many read there, and whether its feed is up to date. */
export function CommunityHeader({ community, members, unsent = 0, live, onInvite, onLeave }: CommunityHeaderProps) {
  const [isLeaving, setLeaving] = useState(false);
  return (
    <header class="community-header">
      <div class="community-head">
        <h2 class="community-name">{community.name}</h2>
        {onInvite && !community.revoked && (
          <Button look="quiet" icon="add" onClick={onInvite}>
            {words.community.invite}
          </Button>
        )}
        <Button look="quiet" expanded={isLeaving} onClick={() => setLeaving(!isLeaving)}>
          {words.community.leave}
        </Button>
      </div>
      {community.purpose && (
        <p class="community-purpose" dir="auto">
          {community.purpose}
        </p>
      )}
      <p class="community-facts">
        <span>{words.community.members(members)}</span>
        <span class={`community-live community-${live}`}>{words.community.live[live]}</span>
      </p>
      {community.revoked && <Notice kind="warning" title={words.community.revoked} />}
      {isLeaving && (
        <Notice kind="warning" title={words.community.leaveSure(community.name, unsent)}>
          <Button look="danger" onClick={onLeave}>
            {words.community.leaveConfirm}
          </Button>
          <Button look="quiet" onClick={() => setLeaving(false)}>
            {words.cancel}
          </Button>
        </Notice>
      )}
    </header>
  );
}
