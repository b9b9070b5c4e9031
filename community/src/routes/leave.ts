import * as v from 'valibot';
import { ok } from '../../../domain/failure.ts';
import { memberDoor } from '../door.ts';
import { leave as leaveCommunity } from '../store/members.ts';

export const leave = memberDoor(
  {
    method: 'delete',
    path: '/communities/:community/members/me',
    summary: 'Leave. What one posted stays; the token opens nothing any more. The last leader can not leave others behind.',
    output: v.object({}),
    failures: ['refused'],
  },
  async ({ deps, communityId, caller }) => {
    const left = await leaveCommunity(deps.pool, caller);
    if (!left.ok) return left;
    deps.bus.publish({ type: 'left', communityId, memberId: caller.memberId });
    deps.bus.publish({ type: 'changed', communityId, seq: left.value });
    return ok({});
  },
);
