import type { Database } from './database.ts';

/** What a cursor is checked against. */
export interface Standing {
  readonly epoch: string;
  readonly aclVersion: number;
  readonly seq: number;
}

export async function standingOf(database: Database, communityId: string): Promise<Standing> {
  const { rows } = await database.query<Standing>({
    name: 'standing',
    text: 'SELECT epoch, acl_version AS "aclVersion", seq FROM communities WHERE community_id = $1',
    values: [communityId],
  });
  if (!rows[0]) throw new Error('a member of a community that is not there');
  return rows[0];
}

interface ChangePage {
  /** The number up to which everything has been looked at. */
  readonly lastSeq: number;
  readonly newestSeq: number;
  /** A JSON array of wire changes, as text: it goes out as the database wrote it. */
  readonly changes: string;
}

/** Changes with a number above `after`; `limit` bounds the numbers looked at, of which some may have been overtaken by newer ones. */
export async function changesAfter(database: Database, communityId: string, after: number, limit: number): Promise<ChangePage> {
  const { rows } = await database.query<ChangePage>({
    name: 'pull',
    text: 'SELECT last_seq AS "lastSeq", newest_seq AS "newestSeq", changes FROM pull($1, $2, $3)',
    values: [communityId, after, limit],
  });
  if (!rows[0]) throw new Error('a pull without an answer');
  return rows[0];
}
