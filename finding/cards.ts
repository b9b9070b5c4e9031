import type { Clip } from '../domain/clip.ts';
import type { Member, Membership } from '../domain/community.ts';
import type { Decision } from '../domain/decision.ts';
import { clipDrifts, sharedDrifts, type Drift } from '../domain/drift.ts';
import type { Failure } from '../domain/failure.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import { pageKey } from '../domain/pageAddress.ts';
import type { Post } from '../domain/post.ts';
import type { KeptSighting } from '../domain/sighting.ts';

/** One share of a clip. */
export interface ShareState {
  readonly communityName: string;
  readonly item: OutboxItem;
  /** What was said of it there, the oldest first. */
  readonly replies: readonly Reply[];
}

/** A reply in a thread, also one that is still on its way. */
export interface Reply {
  readonly id: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly text: string;
  readonly createdAt: number;
  readonly state: OutboxItem['state'];
  readonly failure?: Failure;
}

export interface ClipCardData {
  readonly kind: 'clip';
  readonly id: string;
  readonly clip: Clip;
  readonly decision: Decision | undefined;
  /** The newest first. */
  readonly shares: readonly ShareState[];
  /** What is to be told of its passages as they are now. */
  readonly drifts: readonly Drift[];
}

export interface PostCardData {
  readonly kind: 'post';
  /** Not the post's own id, which its server chose: unique among all cards. */
  readonly id: string;
  readonly post: Post;
  readonly authorName: string;
  readonly membership: Membership;
  /** The oldest first. */
  readonly replies: readonly Reply[];
  readonly drifts: readonly Drift[];
}

export interface DecisionCardData {
  readonly kind: 'decision';
  readonly id: string;
  readonly decision: Decision;
  /** Clips that are tied to it. */
  readonly evidence: number;
  readonly drifts: readonly [];
}

/** What a list shows: an own clip, a decision, or a post of a community, with all that its card says. */
export type Card = ClipCardData | DecisionCardData | PostCardData;

/** What names a card among all: an id alone may be a clip's, a decision's or, in each community, a post's. */
export type CardKey = Pick<Card, 'id' | 'kind'>;

/** Everything kept on the device that cards are made of. */
export interface Library {
  readonly clips: readonly Clip[];
  readonly decisions: readonly Decision[];
  readonly posts: readonly Post[];
  /** Those who left included: their posts still have a name. */
  readonly members: readonly (Member & { readonly communityId: string; readonly hasLeft: boolean })[];
  readonly memberships: readonly Membership[];
  /** In the order in which they were made. */
  readonly outbox: readonly OutboxItem[];
  /** What pages told of the passages of clips and posts. */
  readonly sightings: readonly KeptSighting[];
  /** How many clips are tied to a decision, by its id. */
  readonly evidence: ReadonlyMap<string, number>;
}

export interface Cards {
  /** Own clips, the newest first. */
  readonly clips: readonly ClipCardData[];
  /** Threads of every community, the newest first; own ones too. */
  readonly posts: readonly PostCardData[];
  readonly byId: ReadonlyMap<string, Card>;
  /** Cards of posts that came from a clip of this device: found once, as the clip. */
  readonly ownPostIds: ReadonlySet<string>;
}

/**
 * A post's key. Ids of posts come from servers: one that gives a post the id of another community's, or
 * of an own clip, must not put it in the other's place.
 */
export const postKey = (communityId: string, postId: string): string => `${communityId}/${postId}`;

/** The key of the page that a card's passage is on; absent where there is none. */
export const pageOf = (card: Card): string | undefined => {
  if (card.kind === 'clip') return card.clip.pageKey;
  return card.kind === 'post' && card.post.body.kind === 'clip' ? pageKey(card.post.body.target.source) : undefined;
};

/** Put cards together; what waits in the outbox is shown as if it had arrived, and says that it waits. */
export function makeCards(library: Library): Cards {
  const decisions = new Map(library.decisions.map((decision) => [decision.id, decision]));
  const memberships = new Map(library.memberships.map((membership) => [membership.id, membership]));
  const names = new Map(library.members.map((member) => [member.communityId + member.id, member.name]));
  const clipIds = new Set(library.clips.map((clip) => clip.id));
  const known = new Set(library.posts.map((post) => postKey(post.communityId, post.id)));
  const sightings = Map.groupBy(library.sightings, ({ id }) => id);
  const ownPostIds = new Set<string>();
  const shares = new Map<string, Omit<ShareState, 'replies'>[]>();
  const replies = new Map<string, Reply[]>();
  const removed = new Set<string>();
  const reactions = new Map<string, boolean>();
  const addReply = (thread: string, reply: Reply): void => {
    const before = replies.get(thread);
    if (before) before.push(reply);
    else replies.set(thread, [reply]);
  };

  for (const post of library.posts) {
    if (post.threadId === undefined || post.body.kind !== 'note') continue;
    const authorName = names.get(post.communityId + post.authorId) ?? '';
    addReply(postKey(post.communityId, post.threadId), {
      id: post.id,
      authorId: post.authorId,
      authorName,
      text: post.body.text,
      createdAt: post.createdAt,
      state: 'sent',
    });
  }
  for (const item of library.outbox) {
    const { mutation, clipId, communityId } = item;
    const membership = memberships.get(communityId);
    if (!membership) continue;
    const target = postKey(communityId, mutation.postId);
    if (clipId !== undefined && clipIds.has(clipId)) {
      shares.set(clipId, [{ item, communityName: membership.name }, ...(shares.get(clipId) ?? [])]);
      ownPostIds.add(target);
    }
    if (mutation.type === 'post' && mutation.threadId !== undefined && mutation.body.kind === 'note' && !known.has(target)) {
      addReply(postKey(communityId, mutation.threadId), {
        id: mutation.postId,
        authorId: membership.memberId,
        authorName: membership.memberName,
        text: mutation.body.text,
        createdAt: item.createdAt,
        state: item.state,
        ...(item.failure && { failure: item.failure }),
      });
    }
    if (item.state === 'refused') continue;
    if (mutation.type === 'remove') removed.add(target);
    if (mutation.type === 'react') reactions.set(target, mutation.on);
  }

  const repliesTo = (communityId: string, postId: string): readonly Reply[] =>
    (replies.get(postKey(communityId, postId)) ?? [])
      .filter(({ id }) => !removed.has(postKey(communityId, id)))
      .sort((one, other) => one.createdAt - other.createdAt);
  const clips = library.clips.map((clip): ClipCardData => ({
    kind: 'clip',
    id: clip.id,
    clip,
    decision: clip.evidence && decisions.get(clip.evidence.decisionId),
    shares: (shares.get(clip.id) ?? []).map((share) => ({
      ...share,
      replies: repliesTo(share.item.communityId, share.item.mutation.postId),
    })),
    drifts: clipDrifts(clip, sightings.get(clip.id) ?? []),
  }));
  const posts: PostCardData[] = [];
  for (const post of library.posts) {
    const membership = memberships.get(post.communityId);
    const key = postKey(post.communityId, post.id);
    if (post.threadId !== undefined || !membership || removed.has(key)) continue;
    posts.push({
      kind: 'post',
      id: key,
      post: withOwnReaction(post, membership.memberId, reactions.get(key)),
      authorName: names.get(post.communityId + post.authorId) ?? '',
      membership,
      replies: repliesTo(post.communityId, post.id),
      drifts: sharedDrifts(post.body, sightings.get(post.id) ?? []),
    });
  }
  posts.sort((one, other) => other.post.createdAt - one.post.createdAt);
  const questions = library.decisions.map((decision): DecisionCardData => {
    const { id } = decision;
    return { kind: 'decision', id, decision, evidence: library.evidence.get(id) ?? 0, drifts: [] };
  });
  return { clips, posts, byId: new Map<string, Card>([...questions, ...clips, ...posts].map((card) => [card.id, card])), ownPostIds };
}

/** The post as it will be once the waiting reaction has arrived. */
function withOwnReaction(post: Post, memberId: string, isOn: boolean | undefined): Post {
  if (isOn === undefined || post.reactions.relied.includes(memberId) === isOn) return post;
  const others = post.reactions.relied.filter((id) => id !== memberId);
  return { ...post, reactions: { relied: isOn ? [...others, memberId] : others } };
}
