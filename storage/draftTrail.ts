import type { Capture, Trail } from '../domain/clip.ts';
import { ok, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';

function withTrail(capture: Capture, trail: Trail | undefined): Capture {
  const { trail: _, ...context } = capture.context;
  return { ...capture, context: trail ? { ...context, trail } : context };
}

/** A fresh capture of what a draft is about: its trail is as the person left it, perhaps without any. */
export const withTrailOf = (before: Capture, capture: Capture): Capture => withTrail(capture, before.context.trail);

/** Store how the person came to a draft's page, as they left it. A draft that is no longer there stays gone. */
export const saveTrail = (database: WhenceDatabase, id: Id, trail: Trail | undefined, now: Instant): Promise<Result<undefined>> =>
  write(database, ['drafts'], async () => {
    const draft = await database.drafts.get(id);
    if (draft) await database.drafts.put({ ...draft, capture: withTrail(draft.capture, trail), updatedAt: now });
    return ok(undefined);
  });
