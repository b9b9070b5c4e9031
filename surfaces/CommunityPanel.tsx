import { Button } from '../components/Button.tsx';
import { CommunityHeader } from '../components/CommunityHeader.tsx';
import { mayInvite } from '../domain/community.ts';
import { words } from '../locales/index.ts';
import type { LiveState } from '../sharing/live.ts';
import type { AppModel } from './appModel.ts';
import type { Library } from './library.ts';
import type { LiveStates } from './liveUpdates.ts';

const lineInWords: Readonly<Record<LiveState, 'live' | 'connecting' | 'offline'>> = {
  live: 'live',
  connecting: 'connecting',
  waiting: 'offline',
  refused: 'offline',
};

/** The communities above their feed. */
export const CommunityPanel = ({
  model,
  library,
  live,
}: {
  readonly model: AppModel;
  readonly library: Library;
  readonly live: LiveStates;
}) => (
  <div class="communities">
    {library.memberships.map((membership) => (
      <CommunityHeader
        key={membership.id}
        community={membership}
        members={library.members.get(membership.id) ?? 0}
        unsent={library.outbox.filter(({ communityId }) => communityId === membership.id).length}
        live={lineInWords[live.get(membership.id) ?? 'connecting']}
        onInvite={mayInvite(membership.role) ? () => (model.sheet.value = { at: 'invite', communityId: membership.id }) : undefined}
        onLeave={() => void model.act('leaveCommunity', { id: membership.id })}
      />
    ))}
    {library.memberships.length > 0 && (
      <p class="communities-more">
        <Button look="quiet" icon="add" onClick={() => (model.sheet.value = { at: 'join', link: '' })}>
          {words.empty.join}
        </Button>
        <Button look="quiet" icon="add" onClick={() => (model.sheet.value = { at: 'create' })}>
          {words.empty.create}
        </Button>
      </p>
    )}
  </div>
);
