import { parseTags, type Clip, type ClipEdit } from '../domain/clip.ts';
import { isWhyTooLong, type Draft, type DraftFields } from '../domain/draft.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import { KEPT } from '../domain/limits.ts';
import type { WhenceDatabase } from './database.ts';
import { findOrAddDecision, parseQuestion, takeBackDecision } from './decisions.ts';
import { write } from './failures.ts';
import type { Stamp } from './ids.ts';

const whyTooLong = (why: string): Result<never> => fail('why-too-long', { length: why.length, limit: KEPT.why });

/**
 * Keep a draft as a clip, with the fields as they stand in the composer. The clip has the draft's id,
 * so that asking again answers the same clip. Fails with `why-too-long`, `question-too-long`, or
 * `not-found` when there is neither draft nor clip.
 */
export async function keepDraft(
  database: WhenceDatabase,
  { id, fields }: { readonly id: Id; readonly fields: DraftFields },
  stamp: Stamp,
): Promise<Result<Clip>> {
  if (isWhyTooLong(fields.why)) return whyTooLong(fields.why);
  const question = parseQuestion(fields.decision);
  if (!question.ok) return question;
  return write(database, ['clips', 'decisions', 'drafts'], async () => {
    const [draft, known] = await Promise.all([database.drafts.get(id), database.clips.get(id)]);
    if (!draft) return known && known.deletedAt === undefined ? ok(known) : fail('not-found');
    const decision = question.value ? await findOrAddDecision(database, question.value, stamp) : undefined;
    const clip: Clip = {
      ...draft.capture,
      id,
      pageKey: draft.pageKey,
      why: fields.why.trim(),
      tags: parseTags(fields.tags),
      ...(decision && { evidence: { decisionId: decision.id, stance: fields.stance } }),
      createdAt: stamp.now,
      updatedAt: stamp.now,
    };
    await database.clips.put(clip);
    await database.drafts.delete(id);
    return ok(clip);
  });
}

/** Take back `keepDraft`: the clip becomes a tombstone and its draft is there again, filled in. Asking twice changes nothing more. */
export const undoKeep = (database: WhenceDatabase, id: Id, now: Instant): Promise<Result<undefined>> =>
  write(database, ['clips', 'decisions', 'drafts'], async () => {
    const clip = await database.clips.get(id);
    if (!clip) return fail('not-found');
    if (clip.deletedAt !== undefined) return ok(undefined);
    const decision = clip.evidence && (await database.decisions.get(clip.evidence.decisionId));
    const {
      id: _id,
      pageKey,
      why,
      tags,
      evidence,
      formerAnchors: _former,
      createdAt,
      updatedAt: _updated,
      deletedAt: _,
      ...capture
    } = clip;
    const draft: Draft = {
      id,
      pageKey,
      capture,
      fields: { why, tags: tags.join(', '), decision: decision?.question ?? '', stance: evidence?.stance ?? 'informs' },
      createdAt,
      updatedAt: now,
    };
    await database.drafts.put(draft);
    await database.clips.put({ ...clip, updatedAt: now, deletedAt: now });
    if (decision) await takeBackDecision(database, decision, clip.createdAt, id);
    return ok(undefined);
  });

/**
 * Change what a person may change of a clip. `decision` is a typed question, found or made; an empty
 * one unties the clip. Its stance is the edit's, else the clip's, else `informs`.
 */
export async function editClip(
  database: WhenceDatabase,
  { id, edit, decision }: { readonly id: Id; readonly edit: ClipEdit; readonly decision?: string | undefined },
  stamp: Stamp,
): Promise<Result<Clip>> {
  if (edit.why !== undefined && isWhyTooLong(edit.why)) return whyTooLong(edit.why);
  const question = decision === undefined ? undefined : parseQuestion(decision);
  if (question && !question.ok) return question;
  return write(database, ['clips', 'decisions'], async () => {
    const clip = await database.clips.get(id);
    if (!clip || clip.deletedAt !== undefined) return fail('not-found');
    const { evidence: before, ...rest } = clip;
    const stance = edit.stance ?? before?.stance ?? 'informs';
    let evidence = before && { ...before, stance };
    if (question) {
      const found = question.value ? await findOrAddDecision(database, question.value, stamp) : undefined;
      evidence = found && { decisionId: found.id, stance };
    }
    const edited: Clip = {
      ...rest,
      why: edit.why?.trim() ?? clip.why,
      tags: edit.tags ?? clip.tags,
      ...(evidence && { evidence }),
      updatedAt: stamp.now,
    };
    await database.clips.put(edited);
    return ok(edited);
  });
}

/** Delete a clip, so that `restoreClip` brings back all of it. A clip that is gone already stays gone. */
export const removeClip = (database: WhenceDatabase, id: Id, now: Instant): Promise<Result<undefined>> =>
  write(database, ['clips'], async () => {
    await database.clips
      .where('id')
      .equals(id)
      .filter(({ deletedAt }) => deletedAt === undefined)
      .modify({ deletedAt: now, updatedAt: now });
    return ok(undefined);
  });

/** Bring back a deleted clip. When `undoKeep` had made it a draft again, that draft goes: one thing, one place. */
export const restoreClip = (database: WhenceDatabase, id: Id, now: Instant): Promise<Result<undefined>> =>
  write(database, ['clips', 'drafts'], async () => {
    const clip = await database.clips.get(id);
    if (!clip) return fail('not-found');
    const { deletedAt: _, ...restored } = clip;
    await database.clips.put({ ...restored, updatedAt: now });
    await database.drafts.delete(id);
    return ok(undefined);
  });
