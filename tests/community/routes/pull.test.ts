import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApp, CREATION_KEY, type AppUnderTest } from '../support/appUnderTest.ts';
import { engines } from '../support/engines.ts';
import { found, joinAs, note, post, react, remove, type Person } from '../support/people.ts';

describe.each(engines)('pulling on the %s engine', (engine) => {
  let server: AppUnderTest;
  let leader: Person;
  beforeAll(async () => {
    server = await openApp(engine);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    leader = await found(server.app.request, CREATION_KEY);
  });

  it('without a cursor begins with the community and its members, and says to forget what was there', async () => {
    const member = await joinAs(server.app.request, leader);
    const { changes, reset, more } = await member.pull();
    expect([reset, more]).toEqual([true, false]);
    expect(changes).toMatchObject([
      { type: 'community', seq: 1, community: { id: leader.communityId, name: 'Guild' } },
      { type: 'member', seq: 2, member: { id: leader.memberId, role: 'leader' } },
      { type: 'member', seq: 3, member: { id: member.memberId, role: 'member' } },
    ]);
  });

  it('with a cursor answers only what is new, and in the end nothing', async () => {
    const { next } = await leader.pull();
    const shared = post(note('new'));
    await leader.push(shared);
    const page = await leader.pull(next);
    expect(page).toMatchObject({ reset: false, more: false, changes: [{ type: 'post', post: { id: shared.postId } }] });
    expect(await leader.pull(page.next)).toEqual({ changes: [], next: page.next, more: false, reset: false });
  });

  it('tells of what changed several times only the newest state', async () => {
    const [first, second, third] = [post(note('1')), post(note('2')), post(note('3'))];
    const { next } = await leader.pull();
    await leader.push(first, second, third, react(first.postId), remove(second.postId));
    const { changes } = await leader.pull(next);
    expect(changes).toMatchObject([
      { type: 'post', post: { id: third.postId } },
      { type: 'post', post: { id: first.postId, reactions: { relied: [leader.memberId] } } },
      { type: 'post-removed', postId: second.postId },
    ]);
  });

  it('page by page tells the same as at once, also when a page has nothing to show', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const shared = post(note(String(turn)));
      await leader.push(shared, react(shared.postId), react(shared.postId, false), remove(shared.postId), post(note('kept')));
    }
    const [whole, single] = [await leader.pullAll(), await leader.pullAll(undefined, 1)];
    expect(single.changes).toEqual(whole.changes);
    expect((await leader.pull(undefined, 2)).more).toBe(true);
  });

  it('ends a page after two million bytes, however many changes were asked for, and misses nothing', async () => {
    const words = '語'.repeat(20_000);
    const shared = Array.from({ length: 40 }, () => post(note(words)));
    for (let at = 0; at < shared.length; at += 10) await leader.push(...shared.slice(at, at + 10));
    const answer = await leader.ask('GET', '/pull?limit=500');
    expect(JSON.stringify(answer.body).length).toBeGreaterThan(600_000);
    expect(Buffer.byteLength(JSON.stringify(answer.body))).toBeLessThan(2_300_000);
    expect(answer.body).toMatchObject({ more: true });
    const { changes } = await leader.pullAll(undefined, 500);
    expect(changes.map(({ seq }) => seq)).toEqual(Array.from({ length: 42 }, (_, place) => place + 1));
  });

  it('with a cursor that is none, or not of here, begins again and never fails', async () => {
    const elsewhere = await found(server.app.request, CREATION_KEY);
    const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const own: unknown = JSON.parse(Buffer.from((await leader.pull()).next, 'base64url').toString());
    const forged = (changed: object): string => base64({ ...(own as object), ...changed }); // a cursor is an object inside
    const cursors = ['', 'x', '%00', '🌱', 'a'.repeat(5_000), base64(null), base64([]), base64(7), (await elsewhere.pull()).next];
    for (const cursor of [
      ...cursors,
      ...[{ seq: -1 }, { seq: 1e300 }, { seq: 1.5 }, { seq: 1_000 }, { seq: '1' }, { schema: 0 }, { acl: 9 }, { epoch: "'" }].map(forged),
    ]) {
      const { reset, changes } = await leader.pull(cursor);
      expect([cursor, reset, changes.length]).toEqual([cursor, true, 2]);
    }
  });

  it('begins again after the epoch or what members may read has changed', async () => {
    const { next } = await leader.pull();
    await server.pool.query('UPDATE communities SET acl_version = acl_version + 1 WHERE community_id = $1', [leader.communityId]);
    const after = await leader.pull(next);
    expect(after.reset).toBe(true);
    expect((await leader.pull(after.next)).reset).toBe(false);
  });

  it.each(['0', '501', '-1', 'all', '1e2', '2;DROP'])('with a limit of %s is refused', async (limit) => {
    expect((await leader.ask('GET', `/pull?limit=${limit}`)).status).toBe(422);
  });

  it('misses nothing while twelve people write at once', async () => {
    const WRITERS = 12;
    const EACH = 40;
    const people = await Promise.all(Array.from({ length: WRITERS }, () => joinAs(server.app.request, leader)));
    const { next: start } = await leader.pullAll();
    const sent = new Set<string>();
    let isWriting = true;
    const write = async (person: Person): Promise<void> => {
      for (let turn = 0; turn < EACH; turn++) {
        const shared = post(note(`${turn}`));
        await person.push(shared);
        sent.add(shared.postId);
      }
    };
    // a reader that never looks back: what its cursor passed over is lost to it
    const read = async (): Promise<string[]> => {
      const seen: string[] = [];
      let cursor = start;
      for (let isLast = false; !isLast;) {
        isLast = !isWriting;
        const { changes, next } = await leader.pullAll(cursor, 7);
        for (const change of changes) if (change.type === 'post') seen.push(change.post.id);
        cursor = next;
      }
      return seen;
    };
    const readers = [read(), read()];
    await Promise.all(people.map(write));
    isWriting = false;
    expect(sent.size).toBe(WRITERS * EACH);
    for (const seen of await Promise.all(readers)) {
      expect(seen).toHaveLength(sent.size);
      expect(new Set(seen)).toEqual(sent);
    }
    const { rows } = await server.pool.query<{ seqs: number; last: number }>(
      'SELECT count(*) AS seqs, max(h.seq) AS last FROM changes h WHERE community_id = $1',
      [leader.communityId],
    );
    expect(rows[0]?.seqs).toBe(rows[0]?.last);
  });
});
