import { isAtMost, mayInvite } from '../../../domain/community.ts';
import { fail, ok } from '../../../domain/failure.ts';
import { inviteLink } from '../../../domain/invite.ts';
import { Invite, MakeInvite } from '../../../domain/wire.ts';
import { memberDoor } from '../door.ts';
import { derivedSecret } from '../secrets.ts';
import { makeInvite } from '../store/invites.ts';

export const invite = memberDoor(
  {
    method: 'post',
    path: '/communities/:community/invites',
    summary: "Make an invite, to a role no higher than one's own. Sent again with the same id it answers the same link.",
    input: MakeInvite,
    output: Invite,
    failures: ['role-too-low', 'refused'],
  },
  async ({ deps, communityId, caller, token, input, context }) => {
    if (!mayInvite(caller.role) || !isAtMost(input.role, caller.role)) return fail('role-too-low');
    // the secret is stored nowhere, and a device whose answer got lost still gets the same link
    const secret = derivedSecret(token, `invite ${input.inviteId}`);
    const made = await makeInvite(deps.pool, caller, input, secret);
    if (!made.ok) return made;
    const server = deps.publicAddress ?? new URL(context.req.url).origin;
    return ok({ link: inviteLink({ server, communityId, secret }), ...made.value });
  },
);
