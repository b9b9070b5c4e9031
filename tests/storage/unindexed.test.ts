import { beforeEach, describe, expect, it } from 'vitest';
import type { WhenceDatabase } from '../../storage/database.ts';
import type { Unindexed } from '../../storage/rows.ts';
import { searchedIn, withinReach } from '../../storage/unindexed.ts';
import { ADA, aCapture, aNote, COMMUNITY, freshDatabase, idOf, ME } from './samples.ts';

const row = (post: ReturnType<typeof aNote>) => ({ ...post, thread: post.threadId ?? '', firstSeq: post.seq });
const thread = (n: number) => ({ kind: 'post', communityId: COMMUNITY, id: idOf(n) });

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.posts.bulkPut([
    row(aNote(1)),
    row(aNote(2, { authorId: ME })),
    row(aNote(3, { threadId: idOf(2) })),
    row(aNote(4, { communityId: idOf(0xc1) })),
  ]);
  const clip = { ...aCapture(), pageKey: 'https://a.example/', why: '', tags: [], createdAt: 1, updatedAt: 1 };
  await database.clips.bulkPut(
    [5, 6].map((n) => ({ ...clip, id: idOf(n), evidence: { decisionId: idOf(9), stance: 'supports' as const } })),
  );
});

describe('a line comes to', () => {
  it.each<[string, Unindexed, readonly unknown[]]>([
    ['the threads that a member began', { of: 'member', communityId: COMMUNITY, id: ADA }, [thread(1)]],
    ['the threads of a community', { of: 'community', id: COMMUNITY }, [thread(1), thread(2)]],
    ['the thread of a reply', { of: 'reply', communityId: COMMUNITY, id: idOf(3) }, [thread(2)]],
    ['the thread that a post opens', { of: 'reply', communityId: COMMUNITY, id: idOf(2) }, [thread(2)]],
    ['nothing, when the post is gone', { of: 'reply', communityId: COMMUNITY, id: idOf(8) }, []],
    [
      'a decision and what is tied to it',
      { of: 'decision', id: idOf(9) },
      [
        { kind: 'decision', id: idOf(9) },
        { kind: 'clip', id: idOf(5) },
        { kind: 'clip', id: idOf(6) },
      ],
    ],
  ])('%s', async (_, line, expected) => {
    expect(await searchedIn(database, [line])).toEqual(expected);
  });
});

it('of lines that may come to much, the newest that come to little enough together are within reach, and all others are', async () => {
  const rows = (
    [
      { of: 'decision', id: idOf(9) },
      { of: 'clip', id: idOf(5) },
      { of: 'community', id: COMMUNITY },
      { of: 'member', communityId: COMMUNITY, id: ME },
    ] satisfies Unindexed[]
  ).map((touched, number) => ({ touched, number }));
  const numbers = async (most: number) => (await withinReach(database, rows, most)).map(({ number }) => number);
  expect(await numbers(6)).toEqual([0, 1, 2, 3]);
  expect(await numbers(5)).toEqual([1, 2, 3]);
  expect(await numbers(2)).toEqual([1, 3]);
  expect(await numbers(0)).toEqual([1]);
});
