import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../community/src/demo.ts';
import { POSTS } from '../../community/src/demo/content.ts';
import { newSecret } from '../../community/src/secrets.ts';
import { startServer, type RunningServer } from '../../community/src/server.ts';
import { parseInvite } from '../../domain/invite.ts';
import { PostBody } from '../../domain/post.ts';
import { Joined } from '../../domain/wire.ts';
import { newDatabase } from './support/database.ts';
import { ask, personWith, type Person, type Send } from './support/people.ts';

describe('the demo community', () => {
  let server: RunningServer;
  let databaseUrl: string;
  const send: Send = (path, init) => fetch(server.address + path, init);
  const visit = async (invite: string): Promise<Person> => {
    const link = parseInvite(invite);
    if (!link.ok) throw new Error(invite);
    const visitor = { secret: link.value.secret, memberId: crypto.randomUUID(), memberName: 'Visitor', token: newSecret() };
    const { body } = await ask(send, 'POST', `/communities/${link.value.communityId}/join`, undefined, visitor);
    expect(v.is(Joined, body)).toBe(true);
    return personWith(send, link.value.communityId, visitor.memberId, visitor.token);
  };
  beforeAll(async () => {
    databaseUrl = await newDatabase('npm');
    server = await startServer({
      dataFolder: '/not/used',
      databaseUrl,
      creationKey: 'a-creation-key-for-the-demo',
    });
  });
  afterAll(() => server.stop());

  it('is made once, however often it is asked for, each time with an invite that works', async () => {
    const wanted = { baseUrl: server.address, creationKey: server.creationKey };
    const first = await seedDemo(wanted);
    const visitor = await visit(first.invite);
    const before = await visitor.pullAll();
    const second = await seedDemo(wanted);
    expect(second.communityId).toBe(first.communityId);
    expect(second.invite).not.toBe(first.invite);
    expect((await visitor.pull(before.next)).changes).toEqual([]);
    await visit(second.invite);
    const posts = before.changes.flatMap((change) => (change.type === 'post' ? [change.post] : []));
    expect(posts.filter(({ threadId }) => !threadId)).toHaveLength(6);
    expect(posts.some(({ threadId }) => threadId)).toBe(true);
    expect(posts.some(({ reactions }) => reactions.relied.length > 0)).toBe(true);
    expect(before.changes.filter(({ type }) => type === 'member')).toHaveLength(4);
  });

  it('says when another creation key made it', async () => {
    const other = await startServer({ dataFolder: '/not/used', databaseUrl, creationKey: 'another-key-for-the-demo' });
    try {
      await seedDemo({ baseUrl: server.address, creationKey: server.creationKey });
      await expect(seedDemo({ baseUrl: other.address, creationKey: other.creationKey })).rejects.toMatchObject({
        message: expect.stringContaining('another creation key'),
        next: expect.stringContaining('--data'),
      });
    } finally {
      await other.stop();
    }
  });

  it('says when the creation key is wrong', async () => {
    await expect(seedDemo({ baseUrl: server.address, creationKey: newSecret() })).rejects.toThrow('creation key');
  });

  it('is made of posts that a device would send', () => {
    for (const { body } of POSTS) {
      expect(v.parse(PostBody, body)).toEqual(body);
      expect(body).toMatchObject({
        why: expect.stringMatching(/\w/),
        quote: expect.stringMatching(/\w/),
        decision: { question: expect.stringMatching(/\?$/) },
      });
    }
  });
});
