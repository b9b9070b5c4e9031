import * as v from 'valibot';
import { Part } from './clip.ts';
import { Id, Instant } from './id.ts';
import { KEPT } from './limits.ts';
import { Selectors } from './selector.ts';

/** How a passage stood in its page: as anchoring/ tells it, or `missing`. */
export const QUALITIES = ['exact', 'moved', 'fuzzy', 'uncertain', 'missing'] as const;

/** What was found of one passage of a clip, or of a community's post, when its page was last read. */
export const Sighting = v.object({
  id: Id,
  part: Part,
  quality: v.picklist(QUALITIES),
  /** The words that stand there now; absent when they are the kept ones, and when nothing was found. */
  now: v.optional(v.pipe(v.string(), v.maxLength(KEPT.quote))),
  /** How it would be found again where it stands now. */
  selectors: v.optional(Selectors),
});
export type Sighting = v.InferOutput<typeof Sighting>;

/** A sighting as it is kept. */
export const KeptSighting = v.object({
  ...Sighting.entries,
  seenAt: Instant,
  /** The words of which the person said that they are not the passage: they are not offered again. */
  refused: v.optional(v.pipe(v.string(), v.maxLength(KEPT.quote))),
});
export type KeptSighting = v.InferOutput<typeof KeptSighting>;
