import { fail, ok, type Result } from '../../../domain/failure.ts';
import type { Mutation, REFUSALS } from '../../../domain/wire.ts';
import { hashOf } from '../secrets.ts';
import type { Database } from './database.ts';
import type { Caller } from './members.ts';

export type Refusal = (typeof REFUSALS)[number];
type Code = 'done' | 'not-a-member' | 'others-replied' | Refusal;

/** Keys in the schema's order and nothing unknown: parsed mutations with the same content have the same text. */
const fingerprint = (memberId: string, mutation: Mutation): Buffer => hashOf(`${memberId} ${JSON.stringify(mutation)}`);

function statement(mutation: Mutation): { readonly call: string; readonly values: readonly unknown[] } {
  switch (mutation.type) {
    case 'post':
      return {
        call: 'add_post($1, $2, $3, $4, $5, $6, $7, $8)',
        values: [mutation.postId, mutation.threadId ?? null, JSON.stringify(mutation.body)],
      };
    case 'react':
      return { call: 'set_reaction($1, $2, $3, $4, $5, $6, $7, $8)', values: [mutation.postId, mutation.reaction, mutation.on] };
    case 'remove':
      return { call: 'remove_post($1, $2, $3, $4, $5, $6)', values: [mutation.postId] };
  }
}

/** Execute a mutation once, as one transaction: answers the number of its change. Sent again it answers the same and does nothing. */
export async function execute(
  database: Database,
  { communityId, memberId }: Caller,
  clientId: string,
  mutation: Mutation,
): Promise<Result<number>> {
  const { call, values } = statement(mutation);
  const { rows } = await database.query<{ code: Code; seq: number | null }>({
    name: mutation.type,
    text: `SELECT code, seq FROM ${call}`,
    values: [communityId, memberId, clientId, mutation.id, fingerprint(memberId, mutation), ...values],
  });
  const { code, seq } = rows[0] ?? { code: 'refused', seq: null };
  if (code === 'done' && seq !== null) return ok(seq);
  if (code === 'others-replied') return fail('refused', { sentence: 'Others have replied to this; their words would go with it.' });
  return fail(code === 'done' ? 'refused' : code);
}
