import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret } from '../../../community/src/secrets.ts';
import { Invite, InviteLook, Joined, Members, ServerError } from '../../../domain/wire.ts';
import { openApp, CREATION_KEY, type AppUnderTest } from '../support/appUnderTest.ts';
import { engines } from '../support/engines.ts';
import { ask, found, joinAs, note, personWith, post, type Answer, type Person } from '../support/people.ts';

const code = ({ body }: Answer): string => v.parse(ServerError, body).error.code;

describe.each(engines)('coming and going on the %s engine', (engine) => {
  let server: AppUnderTest;
  let leader: Person;
  beforeAll(async () => {
    server = await openApp(engine);
  });
  afterAll(() => server.stop());
  const fresh = async (): Promise<Person> => (leader = await found(server.app.request, CREATION_KEY, 'Guild'));
  const send = (path: string, body: unknown, token?: string): Promise<Answer> => ask(server.app.request, 'POST', path, token, body);
  const join = (secret: string, wanted: object = {}): Promise<Answer> =>
    send(`/communities/${leader.communityId}/join`, { secret, memberId: randomUUID(), memberName: 'Max', token: newSecret(), ...wanted });
  const look = (secret: string): Promise<Answer> => send(`/communities/${leader.communityId}/invites/look`, { secret });
  const membersNow = async (): Promise<number> => v.parse(Members, (await leader.ask('GET', '/members')).body).members.length;

  describe('making a community', () => {
    const wanted = () => ({
      communityId: randomUUID(),
      name: ' Guild ',
      purpose: '',
      memberId: randomUUID(),
      memberName: 'Léa 🌱',
      token: newSecret(),
    });

    it('needs the creation key', async () => {
      for (const key of [undefined, newSecret(), `${CREATION_KEY}x`]) {
        const refused = await send('/communities', wanted(), key);
        expect([refused.status, code(refused)]).toEqual([401, 'creation-key-wrong']);
      }
    });
    it('makes who asks its leader, and answers a retry the same', async () => {
      const asked = wanted();
      const [first, again] = [await send('/communities', asked, CREATION_KEY), await send('/communities', asked, CREATION_KEY)];
      expect(first.status).toBe(200);
      expect(again.body).toEqual(first.body);
      const { community, member } = v.parse(Joined, first.body);
      expect(community).toMatchObject({ id: asked.communityId, name: 'Guild', purpose: '' });
      expect(member).toMatchObject({ id: asked.memberId, name: 'Léa 🌱', role: 'leader' });
      expect(Math.abs(community.createdAt - Date.now())).toBeLessThan(60_000);
    });
    it('refuses an id that is taken', async () => {
      const asked = wanted();
      await send('/communities', asked, CREATION_KEY);
      const taken = await send('/communities', { ...asked, token: newSecret() }, CREATION_KEY);
      expect([taken.status, code(taken)]).toEqual([409, 'refused']);
    });
    it('survives characters that a database can not store', async () => {
      const made = await send('/communities', JSON.stringify({ ...wanted(), name: 'a\0b', purpose: '\uD800' }), CREATION_KEY);
      expect(v.parse(Joined, made.body).community).toMatchObject({ name: 'a\uFFFDb', purpose: '\uFFFD' });
    });
  });

  describe('an invite', () => {
    beforeAll(fresh);

    it('is a link to this server, with its secret in the fragment', async () => {
      const made = v.parse(Invite, (await leader.ask('POST', '/invites', { inviteId: randomUUID() })).body);
      expect(made).toMatchObject({
        role: 'member',
        uses: 25,
        link: expect.stringMatching(`^http://localhost/join/${leader.communityId}#[\\w-]{43}$`),
      });
      expect(made.expiresAt - Date.now()).toBeGreaterThan(13.9 * 86_400_000);
    });
    it('is the same one when its answer got lost and it is asked for again', async () => {
      const wanted = { inviteId: randomUUID(), uses: 3 };
      const [first, again] = [await leader.ask('POST', '/invites', wanted), await leader.ask('POST', '/invites', wanted)];
      expect(again.body).toEqual(first.body);
      const moderator = await joinAs(server.app.request, leader, 'moderator');
      const stolen = await moderator.ask('POST', '/invites', wanted);
      expect([stolen.status, code(stolen)]).toEqual([409, 'refused']);
    });
    it('is made by moderators and leaders, to no role above their own', async () => {
      const moderator = await joinAs(server.app.request, leader, 'moderator');
      expect((await moderator.ask('POST', '/invites', { inviteId: randomUUID(), role: 'moderator' })).status).toBe(200);
      const tooHigh = await moderator.ask('POST', '/invites', { inviteId: randomUUID(), role: 'leader' });
      expect([tooHigh.status, code(tooHigh)]).toEqual([403, 'role-too-low']);
      for (const role of ['reader', 'observer', 'member'] as const) {
        const person = await joinAs(server.app.request, leader, role);
        expect((await person.ask('POST', '/invites', { inviteId: randomUUID(), role: 'reader' })).status).toBe(403);
      }
    });
    it.each([{ uses: 0 }, { uses: 10_001 }, { days: 366 }, { days: 1.5 }, { role: 'owner' }])('can not be had with %o', async (odd) => {
      expect((await leader.ask('POST', '/invites', { inviteId: randomUUID(), ...odd })).status).toBe(422);
    });
    it('shows what it opens before one joins, and is not used up by that', async () => {
      const secret = await leader.invite({ role: 'reader', uses: 1 });
      for (let times = 0; times < 2; times++) {
        const { community, members, role, invitedBy } = v.parse(InviteLook, (await look(secret)).body);
        expect([community.id, community.name, role, invitedBy]).toEqual([leader.communityId, 'Guild', 'reader', 'Lea']);
        expect(members).toBe(await membersNow());
      }
      expect((await join(secret)).status).toBe(200);
    });
    it('of another community, or made up, opens nothing', async () => {
      const elsewhere = await found(server.app.request, CREATION_KEY);
      for (const secret of [await elsewhere.invite(), newSecret()]) {
        for (const answer of [await look(secret), await join(secret)]) expect([answer.status, code(answer)]).toEqual([404, 'invite-wrong']);
      }
      const nowhere = await send(`/communities/${randomUUID()}/join`, {
        secret: newSecret(),
        memberId: randomUUID(),
        memberName: 'Max',
        token: newSecret(),
      });
      expect([nowhere.status, code(nowhere)]).toEqual([404, 'invite-wrong']);
    });
    it('opens nothing once it has expired', async () => {
      const secret = await leader.invite();
      await server.pool.query("UPDATE invites SET expires_at = now() - interval '1 second' WHERE community_id = $1", [leader.communityId]);
      for (const answer of [await look(secret), await join(secret)]) expect([answer.status, code(answer)]).toEqual([410, 'invite-expired']);
    });
    it('stands no longer than who made it could make it', async () => {
      const [maker, lowered] = [
        await joinAs(server.app.request, leader, 'moderator'),
        await joinAs(server.app.request, leader, 'moderator'),
      ];
      const [ofLeft, ofLowered] = [await maker.invite(), await lowered.invite()];
      expect((await look(ofLeft)).status).toBe(200);
      await maker.ask('DELETE', '/members/me');
      await server.pool.query("UPDATE members SET role = 'member' WHERE member_id = $1", [lowered.memberId]);
      for (const secret of [ofLeft, ofLowered]) {
        for (const answer of [await look(secret), await join(secret)])
          expect([answer.status, code(answer)]).toEqual([410, 'invite-expired']);
      }
    });
    it('that is wrong makes nobody wait', async () => {
      const writer = await server.pool.connect();
      try {
        await writer.query('BEGIN');
        await writer.query('SELECT lock_community($1)', [leader.communityId]);
        expect(code(await join(newSecret()))).toBe('invite-wrong');
      } finally {
        await writer.query('ROLLBACK');
        writer.release(true);
      }
    });
    it('for one lets in exactly one of twelve who come at once', async () => {
      const secret = await leader.invite({ uses: 1 });
      const before = await membersNow();
      const answers = await Promise.all(Array.from({ length: 12 }, () => join(secret)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 410).map(code)).toEqual(Array(11).fill('invite-used-up'));
      expect(await membersNow()).toBe(before + 1);
      expect(code(await look(secret))).toBe('invite-used-up');
    });
  });

  describe('joining', () => {
    beforeAll(fresh);

    it('twice with the same id and token joins once, and uses the invite once', async () => {
      const secret = await leader.invite({ uses: 2 });
      const device = { memberId: randomUUID(), token: newSecret() };
      const answers = await Promise.all([join(secret, device), join(secret, device), join(secret, device)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(answers[1]?.body).toEqual(answers[0]?.body);
      expect((await join(secret)).status).toBe(200);
      expect((await join(secret)).status).toBe(410);
      expect((await join(secret, device)).status).toBe(200);
    });
    it('under the id of somebody else is refused, and uses nothing up', async () => {
      const secret = await leader.invite({ uses: 1 });
      const taken = await join(secret, { memberId: leader.memberId });
      expect([taken.status, code(taken)]).toEqual([409, 'refused']);
      expect((await join(secret)).status).toBe(200);
    });
    it.each([{ memberName: '  ' }, { memberName: 'x'.repeat(81) }, { token: 'short' }, { memberId: 'me' }])(
      'with %o is refused',
      async (odd) => {
        expect((await join(await leader.invite(), odd)).status).toBe(422);
      },
    );
  });

  describe('leaving', () => {
    beforeAll(fresh);

    it('closes every door to the token, tells the others, and leaves what was said', async () => {
      const person = await joinAs(server.app.request, leader);
      const said = post(note('still true'));
      await person.push(said);
      const { next } = await leader.pullAll();
      expect((await person.ask('DELETE', '/members/me')).status).toBe(200);
      for (const path of ['/pull', '/members', '/live']) expect((await person.ask('GET', path)).status).toBe(401);
      expect((await leader.pull(next)).changes).toMatchObject([{ type: 'member-left', memberId: person.memberId }]);
      expect((await leader.pull()).changes).toContainEqual(
        expect.objectContaining({ type: 'post', post: expect.objectContaining({ id: said.postId }) }),
      );
      expect(await membersNow()).toBe(1);
    });
    it('is not for the last leader while others are there', async () => {
      const last = await found(server.app.request, CREATION_KEY);
      const person = await joinAs(server.app.request, last);
      const kept = await last.ask('DELETE', '/members/me');
      expect([kept.status, code(kept)]).toEqual([409, 'refused']);
      expect(kept.body).toMatchObject({
        error: { sentence: expect.stringContaining('only leader'), next: expect.stringContaining('invite') },
      });
      const second = await joinAs(server.app.request, last, 'leader');
      expect((await last.ask('DELETE', '/members/me')).status).toBe(200);
      await person.ask('DELETE', '/members/me');
      expect((await second.ask('DELETE', '/members/me')).status).toBe(200);
    });
    it('does not free the id for somebody else', async () => {
      const person = await joinAs(server.app.request, leader);
      await person.ask('DELETE', '/members/me');
      expect((await join(await leader.invite(), { memberId: person.memberId, token: person.token })).status).toBe(409);
      expect((await personWith(server.app.request, leader.communityId, person.memberId, person.token).ask('GET', '/pull')).status).toBe(
        401,
      );
    });
  });
});
