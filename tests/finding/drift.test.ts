import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { ingest } from '../../finding/ingest.ts';
import { tell } from '../../finding/takeIn.ts';
import { createIndex, type SearchIndex } from '../../search/index.ts';
import { removeClip, restoreClip } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { leaveOnDevice } from '../../storage/leaving.ts';
import { discardItem, queueMutation, settleItems } from '../../storage/outbox.ts';
import type { Searched } from '../../storage/rows.ts';
import { resetIndex } from '../../storage/searchIndex.ts';
import { refuseSighting } from '../../storage/sightings.ts';
import { ADA, aMembership, aNote, aSharedClip, COMMUNITY, freshDatabase, idOf } from '../storage/samples.ts';
import { aClip, aDecision, aFinder } from './kept.ts';

/** Any sequence of writes, stored in between or not, leaves the index as one that is built afresh: nothing drifts. */

const WORDS = ['grid', 'table', 'float'] as const;
const QUERIES = [
  '',
  ...WORDS,
  ...WORDS.map((word) => `in:${word}`),
  ...WORDS.map((word) => `by:${word}`),
  'is:orphan',
  'is:shared',
  'has:replies',
  'has:decision',
  'kind:decision',
];

const clip = (n: number): string => idOf(n);
const decision = (n: number): string => idOf(0x10 + n);
const post = (n: number): string => idOf(0x20 + n);
const reply = (n: number, m: number): string => idOf(0x30 + 4 * n + m);
const item = (group: number, n: number, m: number): string => idOf(0x100 + 0x40 * group + 4 * n + m);
const row = (one: ReturnType<typeof aNote>) => ({ ...one, thread: one.threadId ?? '', firstSeq: one.seq });
const note = (text: string) => ({ kind: 'note', text }) as const;

type Write = (database: WhenceDatabase, n: number, m: number, word: string) => PromiseLike<unknown>;

const WRITES: Readonly<Record<string, Write>> = {
  'a clip': (database, n, _, why) => database.clips.put(aClip(n, why)),
  'a clip is tied to a decision': (database, n, m) =>
    database.clips.update(clip(n), { evidence: { decisionId: decision(m), stance: 'supports' } }),
  'a clip is deleted': (database, n) => removeClip(database, clip(n), 9),
  'a clip comes back': (database, n) => restoreClip(database, clip(n), 9),
  'all clips go': (database) => database.clips.clear(),
  'a question': (database, n, _, question) => database.decisions.put({ ...aDecision(0x10 + n, question), key: `key ${n}` }),
  'a decision goes': (database, n) => database.decisions.delete(decision(n)),
  'a thread': (database, n, _, text) => database.posts.put(row({ ...aNote(0x20 + n, { body: note(text) }), authorId: ADA })),
  'a shared clip': (database, n) => database.posts.put(row(aSharedClip(0x20 + n))),
  'a reply': (database, n, m, text) =>
    database.posts.put(row({ ...aNote(0x30 + 4 * n + m), threadId: post(n), body: note(text), authorId: idOf(0xa2) })),
  'a thread goes': (database, n) => database.posts.delete([COMMUNITY, post(n)]),
  'a reply goes': (database, n, m) => database.posts.delete([COMMUNITY, reply(n, m)]),
  'a member’s name': (database, n, _, name) =>
    database.members.put({ id: n === 1 ? ADA : idOf(0xa2), name, role: 'member', joinedAt: 1, communityId: COMMUNITY, hasLeft: false }),
  'a community’s name': (database, _, __, name) => database.memberships.put(aMembership({ name })),
  'a community is left': (database) => leaveOnDevice(database, COMMUNITY, 9),
  'a share': (database, n, m) =>
    queueMutation(
      database,
      {
        communityId: COMMUNITY,
        clipId: clip(n),
        mutation: { type: 'post', id: item(0, n, m), postId: post(m), body: aSharedClip(1).body },
      },
      n,
    ),
  'an answer on its way': (database, n, m, text) =>
    queueMutation(
      database,
      { communityId: COMMUNITY, mutation: { type: 'post', id: item(1, n, m), postId: reply(n, m), threadId: post(n), body: note(text) } },
      n,
    ),
  'a removal on its way': (database, n, m) =>
    queueMutation(
      database,
      { communityId: COMMUNITY, mutation: { type: 'remove', id: item(2, n, m), postId: m === 1 ? post(n) : reply(n, m) } },
      n,
    ),
  'everything is sent': async (database) => settleItems(database, await database.outbox.toArray(), 9),
  'everything is refused': async (database) =>
    settleItems(
      database,
      (await database.outbox.toArray()).map(({ id }) => ({ id, refused: { code: 'refused' } })),
      9,
    ),
  'something is discarded': (database, n, m) => discardItem(database, item(n + m - 2, n, m)),
  'a passage went': (database, n, m) => database.sightings.put({ id: m === 1 ? post(n) : clip(n), part: 0, quality: 'missing', seenAt: 9 }),
  'a passage may be another': (database, n, m, now) =>
    database.sightings.put({ id: m === 1 ? post(n) : clip(n), part: 0, quality: 'uncertain', now, seenAt: 9 }),
  'what may be one is refused': async (database) => {
    for (const { id, part, now } of await database.sightings.toArray())
      if (now !== undefined) await refuseSighting(database, { id, part, now, isRefused: true });
  },
  'nothing is refused': async (database) => {
    for (const { id, part, refused } of await database.sightings.toArray())
      if (refused !== undefined) await refuseSighting(database, { id, part, now: refused, isRefused: false });
  },
  stored: (database) => ingest(database),
  'begun anew': (database) => resetIndex(database),
};

/** What an index finds by itself: cards that are gone are not left out, as they are where it is shown. */
const answers = (index: SearchIndex): readonly unknown[] =>
  QUERIES.map((query) => [query, index.candidates(query, { limit: 100, now: 1 }).ids.toSorted()]);

async function builtAfresh(database: WhenceDatabase): Promise<SearchIndex> {
  const index = createIndex({ texts: 'elsewhere' });
  const all: readonly Searched[] = [
    ...(await database.clips.toArray()).map(({ id }): Searched => ({ kind: 'clip', id })),
    ...(await database.decisions.toArray()).map(({ id }): Searched => ({ kind: 'decision', id })),
    ...(await database.posts.where('thread').equals('').toArray()).map(({ communityId, id }): Searched => ({
      kind: 'post',
      communityId,
      id,
    })),
  ];
  await tell(database, index, all);
  return index;
}

/** Something of everything, stored. */
async function aLibrary(): Promise<WhenceDatabase> {
  const database = await freshDatabase();
  const first: readonly (keyof typeof WRITES)[] = [
    'a community’s name',
    'a member’s name',
    'a clip',
    'a question',
    'a clip is tied to a decision',
    'a thread',
    'a reply',
  ];
  for (const n of [1, 2]) for (const what of first) await WRITES[what]?.(database, n, n, 'grid');
  await WRITES['a passage may be another']?.(database, 1, 2, 'grid');
  await WRITES['a share']?.(database, 1, 3, 'grid');
  await WRITES['a removal on its way']?.(database, 2, 1, 'grid');
  await ingest(database);
  return database;
}

it('whatever is written, in whichever order, stored in between or not: the index knows what there is, and nothing else', async () => {
  const number = fc.integer({ min: 1, max: 2 });
  const write = fc.tuple(fc.constantFrom(...Object.keys(WRITES)), number, number, fc.constantFrom(...WORDS));
  const alone = Object.keys(WRITES).flatMap((what) =>
    [1, 2].map((n): [[string, number, number, (typeof WORDS)[number]][]] => [[[what, n, 2, 'table']]]),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 20 }), async (writes) => {
      const database = await aLibrary();
      const open = aFinder(database);
      for (const [what, n, m, word] of writes) await WRITES[what]?.(database, n, m, word);
      const expected = answers(await builtAfresh(database));
      const opened = aFinder(database);
      expect(answers(await opened.index())).toEqual(expected);
      await vi.waitFor(async () => expect(answers(await open.index())).toEqual(expected));
      await ingest(database);
      expect(await database.unindexed.count()).toBe(0);
      const stored = aFinder(database);
      expect(answers(await stored.index())).toEqual(expected);
      for (const finder of [open, opened, stored]) {
        expect(finder.told.filter((one) => one !== 'change' && one !== 'unreadable')).toEqual([]);
        finder.close();
      }
      await database.delete();
    }),
    // each by itself, and then any
    { numRuns: alone.length + 25, examples: alone },
  );
}, 60_000);
