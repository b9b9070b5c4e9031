import { Dexie } from 'dexie';
import type { Id } from '../domain/id.ts';
import type { WhenceDatabase } from './database.ts';
import type { Searched } from './rows.ts';

/** The clips that were kept last, at most `limit`, the newest first. */
export const newestClips = async (database: WhenceDatabase, limit: number): Promise<readonly Searched[]> => {
  // by keys alone: the clips themselves are read with all that they are shown with
  const deleted = new Set(await database.clips.where('deletedAt').above(0).primaryKeys());
  const ids = await database.clips
    .orderBy('createdAt')
    .reverse()
    .limit(limit + deleted.size)
    .primaryKeys();
  return ids
    .filter((id) => !deleted.has(id))
    .slice(0, limit)
    .map((id) => ({ kind: 'clip', id }));
};

export const clipCount = async (database: WhenceDatabase): Promise<number> => {
  const [all, deleted] = await Promise.all([database.clips.count(), database.clips.where('deletedAt').above(0).count()]);
  return all - deleted;
};

const threads = (database: WhenceDatabase) => database.posts.where('[thread+createdAt]').between(['', Dexie.minKey], ['', Dexie.maxKey]);

/** The threads that were begun last in any community, at most `limit`, the newest first. */
export const newestThreads = async (database: WhenceDatabase, limit: number): Promise<readonly Searched[]> =>
  (await threads(database).reverse().limit(limit).primaryKeys()).map(toPost);

export const threadCount = (database: WhenceDatabase): Promise<number> => threads(database).count();

/** The clips and the threads on one page (`pageKey` of its address), clips first, each the newest first. */
export const keptOnPage = async (database: WhenceDatabase, pageKey: string): Promise<readonly Searched[]> => {
  const [clips, posts] = await Promise.all([
    database.clips
      .where('pageKey')
      .equals(pageKey)
      .filter(({ deletedAt }) => deletedAt === undefined)
      .sortBy('createdAt'),
    database.posts
      .where('pageKey')
      .equals(pageKey)
      .filter(({ thread }) => thread === '')
      .sortBy('createdAt'),
  ]);
  return [
    ...clips.reverse().map(({ id }): Searched => ({ kind: 'clip', id })),
    ...posts.reverse().map(({ communityId, id }): Searched => ({ kind: 'post', communityId, id })),
  ];
};

const toPost = ([communityId, id]: [Id, Id]): Searched => ({ kind: 'post', communityId, id });
