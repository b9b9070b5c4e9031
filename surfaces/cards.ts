import type { Clip } from '../domain/clip.ts';
import type { Member, Membership } from '../domain/community.ts';
import type { Decision } from '../domain/decision.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import type { Post } from '../domain/post.ts';

/** Where a clip's shares stand, newest first. */
export interface ShareState {
  readonly communityName: string;
  readonly item: OutboxItem;
}

/** What a list shows: an own clip, or a post of a community, with all that its card says. */
export type Card =
  | { readonly kind: 'clip'; readonly id: string; readonly clip: Clip; readonly decision: Decision | undefined; readonly shares: readonly ShareState[] }
  | {
      readonly kind: 'post';
      readonly id: string;
      readonly post: Post;
      readonly author: Member | undefined;
      readonly membership: Membership;
      readonly replies: readonly Post[];
    };

/** Everything kept on the device that cards are made of. */
export interface Library {
  readonly clips: readonly Clip[];
  readonly decisions: readonly Decision[];
  readonly posts: readonly Post[];
  readonly members: readonly (Member & { readonly communityId: string })[];
  readonly memberships: readonly Membership[];
  readonly outbox: readonly OutboxItem[];
}

export interface Cards {
  /** Own clips, newest first. */
  readonly clips: readonly Card[];
  /** Threads of every community, newest first; own ones too. */
  readonly posts: readonly Card[];
  /** Replies by the id of the post that opens their thread, oldest first. */
  readonly byId: ReadonlyMap<string, Card>;
  /** Posts that came from a clip of this device: shown once, as the clip. */
  readonly ownPostIds: ReadonlySet<string>;
}

const group = <T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const members = groups.get(key);
    if (members) members.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

export function makeCards(library: Library): Cards {
  const decisions = new Map(library.decisions.map((decision) => [decision.id, decision]));
  const memberships = new Map(library.memberships.map((membership) => [membership.id, membership]));
  const members = new Map(library.members.map((member) => [member.communityId + member.id, member]));
  const replies = group(library.posts, (post) => post.threadId);
  const shares = group(library.outbox, (item) => item.clipId);
  const clipIds = new Set(library.clips.map((clip) => clip.id));
  const ownPostIds = new Set<string>();
  for (const { clipId, mutation } of library.outbox) if (clipId !== undefined && clipIds.has(clipId)) ownPostIds.add(mutation.postId);

  const clips = library.clips.map(
    (clip): Card => ({
      kind: 'clip',
      id: clip.id,
      clip,
      decision: clip.evidence && decisions.get(clip.evidence.decisionId),
      shares: (shares.get(clip.id) ?? []).map((item) => ({ item, communityName: memberships.get(item.communityId)?.name ?? '' })).reverse(),
    }),
  );
  const posts: Card[] = [];
  for (const post of library.posts) {
    const membership = memberships.get(post.communityId);
    if (post.threadId !== undefined || !membership) continue;
    posts.push({
      kind: 'post',
      id: post.id,
      post,
      author: members.get(post.communityId + post.authorId),
      membership,
      replies: (replies.get(post.id) ?? []).sort((one, other) => one.createdAt - other.createdAt),
    });
  }
  posts.sort((one, other) => (other.kind === 'post' && one.kind === 'post' ? other.post.createdAt - one.post.createdAt : 0));
  return { clips, posts, byId: new Map([...clips, ...posts].map((card) => [card.id, card])), ownPostIds };
}
