import * as v from 'valibot';
import { Failure } from './failure.ts';
import { Id, Instant } from './id.ts';
import { Mutation } from './wire.ts';

/**
 * What waits on the device to be sent. `waiting` covers "being sent": an item whose answer was lost
 * is indistinguishable from one never sent, and is sent again under the same mutation id.
 * A refusal is final until a person acts; it never holds up the items behind it.
 */
export const OutboxItem = v.object({
  /** The mutation id. UUIDv7, so ids order by creation. */
  id: Id,
  communityId: Id,
  mutation: Mutation,
  /** The clip that a shared post comes from. */
  clipId: v.optional(Id),
  state: v.picklist(['waiting', 'sent', 'refused']),
  attempts: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Not before this time, unless the person asks. */
  nextAttemptAt: Instant,
  /** Why the last attempt failed, or why it was refused. */
  failure: v.optional(Failure),
  createdAt: Instant,
  sentAt: v.optional(Instant),
});
export type OutboxItem = v.InferOutput<typeof OutboxItem>;

/** First and longest wait between attempts, in milliseconds. */
export const BACK_OFF = { first: 1_000, longest: 300_000 } as const;

/** How long to wait after the given number of failed attempts: doubling, with `jitter` in [0, 1) taking up to a quarter off. */
export const backOff = (attempts: number, jitter: number): number =>
  Math.round(Math.min(BACK_OFF.first * 2 ** Math.max(0, attempts - 1), BACK_OFF.longest) * (1 - jitter / 4));
