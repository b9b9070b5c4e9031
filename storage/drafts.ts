import type { Capture } from '../domain/clip.ts';
import { EMPTY_FIELDS, isDraftTouched, type Draft, type DraftFields } from '../domain/draft.ts';
import { ok, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import { pageKey } from '../domain/pageAddress.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';
import type { Stamp } from './ids.ts';

/** How long an untouched draft is kept, in milliseconds: a day. */
const UNTOUCHED_LIFE = 24 * 60 * 60 * 1_000;

/**
 * Store what was captured as a draft. The same quote on the same page again is the same draft: it
 * gets the fresh capture and keeps what was typed.
 */
export const beginDraft = (database: WhenceDatabase, capture: Capture, { now, newId }: Stamp): Promise<Result<Draft>> =>
  write(database, ['drafts'], async () => {
    const key = pageKey(capture.source.address);
    const known = await database.drafts
      .where('pageKey')
      .equals(key)
      .filter((draft) => draft.capture.kind === capture.kind && draft.capture.quote === capture.quote)
      .first();
    const draft: Draft = known
      ? { ...known, capture, updatedAt: now }
      : { id: newId(), pageKey: key, capture, fields: EMPTY_FIELDS, createdAt: now, updatedAt: now };
    await database.drafts.put(draft);
    return ok(draft);
  });

/** Store what is typed so far. A draft that is no longer there stays gone: a late save must not bring back what was kept or discarded. */
export const saveDraft = (database: WhenceDatabase, id: Id, fields: DraftFields, now: Instant): Promise<Result<undefined>> =>
  write(database, ['drafts'], async () => {
    await database.drafts.update(id, { fields, updatedAt: now });
    return ok(undefined);
  });

export const discardDraft = (database: WhenceDatabase, id: Id): Promise<Result<undefined>> =>
  write(database, ['drafts'], async () => {
    await database.drafts.delete(id);
    return ok(undefined);
  });

export const draftById = (database: WhenceDatabase, id: Id): Promise<Draft | undefined> => database.drafts.get(id);

/** Drafts that hold something a person typed, the last touched first. */
export const touchedDrafts = (database: WhenceDatabase): Promise<Draft[]> =>
  database.drafts.orderBy('updatedAt').reverse().filter(isDraftTouched).toArray();

/** Delete untouched drafts older than a day, and answer how many went. One with typed text is never swept. */
export const sweepDrafts = (database: WhenceDatabase, now: Instant): Promise<Result<number>> =>
  write(database, ['drafts'], async () =>
    ok(
      await database.drafts
        .where('updatedAt')
        .below(now - UNTOUCHED_LIFE)
        .filter((draft) => !isDraftTouched(draft))
        .delete(),
    ),
  );
