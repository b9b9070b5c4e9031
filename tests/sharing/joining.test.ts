import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity, joinCommunity, lookAtInvite } from '../../sharing/joining.ts';
import { leaveCommunity } from '../../sharing/leaving.ts';
import { sendDue } from '../../sharing/outbox.ts';
import { pullCommunity } from '../../sharing/pull.ts';
import { beginDraft } from '../../storage/drafts.ts';
import { keepDraft } from '../../storage/clips.ts';
import { farewells } from '../../storage/leaving.ts';
import { allMemberships, membershipById } from '../../storage/memberships.ts';
import { aCapture, codeOf, COMMUNITY, idOf, someFields, valueOf } from '../storage/samples.ts';
import { aDevice, aMemberDevice, LINK, queueNote, type Device } from './device.ts';
import { CREATION_KEY, FakeServer, SERVER } from './fakeServer.ts';

const lost = (): never => {
  throw new TypeError('Failed to fetch');
};

let device: Device;
beforeEach(async () => {
  device = await aDevice();
});

describe('joining', () => {
  it('shows what an invite opens before anything is stored', async () => {
    expect(valueOf(await lookAtInvite(device.deps, LINK))).toMatchObject({
      community: { id: COMMUNITY },
      invitedBy: 'Ada',
      role: 'member',
    });
    expect(await device.deps.database.settings.count()).toBe(0);
  });

  it('stores a membership that starts from nothing', async () => {
    const membership = valueOf(await joinCommunity(device.deps, LINK, ' Robin '));
    expect(membership).toMatchObject({ id: COMMUNITY, server: SERVER, memberName: 'Robin', role: 'member', seenSeq: 0 });
    expect(membership).not.toHaveProperty('cursor');
    expect(await allMemberships(device.deps.database)).toEqual([membership]);
    expect(device.server.members.get(membership.memberId)?.token).toBe(membership.token);
  });

  it('again after a lost answer is the same member', async () => {
    device.server.onAnswer = lost;
    expect(codeOf(await joinCommunity(device.deps, LINK, 'Robin'))).toBe('server-unreachable');
    device.server.onAnswer = (_, answer) => answer;
    const membership = valueOf(await joinCommunity(device.deps, LINK, 'Robin'));
    expect([...device.server.members.keys()]).toEqual([membership.memberId]);
    expect(await device.deps.database.settings.toArray()).toEqual([]);
  });

  it('a community that one is in is refused with its name', async () => {
    valueOf(await joinCommunity(device.deps, LINK, 'Robin'));
    expect(await joinCommunity(device.deps, LINK, 'Robin')).toMatchObject({
      error: { code: 'already-joined', detail: { name: 'Front-end guild' } },
    });
  });

  it('again is open to a device that was put out', async () => {
    const before = valueOf(await joinCommunity(device.deps, LINK, 'Robin'));
    device.server.members.clear();
    expect(codeOf(await pullCommunity(device.deps, COMMUNITY))).toBe('not-a-member');
    const after = valueOf(await joinCommunity(device.deps, LINK, 'Robin'));
    expect(after.memberId).not.toBe(before.memberId);
    expect(after).not.toHaveProperty('revoked');
  });

  it.each([
    ['what is no link', 'hello', 'Robin', 'invite-not-a-link'],
    ['a wrong secret', LINK.replace(/#.*/, `#${'x'.repeat(43)}`), 'Robin', 'invite-wrong'],
    ['no name', LINK, '  ', 'name-missing'],
  ])('by %s is refused', async (_, link, name, code) => {
    expect(codeOf(await joinCommunity(device.deps, link, name))).toBe(code);
  });

  it.each([
    ['community', { id: idOf(9) }, {}],
    ['member', {}, { id: idOf(8) }],
  ])('a server that answers for another %s is no server of ours', async (_, community, member) => {
    device.server.onAnswer = () => {
      const [known] = device.server.members.values();
      return Response.json({
        community: { id: COMMUNITY, name: 'Guild', purpose: '', createdAt: 1, ...community },
        member: { ...known, ...member },
      });
    };
    expect(codeOf(await joinCommunity(device.deps, LINK, 'Robin'))).toBe('server-not-whence');
    expect(await allMemberships(device.deps.database)).toEqual([]);
  });
});

describe('founding a community', () => {
  const wanted = { server: 'whence.example/', creationKey: CREATION_KEY, name: 'Guild', purpose: '', memberName: 'Robin' };

  it('makes its founder a member; again after a lost answer it is the same community', async () => {
    const founded: string[] = [];
    device.server.onAnswer = (path, answer) => {
      if (path === 'POST /communities' && founded.push(path) === 1) lost();
      return answer;
    };
    expect(codeOf(await createCommunity(device.deps, wanted))).toBe('server-unreachable');
    const membership = valueOf(await createCommunity(device.deps, wanted));
    expect(membership).toMatchObject({ name: 'Guild', role: 'leader', server: SERVER });
    expect(device.server.members.size).toBe(1);
  });

  it('with a wrong key can be tried again with the right one', async () => {
    expect(codeOf(await createCommunity(device.deps, { ...wanted, creationKey: 'guess' }))).toBe('creation-key-wrong');
    expect(codeOf(await createCommunity(device.deps, wanted))).toBe('ok');
  });

  it.each([
    ['server', 'http://whence.example', 'address-insecure'],
    ['server', '', 'address-not-a-server'],
    ['name', ' ', 'name-missing'],
  ])('with the %s "%s" is refused before anything is sent', async (field, value, code) => {
    expect(codeOf(await createCommunity(device.deps, { ...wanted, [field]: value }))).toBe(code);
    expect(device.server.requests).toEqual([]);
  });
});

describe('leaving', () => {
  it("takes the community's posts, members and waiting items off the device and leaves one's own clips", async () => {
    device = await aMemberDevice();
    const { database, now, newId } = device.deps;
    const draft = valueOf(await beginDraft(database, aCapture(), { now: now(), newId }));
    valueOf(await keepDraft(database, { id: draft.id, fields: someFields({ why: 'mine' }) }, { now: now(), newId }));
    await queueNote(device, 1);
    valueOf(await sendDue(device.deps));
    valueOf(await pullCommunity(device.deps, COMMUNITY));
    valueOf(await leaveCommunity(device.deps, COMMUNITY));
    expect([
      await database.posts.count(),
      await database.members.count(),
      await database.outbox.count(),
      await database.memberships.count(),
    ]).toEqual([0, 0, 0, 0]);
    expect(await database.clips.toArray()).toHaveLength(1);
    expect(device.server.members.size).toBe(0);
  });

  it('a server that is down takes effect at once, and the server is told when it is back', async () => {
    device = await aMemberDevice();
    device.server.onRequest = lost;
    valueOf(await leaveCommunity(device.deps, COMMUNITY));
    expect(await membershipById(device.deps.database, COMMUNITY)).toBeUndefined();
    device.server.onRequest = () => undefined;
    const { nextAttemptAt = 0 } = valueOf(await sendDue(device.deps));
    expect(device.server.members.size).toBe(1);
    device.clock.now = nextAttemptAt;
    expect(valueOf(await sendDue(device.deps))).toEqual({});
    expect(device.server.members.size).toBe(0);
    expect(await farewells(device.deps.database)).toEqual([]);
  });

  it('a server that is gone for good is not told for ever', async () => {
    device = await aMemberDevice();
    device.server.onRequest = lost;
    valueOf(await leaveCommunity(device.deps, COMMUNITY));
    device.clock.now += 31 * 24 * 60 * 60 * 1_000;
    expect(valueOf(await sendDue(device.deps))).toEqual({});
  });

  it('and joining again is a new membership', async () => {
    device = await aMemberDevice();
    valueOf(await leaveCommunity(device.deps, COMMUNITY));
    expect(codeOf(await joinCommunity(device.deps, LINK, 'Robin'))).toBe('ok');
  });

  it('a community that is not there is done', async () => {
    expect(codeOf(await leaveCommunity(device.deps, COMMUNITY))).toBe('ok');
    expect(new FakeServer(COMMUNITY).requests).toEqual(device.server.requests);
  });
});
