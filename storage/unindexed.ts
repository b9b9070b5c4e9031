import { Dexie } from 'dexie';
import type { Id } from '../domain/id.ts';
import type { WhenceDatabase } from './database.ts';
import type { Searched, Unindexed } from './rows.ts';
import type { NumberedRow } from './searchIndex.ts';

type Wide = Extract<Unindexed, { readonly of: 'decision' | 'member' | 'community' }>;

/** Whether a line of the journal may come to any number of things: all that show a question or a name. */
export const isWide = (one: Unindexed): one is Wide => one.of === 'decision' || one.of === 'member' || one.of === 'community';

const keyOf = (one: Searched): string => (one.kind === 'post' ? `${one.communityId}/${one.id}` : `${one.kind} ${one.id}`);

/** What these lines of the journal come to, each once, whether it is still there or not. */
export const searchedIn = (database: WhenceDatabase, touched: readonly Unindexed[]): Promise<readonly Searched[]> =>
  database.transaction('r', [database.clips, database.posts, database.outbox], () => comeTo(database, touched));

async function comeTo(database: WhenceDatabase, touched: readonly Unindexed[]): Promise<readonly Searched[]> {
  const found = new Map<string, Searched>();
  const add = (one: Searched): void => void found.set(keyOf(one), one);
  const addClip = (id: Id): void => add({ kind: 'clip', id });
  const addThreads = (rows: readonly { readonly communityId: Id; readonly id: Id; readonly threadId?: Id | undefined }[]): void =>
    rows.forEach(({ communityId, id, threadId }) => add({ kind: 'post', communityId, id: threadId ?? id }));
  const decisions: Id[] = [];
  const passages: Id[] = [];
  for (const one of touched) {
    switch (one.of) {
      case 'clip':
        addClip(one.id);
        break;
      case 'decision':
        add({ kind: 'decision', id: one.id });
        decisions.push(one.id);
        break;
      case 'post':
        addThreads([one]);
        break;
      case 'reply': {
        const post = await database.posts.get([one.communityId, one.id]);
        if (post) addThreads([post]);
        break;
      }
      case 'passages':
        passages.push(one.id);
        break;
      case 'member':
        // nobody finds a thread by who replied
        addThreads((await postsBy(database, one).toArray()).filter(({ thread }) => thread === ''));
        break;
      case 'community': {
        for (const [communityId, id] of await threadsIn(database, one.id).primaryKeys()) add({ kind: 'post', communityId, id });
        for (const { clipId } of await itemsFor(database, one.id).toArray()) if (clipId !== undefined) addClip(clipId);
      }
    }
  }
  if (decisions.length > 0) (await tiedTo(database, decisions).primaryKeys()).forEach(addClip);
  const posts = [...found.values()].flatMap((one) => (one.kind === 'post' ? [one.id] : []));
  if (posts.length > 0) {
    // what is said in the thread of an own clip is found as that clip
    const origins = await database.outbox.where('mutation.postId').anyOf(posts).toArray();
    for (const { clipId } of origins) if (clipId !== undefined) addClip(clipId);
  }
  const clips = [...found.values()].flatMap((one) => (one.kind === 'clip' ? [one.id] : []));
  if (clips.length > 0) {
    // a post that came from a clip is found as that clip, as long as it is there
    const shares = await database.outbox.where('clipId').anyOf(clips).toArray();
    for (const { communityId, mutation } of shares) add({ kind: 'post', communityId, id: mutation.postId });
  }
  if (passages.length > 0) {
    passages.forEach(addClip);
    addThreads(await database.posts.where('id').anyOf(passages).toArray());
  }
  return [...found.values()];
}

const tiedTo = (database: WhenceDatabase, decisions: readonly Id[]) => database.clips.where('evidence.decisionId').anyOf(decisions);
const postsBy = (database: WhenceDatabase, { communityId, id }: { readonly communityId: Id; readonly id: Id }) =>
  database.posts.where('[communityId+authorId]').equals([communityId, id]);
const threadsIn = (database: WhenceDatabase, communityId: Id) =>
  database.posts.where('[communityId+thread+createdAt]').between([communityId, '', Dexie.minKey], [communityId, '', Dexie.maxKey]);
const itemsFor = (database: WhenceDatabase, communityId: Id) =>
  database.outbox.where('[communityId+state]').between([communityId, Dexie.minKey], [communityId, Dexie.maxKey]);

/** Those of these lines that can be taken in while somebody waits: wide ones only where all of them come to `most` things at most, the newest first. */
export const withinReach = (database: WhenceDatabase, rows: readonly NumberedRow[], most: number): Promise<readonly NumberedRow[]> =>
  database.transaction('r', [database.clips, database.posts, database.outbox], async () => {
    let left = most;
    const within = new Set<NumberedRow>();
    for (const row of rows.toReversed()) {
      const count = isWide(row.touched) ? await reach(database, row.touched, left) : 0;
      if (count > left) continue;
      left -= count;
      within.add(row);
    }
    return rows.filter((row) => within.has(row));
  });

/** How much a line comes to, replies counted; it is counted as far as `most` + 1. */
async function reach(database: WhenceDatabase, one: Wide, most: number): Promise<number> {
  const counted = async (rows: { limit(n: number): { primaryKeys(): PromiseLike<readonly unknown[]> } }): Promise<number> =>
    (await rows.limit(most + 1).primaryKeys()).length;
  switch (one.of) {
    case 'decision':
      return 1 + (await counted(database.clips.where('evidence.decisionId').equals(one.id)));
    case 'member':
      return counted(postsBy(database, one));
    case 'community':
      return (await counted(threadsIn(database, one.id))) + (await counted(itemsFor(database, one.id)));
  }
}
