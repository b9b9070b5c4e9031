import { CreateCommunity, Joined } from '../../../domain/wire.ts';
import { operatorDoor } from '../door.ts';
import { createCommunity } from '../store/communities.ts';

export const create = operatorDoor(
  {
    method: 'post',
    path: '/communities',
    summary: 'Make a community; who makes it is its first leader.',
    input: CreateCommunity,
    output: Joined,
    failures: ['refused'],
  },
  ({ deps, input }) => createCommunity(deps.pool, input),
);
