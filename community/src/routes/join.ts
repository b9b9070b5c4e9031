import { Join, Joined } from '../../../domain/wire.ts';
import { openDoor } from '../door.ts';
import { tell } from '../live/tell.ts';
import { joinCommunity } from '../store/communities.ts';

export const join = openDoor(
  {
    method: 'post',
    path: '/communities/:community/join',
    summary: 'Join by an invite. A retry with the same member id and token joins once.',
    input: Join,
    output: Joined,
    failures: ['invite-wrong', 'invite-expired', 'invite-used-up', 'refused'],
  },
  async ({ deps, communityId, input }) => {
    const joined = await joinCommunity(deps.pool, communityId, input);
    if (joined.ok) await tell(deps, communityId);
    return joined;
  },
);
