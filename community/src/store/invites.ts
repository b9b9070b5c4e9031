import type * as v from 'valibot';
import { fail, ok, type Result } from '../../../domain/failure.ts';
import type { Role } from '../../../domain/community.ts';
import type { InviteLook, MakeInvite } from '../../../domain/wire.ts';
import { hashOf } from '../secrets.ts';
import type { Database } from './database.ts';
import type { Caller } from './members.ts';

interface StoredInvite {
  readonly role: Role;
  readonly uses: number;
  readonly expiresAt: number;
}

/** Store an invite with the hash of its secret. Asked for again with the same id and secret, it answers the stored one. */
export async function makeInvite(
  database: Database,
  { communityId, memberId }: Caller,
  { inviteId, role, uses, days }: v.InferOutput<typeof MakeInvite>,
  secret: string,
): Promise<Result<StoredInvite>> {
  const { rows } = await database.query<{ code: 'done' | 'not-a-member' | 'role-too-low' | 'refused' }>(
    'SELECT make_invite($1, $2, $3, $4, $5, $6, $7) AS code',
    [communityId, memberId, inviteId, hashOf(secret), role, uses, days],
  );
  const code = rows[0]?.code ?? 'refused';
  if (code !== 'done') return fail(code);
  const stored = await database.query<StoredInvite>(
    'SELECT role, uses, instant(expires_at) AS "expiresAt" FROM invites WHERE community_id = $1 AND invite_id = $2',
    [communityId, inviteId],
  );
  return stored.rows[0] ? ok(stored.rows[0]) : fail('refused');
}

type Look = v.InferOutput<typeof InviteLook>;

/** What an invite opens, without using it. */
export async function lookAtInvite(database: Database, communityId: string, secret: string): Promise<Result<Look>> {
  const { rows } = await database.query<Look & { state: 'done' | 'invite-expired' | 'invite-used-up' }>(
    `SELECT community_json(c) AS community, i.role, m.name AS "invitedBy", invite_state(i) AS state,
       (SELECT count(*) FROM members n WHERE n.community_id = c.community_id AND n.left_at IS NULL) AS members
     FROM invites i JOIN communities c USING (community_id) JOIN members m ON m.community_id = i.community_id AND m.member_id = i.made_by
     WHERE i.community_id = $1 AND i.secret_hash = $2`,
    [communityId, hashOf(secret)],
  );
  const found = rows[0];
  if (!found) return fail('invite-wrong');
  if (found.state !== 'done') return fail(found.state);
  const { community, members, role, invitedBy } = found;
  return ok({ community, members, role, invitedBy });
}
