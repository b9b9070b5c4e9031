import { Dexie } from 'dexie';
import type { Id } from '../domain/id.ts';
import type { WhenceDatabase } from './database.ts';
import type { Searched, Unindexed } from './rows.ts';

const keyOf = (one: Searched): string => (one.kind === 'post' ? `${one.communityId}/${one.id}` : `${one.kind} ${one.id}`);

/** What these lines of the journal come to, each once, whether it is still there or not. */
export const searchedIn = (database: WhenceDatabase, touched: readonly Unindexed[]): Promise<readonly Searched[]> =>
  database.transaction('r', [database.clips, database.posts, database.outbox], () => comeTo(database, touched));

async function comeTo(database: WhenceDatabase, touched: readonly Unindexed[]): Promise<readonly Searched[]> {
  const found = new Map<string, Searched>();
  const add = (one: Searched): void => void found.set(keyOf(one), one);
  const addPosts = (rows: readonly { readonly communityId: Id; readonly id: Id; readonly threadId?: Id | undefined }[]): void =>
    rows.forEach(({ communityId, id, threadId }) => add({ kind: 'post', communityId, id: threadId ?? id }));
  const decisions: Id[] = [];
  const passages: Id[] = [];
  for (const one of touched) {
    if (one.of === 'post') add({ kind: 'post', communityId: one.communityId, id: one.id });
    else if (one.of === 'clip') add({ kind: 'clip', id: one.id });
    else if (one.of === 'decision') {
      add({ kind: 'decision', id: one.id });
      decisions.push(one.id);
    } else if (one.of === 'passages') passages.push(one.id);
    else if (one.of === 'member') {
      addPosts(await database.posts.where('[communityId+authorId]').equals([one.communityId, one.id]).toArray());
    } else {
      addPosts(await database.posts.where('[communityId+id]').between([one.id, Dexie.minKey], [one.id, Dexie.maxKey]).toArray());
      const shares = await database.outbox.where('[communityId+state]').between([one.id, Dexie.minKey], [one.id, Dexie.maxKey]).toArray();
      for (const { clipId } of shares) if (clipId !== undefined) add({ kind: 'clip', id: clipId });
    }
  }
  if (decisions.length > 0) {
    const tied = await database.clips.where('evidence.decisionId').anyOf(decisions).primaryKeys();
    for (const id of tied) add({ kind: 'clip', id });
  }
  const posts = [...found.values()].flatMap((one) => (one.kind === 'post' ? [one.id] : []));
  if (posts.length > 0) {
    // what is said in the thread of an own clip is found as that clip
    const origins = await database.outbox.where('mutation.postId').anyOf(posts).toArray();
    for (const { clipId } of origins) if (clipId !== undefined) add({ kind: 'clip', id: clipId });
  }
  const clips = [...found.values()].flatMap((one) => (one.kind === 'clip' ? [one.id] : []));
  if (clips.length > 0) {
    // a post that came from a clip is found as that clip, as long as it is there
    const shares = await database.outbox.where('clipId').anyOf(clips).toArray();
    for (const { communityId, mutation } of shares) add({ kind: 'post', communityId, id: mutation.postId });
  }
  if (passages.length > 0) {
    for (const id of passages) add({ kind: 'clip', id });
    addPosts(await database.posts.where('id').anyOf(passages).toArray());
  }
  return [...found.values()];
}
