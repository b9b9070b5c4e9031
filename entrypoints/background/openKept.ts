import type { Clip } from '../../domain/clip.ts';
import { fail, type Result } from '../../domain/failure.ts';
import { clipById } from '../../storage/clipLists.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { marksOfClip, marksOfPost } from './marks.ts';
import { openAtPassage } from './openAtPassage.ts';

/** Where a clip is opened: a moment at its time, anything else at its page. */
const addressOf = ({ kind, media, source }: Clip): string => (kind === 'moment' && media?.address) || source.address;

/** Open an own clip, or a community's shared clip, at its passage. Fails with `not-found` for what is gone or has no page. */
export async function openKept(
  database: WhenceDatabase,
  { id, communityId }: { readonly id: string; readonly communityId?: string | undefined },
): Promise<Result<undefined>> {
  const clip = communityId === undefined ? await clipById(database, id) : undefined;
  if (clip) return openAtPassage(database, { address: addressOf(clip), mark: marksOfClip(clip, 'mine')[0] });
  const post = communityId === undefined ? undefined : await database.posts.get([communityId, id]);
  if (post?.body.kind === 'clip') return openAtPassage(database, { address: post.body.target.source, mark: marksOfPost(post, '')[0] });
  return fail('not-found');
}
