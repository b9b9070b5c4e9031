import * as v from 'valibot';
import { fail, ok } from '../../../domain/failure.ts';
import { memberDoor } from '../door.ts';
import { leave as leaveCommunity } from '../store/members.ts';

export const leave = memberDoor(
  {
    method: 'delete',
    path: '/communities/:community/members/me',
    summary: 'Leave. What one posted stays; the token opens nothing any more.',
    output: v.object({}),
  },
  async ({ deps, communityId, caller }) => {
    const seq = await leaveCommunity(deps.pool, caller);
    if (seq === undefined) return fail('not-a-member');
    deps.bus.publish({ type: 'left', communityId, memberId: caller.memberId });
    deps.bus.publish({ type: 'changed', communityId, seq });
    return ok({});
  },
);
