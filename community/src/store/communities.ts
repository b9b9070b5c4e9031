import type * as v from 'valibot';
import { fail, ok, type Result } from '../../../domain/failure.ts';
import type { CreateCommunity, Join, Joined } from '../../../domain/wire.ts';
import { hashOf } from '../secrets.ts';
import type { Database } from './database.ts';

async function joined(database: Database, communityId: string, memberId: string): Promise<Joined> {
  const { rows } = await database.query<Joined>(
    `SELECT community_json(c) AS community, member_json(m) AS member
     FROM communities c JOIN members m USING (community_id) WHERE community_id = $1 AND member_id = $2`,
    [communityId, memberId],
  );
  if (!rows[0]) throw new Error('a member who was just added is not there');
  return rows[0];
}

/** Make a community with its first leader. Asked for again with the same ids and token, it answers the same; else `refused`. */
export async function createCommunity(database: Database, wanted: v.InferOutput<typeof CreateCommunity>): Promise<Result<Joined>> {
  const { communityId, name, purpose, memberId, memberName, token } = wanted;
  const { rows } = await database.query<{ code: 'done' | 'refused' }>('SELECT create_community($1, $2, $3, $4, $5, $6) AS code', [
    communityId,
    name,
    purpose,
    memberId,
    memberName,
    hashOf(token),
  ]);
  return rows[0]?.code === 'done' ? ok(await joined(database, communityId, memberId)) : fail('refused');
}

type JoinCode = 'done' | 'invite-wrong' | 'invite-expired' | 'invite-used-up' | 'refused';

/** Join by an invite. A retry with the same member id and token answers the same and uses nothing up. */
export async function joinCommunity(
  database: Database,
  communityId: string,
  { secret, memberId, memberName, token }: v.InferOutput<typeof Join>,
): Promise<Result<Joined>> {
  const { rows } = await database.query<{ code: JoinCode }>('SELECT join_community($1, $2, $3, $4, $5) AS code', [
    communityId,
    hashOf(secret),
    memberId,
    memberName,
    hashOf(token),
  ]);
  const code = rows[0]?.code ?? 'invite-wrong';
  return code === 'done' ? ok(await joined(database, communityId, memberId)) : fail(code);
}

/** The newest sequence number of each of the given communities. */
export async function newestSeqs(database: Database, communityIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ community_id: string; seq: number }>({
    name: 'newest-seqs',
    text: 'SELECT community_id, seq FROM communities WHERE community_id = ANY($1)',
    values: [communityIds],
  });
  return new Map(rows.map(({ community_id, seq }) => [community_id, seq]));
}

/** After a backup was put back: every device begins again, since what it pulled last may not be here. */
export async function beginNewEpoch(database: Database): Promise<void> {
  await database.query('UPDATE communities SET epoch = gen_random_uuid()');
}
