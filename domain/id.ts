import * as v from 'valibot';

/** A UUID in lower case. Ours are version 7, made on the device (RFC 9562, section 5.7). */
export const Id = v.pipe(v.string(), v.uuid(), v.toLowerCase());
export type Id = v.InferOutput<typeof Id>;

/** The last moment that a date can tell. */
const LATEST = 8.64e15;

/** Milliseconds since 1970-01-01 UTC. */
export const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LATEST));
export type Instant = v.InferOutput<typeof Instant>;
