import type { Audience } from '../components/audience.ts';
import { mayPost } from '../domain/community.ts';
import type { Library } from './cards.ts';

/** How many people are in a community now. */
export const membersIn = (members: Library['members'], communityId: string): number =>
  members.filter((member) => member.communityId === communityId && !member.hasLeft).length;

/** The communities that a clip can be shared to. */
export const audiencesOf = ({ memberships, members }: Pick<Library, 'memberships' | 'members'>): Audience[] =>
  memberships
    .filter(({ revoked }) => !revoked)
    .map(({ id, name, role }) => ({ communityId: id, name, mayPost: mayPost(role), members: membersIn(members, id) }));
