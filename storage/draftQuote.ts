import type { Capture } from '../domain/clip.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';

/**
 * Make what the person copied the quote of the draft of a page that Whence could not read, and answer what
 * is clipped now. `not-found` for every other draft: its quote is the page's own.
 */
export const quoteDraft = (database: WhenceDatabase, id: Id, quote: string, now: Instant): Promise<Result<Capture>> =>
  write(database, ['drafts'], async () => {
    const draft = await database.drafts.get(id);
    // asked again, because the worker died under the answer: a quote that was copied has no place in its page
    const { capture: known } = draft ?? {};
    if (known?.kind === 'passage' && known.quote === quote && known.selectors.length === 0) return ok(known);
    if (!draft?.capture.isUnread) return fail('not-found');
    const { isUnread: _, ...read } = draft.capture;
    const capture: Capture = { ...read, kind: 'passage', quote };
    await database.drafts.put({ ...draft, capture, updatedAt: now });
    return ok(capture);
  });
