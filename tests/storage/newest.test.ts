import { beforeEach, describe, expect, it } from 'vitest';
import { removeClip } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { clipCount, keptOnPage, newestClips, newestThreads, threadCount } from '../../storage/newest.ts';
import { aCapture, aNote, aSharedClip, COMMUNITY, freshDatabase, idOf } from './samples.ts';

const PAGE = 'https://a.example/layout';
const OTHER = idOf(0xc1);

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  // ids rise while times don't, so that neither stands for the other
  for (const [n, createdAt] of [
    [1, 10],
    [2, 30],
    [3, 20],
    [4, 40],
  ] as const)
    await database.clips.put({ ...aCapture(), id: idOf(n), pageKey: PAGE, why: '', tags: [], createdAt, updatedAt: createdAt });
  await removeClip(database, idOf(4), 50);
  await database.posts.bulkPut([
    { ...aSharedClip(11), createdAt: 2, thread: '', pageKey: PAGE, firstSeq: 1 },
    { ...aSharedClip(12), createdAt: 3, communityId: OTHER, thread: '', pageKey: PAGE, firstSeq: 1 },
    { ...aNote(13, { threadId: idOf(11), createdAt: 9 }), thread: idOf(11), firstSeq: 2 },
    { ...aNote(14, { createdAt: 1 }), thread: '', firstSeq: 3 },
  ]);
});

const clip = (n: number) => ({ kind: 'clip', id: idOf(n) });
const post = (n: number, communityId = COMMUNITY) => ({ kind: 'post', communityId, id: idOf(n) });

describe('the newest', () => {
  it('clips come first, without those that were deleted', async () => {
    expect(await newestClips(database, 2)).toEqual([clip(2), clip(3)]);
    expect(await newestClips(database, 9)).toEqual([clip(2), clip(3), clip(1)]);
    expect(await clipCount(database)).toBe(3);
  });

  it('threads of all communities come first, and a reply is none', async () => {
    expect(await newestThreads(database, 2)).toEqual([post(12, OTHER), post(11)]);
    expect(await threadCount(database)).toBe(3);
  });
});

it('on a page are its clips and then its threads, each the newest first', async () => {
  expect(await keptOnPage(database, PAGE)).toEqual([clip(2), clip(3), clip(1), post(12, OTHER), post(11)]);
  expect(await keptOnPage(database, 'https://b.example/')).toEqual([]);
});
