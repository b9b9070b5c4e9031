import type { Capture, Passage } from '../domain/clip.ts';
import { EMPTY_FIELDS, isDraftTouched, type Draft, type DraftFields } from '../domain/draft.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import { pageKey } from '../domain/pageAddress.ts';
import { attachedIds, dropAttachments } from './attachments.ts';
import type { WhenceDatabase } from './database.ts';
import { withTrailOf } from './draftTrail.ts';
import { write } from './failures.ts';
import type { Stamp } from './ids.ts';

/** How long an untouched draft is kept, in milliseconds: a day. */
const UNTOUCHED_LIFE = 24 * 60 * 60 * 1_000;
/** What the schema of a capture takes (domain/clip.ts). */
const MOST_PASSAGES = 20;

/** A region of the screen is a new one each time; so is an image or a link that only its address would tell from others, and that has none. */
const canBeTold = ({ kind, media }: Capture): boolean =>
  kind !== 'region' && ((kind !== 'image' && kind !== 'link') || media?.address !== undefined);

/** Whether two captures of one page are of the same thing. */
const isSame = (one: Capture, other: Capture): boolean =>
  one.kind === other.kind &&
  canBeTold(one) &&
  one.quote === other.quote &&
  one.media?.address === other.media?.address &&
  one.media?.seconds === other.media?.seconds;

/**
 * Store what was captured as a draft. The same thing on the same page again, or the same id, is the same
 * draft: it gets the fresh capture and keeps what was typed, and the passages that were added to it.
 */
export const beginDraft = (database: WhenceDatabase, capture: Capture, { now, newId }: Stamp): Promise<Result<Draft>> =>
  write(database, ['drafts'], async () => {
    const key = pageKey(capture.source.address);
    const same = await database.drafts
      .where('pageKey')
      .equals(key)
      .filter((draft) => isSame(draft.capture, capture))
      .first();
    const id = same?.id ?? newId();
    const known = same ?? (await database.drafts.get(id));
    const draft: Draft = known
      ? { ...known, capture: withTrailOf(known.capture, withPassages(capture, known.capture.morePassages)), updatedAt: now }
      : { id, pageKey: key, capture, fields: EMPTY_FIELDS, createdAt: now, updatedAt: now };
    await database.drafts.put(draft);
    return ok(draft);
  });

/** Store what is typed so far. A draft that is no longer there stays gone: a late save must not bring back what was kept or discarded. */
export const saveDraft = (database: WhenceDatabase, id: Id, fields: DraftFields, now: Instant): Promise<Result<undefined>> =>
  write(database, ['drafts'], async () => {
    await database.drafts.update(id, { fields, updatedAt: now });
    return ok(undefined);
  });

/** Put a draft away, and what belongs to it. */
export const discardDraft = (database: WhenceDatabase, id: Id): Promise<Result<undefined>> =>
  write(database, ['attachments', 'clips', 'drafts'], async () => {
    await database.drafts.delete(id);
    await dropAttachments(database, [id]);
    return ok(undefined);
  });

function withPassages(capture: Capture, passages: readonly Passage[] = []): Capture {
  const { morePassages: _, ...rest } = capture;
  return passages.length > 0 ? { ...rest, morePassages: [...passages] } : rest;
}

/**
 * Add a passage to the draft of another one on the same page (`pageKey`), and answer whether it was: not to a draft
 * of another page, where a single-page app has gone on under the composer, nor to one
 * without a word typed (the person has chosen anew), nor twice, nor to one that has as many as it can.
 */
export const addPassage = (
  database: WhenceDatabase,
  { id, pageKey: key }: { readonly id: Id; readonly pageKey: string },
  passage: Passage,
  now: Instant,
): Promise<Result<boolean>> =>
  write(database, ['drafts'], async () => {
    const draft = await database.drafts.get(id);
    if (draft?.pageKey !== key || draft.capture.kind !== 'passage' || !isDraftTouched(draft)) return ok(false);
    const passages = draft.capture.morePassages ?? [];
    const isThere = [draft.capture, ...passages].some(({ quote }) => quote === passage.quote);
    if (isThere || passages.length >= MOST_PASSAGES) return ok(isThere);
    await database.drafts.put({ ...draft, capture: withPassages(draft.capture, [...passages, passage]), updatedAt: now });
    return ok(true);
  });

/** One of the further passages of a draft: the nth, with its words, since by the time of the call another may be the nth. */
interface PassageOf {
  readonly id: Id;
  readonly index: number;
  readonly quote: string;
}

/** Take a further passage out of a draft, and answer the passage with its page; `not-found` when it isn't there. */
export const takePassage = (database: WhenceDatabase, { id, index, quote }: PassageOf, now: Instant): Promise<Result<Capture>> =>
  write(database, ['drafts'], async () => {
    const draft = await database.drafts.get(id);
    const passages = draft?.capture.morePassages ?? [];
    const taken = passages[index];
    if (!draft || taken?.quote !== quote) return fail('not-found');
    const left = passages.filter((passage) => passage !== taken);
    await database.drafts.put({ ...draft, capture: withPassages(draft.capture, left), updatedAt: now });
    return ok({ kind: 'passage', source: draft.capture.source, ...taken });
  });

/** Take a further passage out of a draft into one of its own, in one step: it is never in neither. */
export const separatePassage = (database: WhenceDatabase, passage: PassageOf, stamp: Stamp): Promise<Result<Draft>> =>
  write(database, ['drafts'], async () => {
    const taken = await takePassage(database, passage, stamp.now);
    return taken.ok ? orUndo(await beginDraft(database, taken.value, stamp)) : taken;
  });

/** A failure after the first write: thrown, so that the whole transaction is undone. */
function orUndo<T>(result: Result<T>): Result<T> {
  if (!result.ok) throw new Error(String(result.error.detail?.['problem'] ?? result.error.code));
  return result;
}

export const draftById = (database: WhenceDatabase, id: Id): Promise<Draft | undefined> => database.drafts.get(id);

/** Drafts that hold something a person typed, the last touched first. */
export const touchedDrafts = (database: WhenceDatabase): Promise<Draft[]> =>
  database.drafts.orderBy('updatedAt').reverse().filter(isDraftTouched).toArray();

/**
 * Delete untouched drafts older than a day, and answer how many went. One with typed text is never swept.
 * What was kept for a draft that never came, or is gone, goes too.
 */
export const sweepDrafts = (database: WhenceDatabase, now: Instant): Promise<Result<number>> =>
  write(database, ['attachments', 'clips', 'drafts'], async () => {
    const swept = await database.drafts
      .where('updatedAt')
      .below(now - UNTOUCHED_LIFE)
      .filter((draft) => !isDraftTouched(draft))
      .primaryKeys();
    await database.drafts.bulkDelete(swept);
    const attached = await attachedIds(database);
    const drafts = await database.drafts.bulkGet(attached);
    await dropAttachments(
      database,
      attached.filter((_, index) => !drafts[index]),
    );
    return ok(swept.length);
  });
