import type { Clip } from '../domain/clip.ts';
import type { Draft } from '../domain/draft.ts';
import { ok, type Result } from '../domain/failure.ts';
import { pageKey } from '../domain/pageAddress.ts';
import type { WhenceDatabase } from './database.ts';
import type { PostRow } from './rows.ts';
import { write } from './failures.ts';

const DONE = 'page keys';

/**
 * Give everything that stands on a page the key that this version's rules give its address, and answer
 * how many changed. The rules change with the versions; what was kept under older ones is found again.
 * Done once for each `version`, however often it is asked for.
 */
export const renewPageKeys = (database: WhenceDatabase, version: string): Promise<Result<number>> =>
  write(database, ['clips', 'drafts', 'posts', 'settings'], async () => {
    if ((await database.settings.get(DONE))?.value === version) return ok(0);
    await database.settings.put({ key: DONE, value: version });
    const counts = await Promise.all([
      database.clips.filter(isOutdated(keyOfClip)).modify((clip) => void (clip.pageKey = keyOfClip(clip))),
      database.drafts.filter(isOutdated(keyOfDraft)).modify((draft) => void (draft.pageKey = keyOfDraft(draft))),
      database.posts
        .where('pageKey')
        .above('')
        .filter(isOutdated(keyOfPost))
        .modify((post, row) => void (row.value = { ...post, pageKey: keyOfPost(post) })),
    ]);
    return ok(counts.reduce((sum, count) => sum + count, 0));
  });

const keyOfClip = ({ source }: Clip): string => pageKey(source.address);
const keyOfDraft = ({ capture }: Draft): string => pageKey(capture.source.address);
const keyOfPost = ({ body, pageKey: known = '' }: PostRow): string => (body.kind === 'clip' ? pageKey(body.target.source) : known);

const isOutdated =
  <R extends { readonly pageKey?: string }>(keyOf: (row: R) => string) =>
  (row: R): boolean =>
    row.pageKey !== keyOf(row);
