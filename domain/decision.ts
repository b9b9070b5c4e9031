import * as v from 'valibot';
import { Id, Instant } from './id.ts';
import { KEPT } from './limits.ts';

export const DECISION_STATUSES = ['open', 'proposed', 'accepted', 'rejected', 'superseded'] as const;

/** A decision that clips can be tied to. Its record (options, because, consequences) grows on this. */
export const Decision = v.object({
  id: Id,
  question: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(KEPT.question)),
  status: v.picklist(DECISION_STATUSES),
  createdAt: Instant,
  updatedAt: Instant,
  deletedAt: v.optional(Instant),
});
export type Decision = v.InferOutput<typeof Decision>;

/** What two spellings of one question share: case, white space and closing marks do not tell them apart. */
export const decisionKey = (question: string): string =>
  question
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[?.!]+$/, '')
    .toLowerCase();
