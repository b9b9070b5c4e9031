import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, CREATION_KEY, type AppUnderTest } from '../support/appUnderTest.ts';
import { engines } from '../support/engines.ts';
import { clip, found, joinAs, note, post, react, remove, type Person } from '../support/people.ts';

describe.each(engines)('pushing on the %s engine', (engine) => {
  let server: AppUnderTest;
  let leader: Person;
  let moderator: Person;
  let member: Person;
  let other: Person;
  beforeAll(async () => {
    server = await openApp(engine);
    leader = await found(server.app.request, CREATION_KEY);
    moderator = await joinAs(server.app.request, leader, 'moderator');
    member = await joinAs(server.app.request, leader);
    other = await joinAs(server.app.request, leader);
  });
  afterAll(() => server.stop());
  const postsNow = async () => (await leader.pullAll()).changes.filter((change) => change.type === 'post').map((change) => change.post);
  const postNow = async (postId: string) => (await postsNow()).find(({ id }) => id === postId);
  const removedNow = async () =>
    (await leader.pullAll()).changes.filter((change) => change.type === 'post-removed').map((change) => change.postId);
  const done = { outcome: 'done' };
  const refused = (code: string) => ({ outcome: 'refused', code, sentence: expect.any(String) });

  describe('a post', () => {
    it('is there for everyone, as it was sent', async () => {
      const body = { ...clip('Settles it'), headings: ['Advice'], decision: { question: 'Which router?', stance: 'supports' as const } };
      const shared = post(body);
      expect(await member.push(shared)).toMatchObject([{ id: shared.id, ...done }]);
      expect(await postNow(shared.postId)).toMatchObject({
        communityId: leader.communityId,
        authorId: member.memberId,
        body,
        reactions: { relied: [] },
      });
      expect(await postNow(shared.postId)).not.toHaveProperty('threadId');
    });
    it('sent again after its answer got lost is there once, with the same answer', async () => {
      const shared = post(note('once'));
      const first = await member.push(shared);
      const before = await postsNow();
      const again = await Promise.all([member.push(shared), member.push(shared)]);
      expect(again).toEqual([first, first]);
      expect(await postsNow()).toEqual(before);
    });
    it('sent twice at the same moment is there once', async () => {
      const shared = post(note('twice'));
      const answers = await Promise.all(Array.from({ length: 6 }, () => member.push(shared)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect((await postsNow()).filter(({ id }) => id === shared.postId)).toHaveLength(1);
    });
    it('under the id of something else that was sent is refused, and what was sent stands', async () => {
      const shared = post(note('first'));
      await member.push(shared);
      expect(await member.push({ ...shared, body: note('second') })).toMatchObject([refused('mutation-conflict')]);
      expect(await postNow(shared.postId)).toMatchObject({ body: note('first') });
    });
    it('of a device that was put back from a backup is not doubled under a new client id', async () => {
      const shared = post(note('from a backup'));
      const [first] = await member.push(shared);
      expect(await member.push({ ...shared, id: randomUUID() })).toEqual([{ ...first, id: expect.any(String) }]);
      expect(await member.push({ ...shared, id: randomUUID(), body: note('changed') })).toMatchObject([refused('mutation-conflict')]);
    });
    it("can not take the place of somebody else's", async () => {
      const shared = post(note('mine'));
      await member.push(shared);
      expect(await other.push(post(note('yours'), { postId: shared.postId }))).toMatchObject([refused('refused')]);
      expect(await postNow(shared.postId)).toMatchObject({ authorId: member.memberId, body: note('mine') });
    });
    it('keeps markup as text, and what it does not know out', async () => {
      const why = '<script>alert(1)</script><img src=x onerror=alert(1)> & "quoted" \\ \u2028 🌱';
      const shared = post(clip(why));
      await member.ask('POST', '/push', {
        clientId: member.clientId,
        mutations: [{ ...shared, body: { ...shared.body, html: '<b>', __proto__: null } }],
      });
      expect((await postNow(shared.postId))?.body).toEqual({ ...clip(why) });
    });
    it('with a character that a database can not store is kept with a mark in its place', async () => {
      const shared = post(clip('a\0b\uDC00c'));
      expect(await member.push(shared)).toMatchObject([done]);
      expect((await postNow(shared.postId))?.body).toMatchObject({ why: 'a\uFFFDb\uFFFDc' });
    });
    it('of more bytes than a community takes is refused in words, and so are too many selectors', async () => {
      const long = '\u0001'.repeat(20_000);
      const heavy = post({ ...clip(long), quote: long, paragraph: long.slice(0, 8_000) });
      expect(await member.push(heavy)).toMatchObject([
        { ...refused('refused'), sentence: expect.stringMatching(/^This post takes \d{6} bytes; a community takes at most 262144\.$/) },
      ]);
      const { target } = clip('x');
      const many = { ...clip('x'), target: { ...target, selector: Array.from({ length: 7 }, () => target.selector).flat() } };
      const wide = { ...clip('x'), target: { ...target, selector: [{ type: 'TextQuoteSelector' as const, exact: 'x'.repeat(20_001) }] } };
      expect(await member.push(post(many), post(wide))).toMatchObject([refused('refused'), refused('refused')]);
    });
    it('comes from members, moderators and leaders only', async () => {
      for (const role of ['reader', 'observer'] as const) {
        const person = await joinAs(server.app.request, leader, role);
        const shared = post(note('let me'));
        expect(await person.push(shared)).toMatchObject([refused('role-too-low')]);
        expect(await postNow(shared.postId)).toBeUndefined();
        expect((await person.pull()).changes.length).toBeGreaterThan(0);
      }
      for (const person of [member, moderator, leader]) expect(await person.push(post(note('thanks')))).toMatchObject([done]);
    });
  });

  describe('a batch', () => {
    it('is executed in order, and what is refused or malformed does not stop the next', async () => {
      const [root, last] = [post(note('root')), post(note('last'))];
      const [reply, lost] = [post(note('reply'), { threadId: root.postId }), post(note('lost'), { threadId: randomUUID() })];
      const malformed = { ...post(note('x')), body: { kind: 'clip', why: 7 } };
      const { status, body } = await member.ask('POST', '/push', {
        clientId: member.clientId,
        mutations: [root, reply, lost, malformed, last],
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({ results: [done, done, refused('post-gone'), { ...refused('refused'), id: malformed.id }, done] });
      expect(await postNow(reply.postId)).toMatchObject({ threadId: root.postId });
      expect(await postNow(last.postId)).toBeDefined();
    });
    it.each([
      ['with nothing in it', { clientId: randomUUID(), mutations: [] }],
      ['with too much in it', { clientId: randomUUID(), mutations: Array.from({ length: 51 }, () => react(randomUUID())) }],
      ['with something that has no id', { clientId: randomUUID(), mutations: [{ type: 'post' }] }],
      ['without a client', { mutations: [react(randomUUID())] }],
    ])('%s is refused whole', async (_what, body) => {
      expect((await member.ask('POST', '/push', body)).status).toBe(422);
    });
  });

  describe('a reply', () => {
    it('needs a thread that is there, opened by a post', async () => {
      const root = post(note('root'));
      const reply = post(note('reply'), { threadId: root.postId });
      await member.push(root, reply);
      expect(await other.push(post(note('to a reply'), { threadId: reply.postId }))).toMatchObject([refused('refused')]);
      await member.push(remove(root.postId));
      expect(await other.push(post(note('too late'), { threadId: root.postId }))).toMatchObject([refused('post-gone')]);
    });
    it('of another community does not exist here', async () => {
      const elsewhere = await found(server.app.request, CREATION_KEY);
      const root = post(note('elsewhere'));
      await elsewhere.push(root);
      expect(await member.push(post(note('across'), { threadId: root.postId }))).toMatchObject([refused('post-gone')]);
      expect(await member.push(react(root.postId), remove(root.postId))).toMatchObject([refused('post-gone'), refused('post-gone')]);
    });
  });

  describe('a reaction', () => {
    it('is on or off for each member, however often it is set', async () => {
      const root = post(note('root'));
      await member.push(root);
      await other.push(react(root.postId), react(root.postId));
      await leader.push(react(root.postId));
      expect(await postNow(root.postId)).toMatchObject({ reactions: { relied: [other.memberId, leader.memberId] } });
      await other.push(react(root.postId, false), react(root.postId, false));
      expect(await postNow(root.postId)).toMatchObject({ reactions: { relied: [leader.memberId] } });
    });
    it('that changes nothing is no change for anyone to pull', async () => {
      const root = post(note('root'));
      await member.push(root);
      await other.push(react(root.postId));
      const { next } = await leader.pullAll();
      expect(await other.push(react(root.postId))).toMatchObject([done]);
      expect((await leader.pull(next)).changes).toEqual([]);
    });
  });

  describe('removing', () => {
    it("one's own post erases its words and takes one's own replies along", async () => {
      const root = post(note('unsaid words'));
      const reply = post(note('unsaid too'), { threadId: root.postId });
      await member.push(root, reply);
      await other.push(react(root.postId));
      expect(await member.push(remove(root.postId))).toMatchObject([done]);
      expect(await removedNow()).toEqual(expect.arrayContaining([root.postId, reply.postId]));
      const { rows } = await server.pool.query("SELECT 1 FROM posts p WHERE p::text LIKE '%unsaid%'");
      expect(rows).toEqual([]);
    });
    it('a post takes nobody else along whose words one could not remove', async () => {
      const sentence = 'Others have replied to this; their words would go with it.';
      const [root, ofLeader] = [post(note('root')), post(note('root too'))];
      const reply = post(note('answer'), { threadId: root.postId });
      const answer = post(note('answer of a leader'), { threadId: ofLeader.postId });
      await member.push(root, ofLeader);
      await other.push(reply);
      await leader.push(answer);
      expect(await member.push(remove(root.postId))).toMatchObject([{ ...refused('refused'), sentence }]);
      expect(await postNow(reply.postId)).toBeDefined();
      expect(await moderator.push(remove(ofLeader.postId), remove(root.postId))).toMatchObject([{ ...refused('refused'), sentence }, done]);
      expect(await removedNow()).toEqual(expect.arrayContaining([root.postId, reply.postId]));
      expect(await postNow(answer.postId)).toBeDefined();
      await other.push(remove(reply.postId));
    });
    it('one reply frees the post that it answered', async () => {
      const root = post(note('root'));
      const reply = post(note('answer'), { threadId: root.postId });
      await member.push(root);
      await other.push(reply, remove(reply.postId));
      expect(await member.push(remove(root.postId))).toMatchObject([done]);
    });
    it('twice is done twice, and something that never was is gone', async () => {
      const root = post(note('root'));
      await member.push(root);
      expect(await member.push(remove(root.postId), remove(root.postId), remove(randomUUID()))).toMatchObject([
        done,
        done,
        refused('post-gone'),
      ]);
      expect(await member.push(react(root.postId))).toMatchObject([refused('post-gone')]);
      expect(await member.push({ ...root, id: randomUUID() })).toMatchObject([refused('post-gone')]);
    });
    it("somebody else's is for moderators and leaders, and never goes against an equal or higher role", async () => {
      const [ofMember, ofModerator, ofLeader] = [post(note('a')), post(note('b')), post(note('c'))];
      await member.push(ofMember);
      await moderator.push(ofModerator);
      await leader.push(ofLeader);
      expect(await other.push(remove(ofMember.postId), remove(ofLeader.postId))).toMatchObject([
        refused('role-too-low'),
        refused('role-too-low'),
      ]);
      expect(await moderator.push(remove(ofLeader.postId), remove(ofMember.postId))).toMatchObject([refused('role-too-low'), done]);
      expect(await leader.push(remove(ofModerator.postId))).toMatchObject([done]);
      expect(await postNow(ofLeader.postId)).toBeDefined();
    });
  });
});
