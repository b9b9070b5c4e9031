import * as v from 'valibot';
import { Community, Member, Name, Purpose, Role } from './community.ts';
import { Id, Instant } from './id.ts';
import { Post, PostBody, Reaction } from './post.ts';

/**
 * What goes between a device and a community server: JSON over HTTP, described at /openapi.json.
 * A member's requests carry `Authorization: Bearer <token>`.
 */

const Secret = v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'must be 32 bytes in base64url'));
const seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/** GET /health */
export const Health = v.object({ service: v.literal('whence-community'), status: v.literal('ok'), version: v.string() });

/** POST /communities, with the operator's creation key as the bearer. Sent again, it answers the same. */
export const CreateCommunity = v.object({
  communityId: Id,
  name: Name,
  purpose: Purpose,
  memberId: Id,
  memberName: Name,
  token: Secret,
});
/** POST /communities/:community/join. The device makes its own member id and token, so a retry joins once. */
export const Join = v.object({ secret: Secret, memberId: Id, memberName: Name, token: Secret });
export const Joined = v.object({ community: Community, member: Member });
export type Joined = v.InferOutput<typeof Joined>;

/** POST /communities/:community/invites/look: what an invite opens, before one joins. */
export const LookAtInvite = v.object({ secret: Secret });
export const InviteLook = v.object({ community: Community, members: seq, role: Role, invitedBy: v.string() });
export type InviteLook = v.InferOutput<typeof InviteLook>;

/** POST /communities/:community/invites. `link` is shown once: the server keeps a hash of its secret. */
export const MakeInvite = v.object({
  inviteId: Id,
  role: v.optional(Role, 'member'),
  uses: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 25),
  /** Days from now. */
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 14),
});
export const Invite = v.object({ link: v.string(), role: Role, uses: seq, expiresAt: Instant });
export type Invite = v.InferOutput<typeof Invite>;

/** GET /communities/:community/members */
export const Members = v.object({ members: v.array(Member) });

/** One change that a device asks for. `id` is its mutation id: executed once, however often it is sent. */
export const Mutation = v.variant('type', [
  v.object({ type: v.literal('post'), id: Id, postId: Id, threadId: v.optional(Id), body: PostBody }),
  v.object({ type: v.literal('react'), id: Id, postId: Id, reaction: Reaction, on: v.boolean() }),
  v.object({ type: v.literal('remove'), id: Id, postId: Id }),
]);
export type Mutation = v.InferOutput<typeof Mutation>;

/** POST /communities/:community/push. Executed in order; one that is refused does not stop the next. */
export const Push = v.object({ clientId: Id, mutations: v.pipe(v.array(Mutation), v.minLength(1), v.maxLength(50)) });
export const REFUSALS = ['role-too-low', 'post-gone', 'mutation-conflict', 'refused'] as const;
export const PushResult = v.variant('outcome', [
  v.object({ id: Id, outcome: v.literal('done'), seq }),
  v.object({ id: Id, outcome: v.literal('refused'), code: v.fallback(v.picklist(REFUSALS), 'refused'), sentence: v.string() }),
]);
export type PushResult = v.InferOutput<typeof PushResult>;
export const Pushed = v.object({ results: v.array(PushResult) });

/** One change that a device has to take in. */
export const Change = v.variant('type', [
  v.object({ type: v.literal('post'), seq, post: Post }),
  v.object({ type: v.literal('post-removed'), seq, postId: Id }),
  v.object({ type: v.literal('member'), seq, member: Member }),
  v.object({ type: v.literal('member-left'), seq, memberId: Id }),
  v.object({ type: v.literal('community'), seq, community: Community }),
]);
export type Change = v.InferOutput<typeof Change>;

/**
 * GET /communities/:community/pull?cursor=…&limit=… The cursor is opaque. `reset` says: forget what
 * you have of this community, these changes start from nothing.
 */
export const Pulled = v.object({ changes: v.array(Change), next: v.string(), more: v.boolean(), reset: v.boolean() });
export type Pulled = v.InferOutput<typeof Pulled>;

/** GET /communities/:community/live: Server-Sent Events named `poke`, whose data is this. */
export const Poke = v.object({ community: Id, seq });
export type Poke = v.InferOutput<typeof Poke>;

/** Every answer that is not 2xx. `sentence` is for a person; `next` says what to do. */
export const ServerError = v.object({ error: v.object({ code: v.string(), sentence: v.string(), next: v.string() }) });
export type ServerError = v.InferOutput<typeof ServerError>;
