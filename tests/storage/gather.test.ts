import { beforeEach, expect, it } from 'vitest';
import { removeClip } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { gather, type Gathered } from '../../storage/gather.ts';
import { queueMutation } from '../../storage/outbox.ts';
import { ADA, aCapture, aMembership, aNote, aSharedClip, COMMUNITY, freshDatabase, idOf, ME, valueOf } from './samples.ts';

const OTHER = idOf(0xc1);
const DECISION = idOf(9);
const row = (post: ReturnType<typeof aNote>) => ({ ...post, thread: post.threadId ?? '', firstSeq: post.seq });
const clip = (n: number) => ({ ...aCapture(), id: idOf(n), pageKey: 'p', why: '', tags: [], createdAt: n, updatedAt: n });
const ada = { id: ADA, name: 'Ada', role: 'member', joinedAt: 1, communityId: COMMUNITY, hasLeft: true } as const;

let database: WhenceDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.memberships.put(aMembership());
  await database.members.bulkPut([ada, { ...ada, communityId: OTHER }]);
  await database.decisions.put({ id: DECISION, key: 'k', question: 'Grid?', status: 'open', createdAt: 1, updatedAt: 1 });
  const evidence = { decisionId: DECISION, stance: 'supports' } as const;
  await database.clips.bulkPut([{ ...clip(1), evidence }, { ...clip(2), evidence }, clip(3)]);
  await removeClip(database, idOf(2), 9);
  await database.posts.bulkPut([
    row(aSharedClip(11)),
    row(aNote(12, { threadId: idOf(11) })),
    row(aNote(13)),
    // another community's server chose the same ids
    row(aNote(11, { communityId: OTHER, authorId: ME })),
    row(aNote(12, { communityId: OTHER, threadId: idOf(11) })),
  ]);
  const share = { type: 'post', id: idOf(21), postId: idOf(11), body: aSharedClip(11).body } as const;
  valueOf(await queueMutation(database, { communityId: COMMUNITY, clipId: idOf(1), mutation: share }, 1));
  await database.sightings.put({ id: idOf(1), part: 0, quality: 'missing', seenAt: 1 });
});

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
const all = ({ clips, decisions, posts, members, outbox }: Gathered) => ({
  clips: ids(clips),
  decisions: ids(decisions),
  posts: posts.map(({ communityId, id }) => `${communityId === COMMUNITY ? 'guild' : 'other'}/${id}`),
  members: members.map(({ communityId }) => communityId),
  outbox: ids(outbox),
});
const GUILD_THREAD = { posts: [`guild/${idOf(11)}`, `guild/${idOf(12)}`], members: [COMMUNITY], outbox: [idOf(21)] };

it('a clip comes with its decision, where it was shared, what was said there, and what was seen of it', async () => {
  const gathered = await gather(database, [{ kind: 'clip', id: idOf(1) }]);
  expect(all(gathered)).toEqual({ clips: [idOf(1)], decisions: [DECISION], ...GUILD_THREAD });
  expect(gathered.sightings).toMatchObject([{ quality: 'missing' }]);
});

it('a post comes with its thread, in its community only, and with the clip that it came from', async () => {
  const gathered = await gather(database, [{ kind: 'post', communityId: COMMUNITY, id: idOf(11) }]);
  expect(all(gathered)).toEqual({ clips: [idOf(1)], decisions: [], ...GUILD_THREAD });
});

it('a decision comes with how many clips are tied to it, those that were deleted left out', async () => {
  const gathered = await gather(database, [{ kind: 'decision', id: DECISION }]);
  expect(all(gathered)).toEqual({ clips: [], decisions: [DECISION], posts: [], members: [], outbox: [] });
  expect([...gathered.evidence]).toEqual([[DECISION, 1]]);
});

it('what is deleted or was never there is left out', async () => {
  await removeClip(database, idOf(3), 9);
  const gathered = await gather(database, [
    { kind: 'clip', id: idOf(3) },
    { kind: 'clip', id: idOf(99) },
    { kind: 'decision', id: idOf(99) },
    { kind: 'post', communityId: COMMUNITY, id: idOf(99) },
  ]);
  expect(all(gathered)).toEqual({ clips: [], decisions: [], posts: [], members: [], outbox: [] });
});
