import { decisionKey, type Decision } from '../domain/decision.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Id } from '../domain/id.ts';
import { KEPT } from '../domain/limits.ts';
import type { WhenceDatabase } from './database.ts';
import type { Stamp } from './ids.ts';

/** Decisions, the last touched first. */
export const allDecisions = async (database: WhenceDatabase): Promise<Decision[]> =>
  (await database.decisions.orderBy('updatedAt').reverse().toArray()).filter(({ deletedAt }) => deletedAt === undefined);

/** The typed question, or why it can't be kept. Empty means: tied to no decision. */
export function parseQuestion(typed: string): Result<string> {
  const question = typed.trim();
  return question.length > KEPT.question ? fail('question-too-long', { length: question.length, limit: KEPT.question }) : ok(question);
}

/**
 * The decision that a question names, made when no spelling of it is known. Runs inside the caller's
 * transaction, which must include `decisions`. `question` must not be empty.
 */
export async function findOrAddDecision(database: WhenceDatabase, question: string, { now, newId }: Stamp): Promise<Decision> {
  const key = decisionKey(question);
  const known = await database.decisions.get({ key });
  if (known && known.deletedAt === undefined) return known;
  const { deletedAt: _, ...base } = known ?? { id: newId(), status: 'open' as const, createdAt: now };
  const decision = { ...base, key, question, updatedAt: now };
  await database.decisions.put(decision);
  return decision;
}

/**
 * Take back a decision that was made at `madeAt` for one clip, unless another clip leans on it.
 * Runs inside the caller's transaction over `clips` and `decisions`.
 */
export async function takeBackDecision(database: WhenceDatabase, decision: Decision, madeAt: number, forClip: Id): Promise<void> {
  if (decision.createdAt !== madeAt || decision.updatedAt !== madeAt) return;
  const others = await database.clips
    .where('evidence.decisionId')
    .equals(decision.id)
    .filter(({ id, deletedAt }) => id !== forClip && deletedAt === undefined)
    .count();
  if (others === 0) await database.decisions.delete(decision.id);
}
