import type { Attachment } from '../domain/attachment.ts';
import { ok, type Result } from '../domain/failure.ts';
import type { Id } from '../domain/id.ts';
import { KEPT } from '../domain/limits.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';
import { compress, decompress } from './gzip.ts';

/** Keep what belongs to a clip, in the place of what was kept for it before in the same role. Its draft may come later. */
export const putAttachment = (database: WhenceDatabase, attachment: Attachment): Promise<Result<undefined>> =>
  write(database, ['attachments'], async () => {
    await database.attachments.put(attachment);
    return ok(undefined);
  });

/** Keep a page's readable text, as Markdown; nothing when its draft was discarded meanwhile. */
export async function putText(database: WhenceDatabase, clipId: Id, markdown: string): Promise<Result<undefined>> {
  // before the transaction, which ends when it waits for anything but the database
  const bytes = await compress(markdown);
  return write(database, ['attachments', 'clips', 'drafts'], async () => {
    const owners = await Promise.all([database.drafts.get(clipId), database.clips.get(clipId)]);
    if (owners.some(Boolean)) await database.attachments.put({ clipId, role: 'text', type: 'text/markdown', bytes });
    return ok(undefined);
  });
}

/** The picture of a clip or a draft. */
export const pictureOf = (database: WhenceDatabase, clipId: Id): Promise<Attachment | undefined> =>
  database.attachments.get([clipId, 'picture']);

/** The Markdown that was kept of a clip's page: its first `max` characters. */
export async function textOf(database: WhenceDatabase, clipId: Id, max: number = KEPT.pageText): Promise<string | undefined> {
  const kept = await database.attachments.get([clipId, 'text']);
  return kept && decompress(kept.bytes, max);
}

/** Delete what belongs to drafts that are gone. A clip, also a deleted one, keeps its own. Runs inside the caller's transaction over `attachments` and `clips`. */
export async function dropAttachments(database: WhenceDatabase, draftIds: readonly Id[]): Promise<void> {
  const clips = await database.clips.bulkGet([...draftIds]);
  const ownerless = draftIds.filter((_, index) => !clips[index]);
  await database.attachments.where('clipId').anyOf(ownerless).delete();
}

/** The ids that attachments name. Keys alone are read. Runs inside the caller's transaction over `attachments`. */
export async function attachedIds(database: WhenceDatabase): Promise<Id[]> {
  const ids = new Set<Id>();
  await database.attachments.orderBy('clipId').eachUniqueKey((id) => typeof id === 'string' && ids.add(id));
  return [...ids];
}
