import type { Member, Role } from '../../../domain/community.ts';
import { fail, ok, type Result } from '../../../domain/failure.ts';
import { hashOf } from '../secrets.ts';
import type { Database } from './database.ts';

/** Who a request comes from. */
export interface Caller {
  readonly communityId: string;
  readonly memberId: string;
  readonly role: Role;
}

/** The member whose token this is; undefined for a token that is not, or no longer, one of the community's. */
export async function findByToken(database: Database, communityId: string, token: string): Promise<Caller | undefined> {
  const { rows } = await database.query<{ member_id: string; role: Role }>({
    name: 'find-by-token',
    text: 'SELECT member_id, role FROM members WHERE community_id = $1 AND token_hash = $2',
    values: [communityId, hashOf(token)],
  });
  return rows[0] && { communityId, memberId: rows[0].member_id, role: rows[0].role };
}

/** Who is in the community now, who joined first coming first. */
export async function listMembers(database: Database, communityId: string): Promise<Member[]> {
  const { rows } = await database.query<{ member: Member }>(
    'SELECT member_json(m) AS member FROM members m WHERE community_id = $1 AND left_at IS NULL ORDER BY joined_at, member_id',
    [communityId],
  );
  return rows.map(({ member }) => member);
}

/** Answers the community's newest number. The only leader of others is refused. */
export async function leave(database: Database, { communityId, memberId }: Caller): Promise<Result<number>> {
  const { rows } = await database.query<{ code: 'done' | 'not-a-member' | 'last-leader'; seq: number | null }>(
    'SELECT code, seq FROM leave_community($1, $2)',
    [communityId, memberId],
  );
  const { code, seq } = rows[0] ?? { code: 'not-a-member', seq: null };
  if (code === 'last-leader')
    return fail('refused', {
      sentence: 'You are the only leader: the others would be left without one. Invite another leader first.',
      next: 'Make an invite with the role leader, and leave once somebody has joined by it.',
    });
  return seq === null ? fail('not-a-member') : ok(seq);
}
