import { InviteLook, LookAtInvite } from '../../../domain/wire.ts';
import { openDoor } from '../door.ts';
import { lookAtInvite } from '../store/invites.ts';

export const look = openDoor(
  {
    method: 'post',
    path: '/communities/:community/invites/look',
    summary: 'What an invite opens, before one joins.',
    input: LookAtInvite,
    output: InviteLook,
    failures: ['invite-wrong', 'invite-expired', 'invite-used-up'],
  },
  ({ deps, communityId, input }) => lookAtInvite(deps.pool, communityId, input.secret),
);
