import * as v from 'valibot';
import { Capture, STANCES } from './clip.ts';
import { Id, Instant } from './id.ts';
import { KEPT } from './limits.ts';

/**
 * What the composer holds, as the person left it: raw typed text, not yet parsed, so that nothing
 * typed is ever changed or refused. `decision` is the typed question.
 */
export const DraftFields = v.object({
  why: v.string(),
  tags: v.string(),
  decision: v.string(),
  stance: v.picklist(STANCES),
  /** The community to share to, or absent for "only me". */
  shareTo: v.optional(Id),
});
export type DraftFields = v.InferOutput<typeof DraftFields>;

export const Draft = v.object({
  /** Becomes the clip's id: keeping the same draft twice makes one clip. */
  id: Id,
  pageKey: v.string(),
  capture: Capture,
  fields: DraftFields,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Draft = v.InferOutput<typeof Draft>;

export const EMPTY_FIELDS: DraftFields = { why: '', tags: '', decision: '', stance: 'informs' };

/** Whether a person has put anything into it that would be missed. */
export const isDraftTouched = ({ fields }: Pick<Draft, 'fields'>): boolean =>
  [fields.why, fields.tags, fields.decision].some((typed) => typed.trim() !== '');

export const isWhyTooLong = (why: string): boolean => why.length > KEPT.why;
