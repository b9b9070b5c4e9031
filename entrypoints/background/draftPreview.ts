import type { Draft } from '../../domain/draft.ts';
import { pictureOf } from '../../storage/attachments.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { previewOf } from './pictures.ts';

/** The picture of a draft, small, as a data address; for those that may have one. */
export async function draftPreview(database: WhenceDatabase, { id, capture }: Draft): Promise<string | undefined> {
  if (capture.kind === 'passage' || capture.kind === 'page' || capture.kind === 'link') return undefined;
  const picture = await pictureOf(database, id);
  return picture && previewOf(picture.bytes, picture.type);
}
