import { ok } from '../../../domain/failure.ts';
import { Members } from '../../../domain/wire.ts';
import { memberDoor } from '../door.ts';
import { listMembers } from '../store/members.ts';

export const members = memberDoor(
  { method: 'get', path: '/communities/:community/members', summary: 'Who is in the community.', output: Members },
  async ({ deps, communityId }) => ok({ members: await listMembers(deps.pool, communityId) }),
);
