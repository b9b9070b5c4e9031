import * as v from 'valibot';
import { Id, Instant } from './id.ts';
import { SHARED } from './limits.ts';

/** From least to most. *Champion* is a hat, not a rank, and stands beside the role. */
export const ROLES = ['reader', 'observer', 'member', 'moderator', 'leader'] as const;
export const Role = v.picklist(ROLES);
export type Role = v.InferOutput<typeof Role>;

/** Roles that may post, reply and react. */
export const mayPost = (role: Role): boolean => role === 'member' || role === 'moderator' || role === 'leader';
/** Roles that may make an invite; nobody invites to a role above their own. */
export const mayInvite = (role: Role): boolean => role === 'moderator' || role === 'leader';
export const isAtMost = (role: Role, other: Role): boolean => ROLES.indexOf(role) <= ROLES.indexOf(other);

export const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(SHARED.name));
export const Purpose = v.pipe(v.string(), v.trim(), v.maxLength(SHARED.purpose));

/** A community as its server tells it. */
export const Community = v.object({ id: Id, name: Name, purpose: Purpose, createdAt: Instant });
export type Community = v.InferOutput<typeof Community>;

export const Member = v.object({ id: Id, name: Name, role: Role, joinedAt: Instant });
export type Member = v.InferOutput<typeof Member>;

/** A community that this device has joined: what it needs to speak to the server, and where it stands. */
export const Membership = v.object({
  ...Community.entries,
  /** The server's origin with its path, without a closing slash: `https://whence.example`. */
  server: v.string(),
  memberId: Id,
  name: Name,
  memberName: Name,
  role: Role,
  /** 32 random bytes, base64url; made on this device, known to the server as a hash only. */
  token: v.string(),
  /** Opaque; absent before the first pull. */
  cursor: v.optional(v.string()),
  joinedAt: Instant,
  pulledAt: v.optional(Instant),
  /** The newest sequence number that the person has seen in the feed. */
  seenSeq: v.number(),
  /** Set when the server no longer accepts this device: what is here stays readable, nothing is sent. */
  revoked: v.optional(v.boolean()),
});
export type Membership = v.InferOutput<typeof Membership>;
