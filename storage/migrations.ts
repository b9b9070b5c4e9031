/** One version of the database: its indexes, as Dexie writes them. */
interface Migration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
}

/**
 * Every version that was ever released, oldest first. A released entry is never edited; a new one
 * imports no live code, so that it still does the same after the code around it has changed.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      clips: 'id, pageKey, createdAt, updatedAt, deletedAt, *tags, evidence.decisionId',
      decisions: 'id, &key, updatedAt',
      drafts: 'id, pageKey, updatedAt',
      posts: '[communityId+id], [communityId+thread+createdAt], [communityId+firstSeq], pageKey',
      members: '[communityId+id]',
      memberships: 'id',
      outbox: 'id, [communityId+state], clipId',
      settings: 'key',
    },
  },
  {
    version: 2,
    stores: {
      attachments: '[clipId+role], clipId',
      sightings: '[id+part], id, quality',
    },
  },
  {
    version: 3,
    stores: {
      posts:
        '[communityId+id], [communityId+thread+createdAt], [communityId+firstSeq], [communityId+authorId], [thread+createdAt], pageKey, id',
      outbox: 'id, [communityId+state], state, clipId, mutation.postId, mutation.threadId',
      unindexed: '++number',
      searchIndex: 'key',
    },
  },
];
