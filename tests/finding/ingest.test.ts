import { describe, expect, it, vi } from 'vitest';
import { ingest } from '../../finding/ingest.ts';
import { createIndex } from '../../search/index.ts';
import { putText } from '../../storage/attachments.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { removeClip, restoreClip } from '../../storage/clips.ts';
import { queueMutation, settleItems } from '../../storage/outbox.ts';
import { readIndex, resetIndex, storeIndex } from '../../storage/searchIndex.ts';
import { refuseSighting } from '../../storage/sightings.ts';
import { ADA, aMembership, aNote, aSharedClip, COMMUNITY, freshDatabase, idOf } from '../storage/samples.ts';
import { aClip, aFinder } from './kept.ts';

const member = (name: string) => ({ id: ADA, name, role: 'member' as const, joinedAt: 1, communityId: COMMUNITY, hasLeft: false });
const row = (post: ReturnType<typeof aNote>) => ({ ...post, thread: post.threadId ?? '', firstSeq: post.seq });

/** A share of a clip, as the nth post. */
const share = (n: number) => ({ type: 'post', id: idOf(0x500 + n), postId: idOf(n), body: aSharedClip(1).body }) as const;

/** What a finder finds that has nothing but the stored index, and what one finds that reads the journal too. */
async function found(database: WhenceDatabase, query: string): Promise<readonly string[]> {
  const finder = aFinder(database);
  const ids = await finder.ids(query);
  finder.close();
  return ids;
}

async function guild(): Promise<WhenceDatabase> {
  const database = await freshDatabase();
  await database.memberships.put(aMembership());
  await database.members.put(member('Ada'));
  await database.posts.put(row(aSharedClip(1)));
  await database.clips.put(aClip(2, 'settles the grid'));
  await ingest(database);
  return database;
}

describe('what is written is found, before it is stored and after', () => {
  const cases: readonly [string, string, (database: WhenceDatabase) => PromiseLike<unknown>, readonly string[]][] = [
    ['a new clip', 'subgrid', (database) => database.clips.put(aClip(3, 'subgrid at last')), [idOf(3)]],
    ['an edited why', 'tables', (database) => database.clips.update(idOf(2), { why: 'tables' }), [idOf(2)]],
    ['a deleted clip, no longer', 'settles', (database) => removeClip(database, idOf(2), 5), []],
    [
      'a reply, as its thread',
      'agreed',
      (database) => database.posts.put(row(aNote(9, { threadId: idOf(1), body: { kind: 'note', text: 'agreed' } }))),
      [`${COMMUNITY}/${idOf(1)}`],
    ],
    ['a removed post, no longer', 'in:guild', (database) => database.posts.delete([COMMUNITY, idOf(1)]), []],
    ['a member’s new name', 'by:grace', (database) => database.members.put(member('Grace')), [`${COMMUNITY}/${idOf(1)}`]],
    [
      'a community’s new name',
      'in:weavers',
      (database) => database.memberships.put(aMembership({ name: 'Weavers' })),
      [`${COMMUNITY}/${idOf(1)}`],
    ],
    [
      'the text of a page',
      'rainwater',
      async (database) => {
        await database.clips.update(idOf(2), { kind: 'page' });
        await putText(database, idOf(2), 'All about **rainwater**');
      },
      [idOf(2)],
    ],
    [
      'a share, by where it went',
      'in:guild kind:passage is:mine',
      (database) => queueMutation(database, { communityId: COMMUNITY, clipId: idOf(2), mutation: share(51) }, 3),
      [idOf(2)],
    ],
    [
      'a passage that went',
      'is:orphan',
      (database) => database.sightings.put({ id: idOf(2), part: 0, quality: 'missing', seenAt: 1 }),
      [idOf(2)],
    ],
    [
      'a passage whose likeness was refused',
      'is:orphan',
      async (database) => {
        await database.sightings.put({ id: idOf(2), part: 0, quality: 'uncertain', now: 'Grid.', seenAt: 1 });
        await ingest(database);
        await refuseSighting(database, { id: idOf(2), part: 0, now: 'Grid.', isRefused: true });
      },
      [idOf(2)],
    ],
    [
      'a passage whose likeness is no longer refused, no longer',
      'is:orphan',
      async (database) => {
        await database.sightings.put({ id: idOf(2), part: 0, quality: 'uncertain', now: 'Grid.', refused: 'Grid.', seenAt: 1 });
        await ingest(database);
        await refuseSighting(database, { id: idOf(2), part: 0, now: 'Grid.', isRefused: false });
      },
      [],
    ],
    [
      'a share that its community refused, not as shared',
      '(is:shared OR in:guild) is:mine',
      async (database) => {
        await queueMutation(database, { communityId: COMMUNITY, clipId: idOf(2), mutation: share(51) }, 3);
        await ingest(database);
        await settleItems(database, [{ id: share(51).id, refused: { code: 'role-too-low' } }], 4);
      },
      [],
    ],
    [
      'a reply that waits to be sent, as its thread',
      'agreed',
      (database) =>
        queueMutation(
          database,
          {
            communityId: COMMUNITY,
            mutation: { type: 'post', id: idOf(50), postId: idOf(51), threadId: idOf(1), body: { kind: 'note', text: 'agreed' } },
          },
          3,
        ),
      [`${COMMUNITY}/${idOf(1)}`],
    ],
    [
      'a post whose removal waits to be sent, no longer',
      'in:guild',
      (database) => queueMutation(database, { communityId: COMMUNITY, mutation: { type: 'remove', id: idOf(50), postId: idOf(1) } }, 3),
      [],
    ],
  ];
  it.each(cases)('%s', async (_, query, change, expected) => {
    const database = await guild();
    await change(database);
    expect(await found(database, query)).toEqual(expected);
    await ingest(database);
    expect(await database.unindexed.count()).toBe(0);
    expect(await found(database, query)).toEqual(expected);
  });
  it('a decision’s new question, with the clips that are tied to it', async () => {
    const database = await guild();
    await database.decisions.put({ id: idOf(7), key: 'k', question: 'Which layout?', status: 'open', createdAt: 1, updatedAt: 1 });
    await database.clips.update(idOf(2), { evidence: { decisionId: idOf(7), stance: 'supports' } });
    await ingest(database);
    await database.decisions.update(idOf(7), { question: 'Which rainbarrel?' });
    expect((await found(database, 'rainbarrel')).toSorted()).toEqual([idOf(2), idOf(7)]);
  });
  it('a post that came from an own clip, as that clip', async () => {
    const database = await guild();
    await queueMutation(database, { communityId: COMMUNITY, clipId: idOf(2), mutation: share(1) }, 3);
    await ingest(database);
    expect(await found(database, 'in:guild')).toEqual([idOf(2)]);
    await removeClip(database, idOf(2), 5);
    expect(await found(database, 'in:guild')).toEqual([`${COMMUNITY}/${idOf(1)}`]);
    await restoreClip(database, idOf(2), 6);
    await ingest(database);
    expect(await found(database, 'in:guild')).toEqual([idOf(2)]);
  });
  it('a reply to an own clip’s thread, as that clip', async () => {
    const database = await guild();
    await queueMutation(database, { communityId: COMMUNITY, clipId: idOf(2), mutation: share(1) }, 3);
    await ingest(database);
    const reply = row(aNote(9, { threadId: idOf(1), body: { kind: 'note', text: 'subgrid does it' } }));
    await database.posts.put(reply);
    expect(await found(database, 'subgrid has:replies')).toEqual([idOf(2)]);
    await ingest(database);
    expect(await found(database, 'subgrid has:replies')).toEqual([idOf(2)]);
    await database.posts.delete([COMMUNITY, reply.id]);
    expect(await found(database, 'subgrid')).toEqual([]);
  });
});

/** What the tests' IndexedDB is about to do, as it keeps it. */
interface Pending {
  readonly _requests: { operation: () => unknown }[];
}
const LOST = 'its file was lost';

/** The browser has lost the file of the stored index: who reads it gets an error until another one is stored, and in Chromium no transaction any more. */
async function loseIndex(database: WhenceDatabase, isEnded: boolean): Promise<void> {
  await database.searchIndex.put({ key: 'index', value: LOST });
  const { get } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    const request = get.call(this, key);
    // no public way makes a request fail that the browser has taken
    const pending = (this.transaction as unknown as Pending)._requests.at(-1);
    const read = pending?.operation;
    if (pending && read)
      pending.operation = () => {
        const stored = read();
        if (!JSON.stringify(stored)?.includes(LOST)) return stored;
        if (isEnded) this.transaction.abort();
        throw new DOMException('Data lost due to missing file', 'NotReadableError');
      };
    return request;
  });
}

describe('an index that can’t be used', () => {
  it.each([
    ['is missing', (database: WhenceDatabase) => database.searchIndex.clear()],
    ['is missing, with what is said of it still there', (database: WhenceDatabase) => database.searchIndex.delete('index')],
    ['is there, with what is said of it missing', (database: WhenceDatabase) => database.searchIndex.delete('state')],
    ['can’t be read by the browser', (database: WhenceDatabase) => loseIndex(database, false)],
    ['can’t be read by Chromium', (database: WhenceDatabase) => loseIndex(database, true)],
    ['is of an older form', (database: WhenceDatabase) => database.searchIndex.put({ key: 'index', value: { form: 0 } })],
    [
      'has a flipped bit',
      async (database: WhenceDatabase) => {
        const { value } = await readIndex(database, 0);
        const copy = structuredClone(value) as { parts: { segment: { postings: { bytes: Uint8Array } } }[] };
        const bytes = copy.parts[0]?.segment.postings.bytes;
        if (!bytes) throw new Error('an index with postings');
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        await database.searchIndex.put({ key: 'index', value: copy });
      },
    ],
  ])('because it %s is told, answers from what was written since, and is built afresh', async (_, damage) => {
    const database = await guild();
    await damage(database);
    await database.clips.put(aClip(3, 'subgrid at last'));
    const finder = aFinder(database);
    expect(await finder.ids('subgrid')).toEqual([idOf(3)]);
    expect(finder.told).toContain('unreadable');
    await ingest(database);
    expect(await found(database, 'settles')).toEqual([idOf(2)]);
    expect(await found(database, 'in:guild')).toHaveLength(1);
    finder.close();
  });
  it('and neither can anything else: that is told, and nothing is forgotten', async () => {
    const database = await guild();
    const before = await database.searchIndex.toArray();
    const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('Internal error', 'UnknownError');
    });
    expect(await ingest(database)).toMatchObject({ ok: false, error: { code: 'database-failed' } });
    const finder = aFinder(database);
    await vi.waitFor(() => expect(finder.told.join()).toContain('Internal error'));
    expect(finder.told).not.toContain('unreadable');
    finder.close();
    get.mockRestore();
    expect(await database.searchIndex.toArray()).toEqual(before);
  });
  it('that was reset tells how much is still to be taken in', async () => {
    const database = await freshDatabase();
    await database.clips.bulkPut(Array.from({ length: 400 }, (_, n) => aClip(n + 1, n === 399 ? 'newest' : 'older')));
    await resetIndex(database);
    const finder = aFinder(database);
    expect(await finder.ids('newest')).toEqual([idOf(400)]);
    expect(finder.waiting()).toBe(400 - 256);
    finder.close();
  });
});

it('a run that another one overtook stores nothing of its own, and loses nothing', async () => {
  const database = await guild();
  await database.clips.put(aClip(3, 'subgrid at last'));
  const { state } = await readIndex(database, 0);
  await ingest(database);
  const late = await storeIndex(database, createIndex().serialize(), { generation: state?.generation ?? 0, known: [] });
  expect(late).toEqual({ ok: true, value: 'stale' });
  expect(await found(database, 'subgrid')).toEqual([idOf(3)]);
});
