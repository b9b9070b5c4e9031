import { describe, expect, it } from 'vitest';
import { inviteLink, parseInvite, parseServer } from '../../domain/invite.ts';

const communityId = '01890a5d-ac96-774b-bcce-b302099a8057';
const secret = 'a'.repeat(43);

describe('an invite link', () => {
  it('survives being made and taken apart', () => {
    const invite = { server: 'https://whence.example/team', communityId, secret };
    expect(parseInvite(inviteLink(invite))).toEqual({ ok: true, value: invite });
  });
  it('is found inside the sentence that it was mailed in', () => {
    const link = inviteLink({ server: 'https://whence.example', communityId, secret });
    expect(parseInvite(`Join us: <${link}>, see you!`)).toMatchObject({ ok: true, value: { communityId } });
  });
  it.each([
    ['', 'invite-not-a-link'],
    ['hello', 'invite-not-a-link'],
    ['https://whence.example/', 'invite-not-a-link'],
    [`https://whence.example/join/${communityId}`, 'invite-not-a-link'],
    [`https://whence.example/join/${communityId}#short`, 'invite-not-a-link'],
    [`https://whence.example/join/not-an-id#${secret}`, 'invite-not-a-link'],
    [`http://whence.example/join/${communityId}#${secret}`, 'address-insecure'],
  ])('%s is refused as %s', (pasted, code) => {
    expect(parseInvite(pasted)).toMatchObject({ ok: false, error: { code } });
  });
});

describe("a server's address", () => {
  it.each([
    ['whence.example', 'https://whence.example'],
    ['https://whence.example/', 'https://whence.example'],
    ['http://localhost:8790', 'http://localhost:8790'],
    ['http://127.0.0.1:8790/', 'http://127.0.0.1:8790'],
    ['https://proxy.example/whence/', 'https://proxy.example/whence'],
  ])('%s is read as %s', (typed, server) => {
    expect(parseServer(typed)).toEqual({ ok: true, value: server });
  });
  it.each([
    ['ftp://whence.example', 'address-not-a-server'],
    ['', 'address-not-a-server'],
    ['https://me:pw@whence.example', 'address-not-a-server'],
    ['http://whence.example', 'address-insecure'],
    ['http://127.0.0.1.evil.example', 'address-insecure'],
  ])('%s is refused as %s', (typed, code) => {
    expect(parseServer(typed)).toMatchObject({ ok: false, error: { code } });
  });
});
