import type { Audience } from '../components/audience.ts';
import { mayPost } from '../domain/community.ts';
import type { Library } from './library.ts';

/** The communities that a clip can be shared to. */
export const audiencesOf = ({ memberships, members }: Pick<Library, 'memberships' | 'members'>): Audience[] =>
  memberships
    .filter(({ revoked }) => !revoked)
    .map(({ id, name, role }) => ({ communityId: id, name, mayPost: mayPost(role), members: members.get(id) ?? 0 }));
