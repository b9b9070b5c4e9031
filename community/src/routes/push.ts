import * as v from 'valibot';
import { fail, ok, type FailureCode, type Result } from '../../../domain/failure.ts';
import { Id } from '../../../domain/id.ts';
import { SHARED } from '../../../domain/limits.ts';
import { sizeOfPost } from '../../../domain/post.ts';
import { Mutation, Push, Pushed, REFUSALS, type PushResult } from '../../../domain/wire.ts';
import { parseWith } from '../body.ts';
import { memberDoor } from '../door.ts';
import { wordsFor } from '../refusal.ts';
import { execute, type Refusal } from '../store/mutations.ts';

/** Each mutation is parsed by itself, so that one that is malformed is refused alone. */
const Envelope = v.object({ clientId: Id, mutations: v.pipe(v.array(v.looseObject({ id: Id })), v.minLength(1), v.maxLength(50)) });

const isRefusal = (code: FailureCode): code is Refusal => REFUSALS.some((refusal) => refusal === code);
const refused = (id: string, code: Refusal, sentence: unknown = wordsFor(code).sentence): PushResult => ({
  id,
  outcome: 'refused',
  code,
  sentence: String(sentence),
});

function parseMutation(sent: unknown): Result<Mutation> {
  const mutation = parseWith(Mutation, sent);
  if (!mutation.ok || mutation.value.type !== 'post') return mutation;
  const size = sizeOfPost(mutation.value.body);
  if (size <= SHARED.post) return mutation;
  return fail('refused', { sentence: `This post takes ${size} bytes; a community takes at most ${SHARED.post}.` });
}

export const push = memberDoor(
  {
    method: 'post',
    path: '/communities/:community/push',
    summary: 'Change things: each once, in order; one that is refused does not stop the next.',
    input: Envelope,
    documentedInput: Push,
    output: Pushed,
  },
  async ({ deps, communityId, caller, input }) => {
    const results: PushResult[] = [];
    for (const sent of input.mutations) {
      const mutation = parseMutation(sent);
      if (!mutation.ok) {
        results.push(refused(sent.id, 'refused', mutation.error.detail?.['sentence']));
        continue;
      }
      const done = await execute(deps.pool, caller, input.clientId, mutation.value);
      if (done.ok) {
        results.push({ id: sent.id, outcome: 'done', seq: done.value });
        deps.bus.publish({ type: 'changed', communityId, seq: done.value });
      } else if (isRefusal(done.error.code)) {
        results.push(refused(sent.id, done.error.code, done.error.detail?.['sentence']));
      } else {
        // left in the meantime: what was done before stands, and is answered again on a retry
        return fail(done.error.code);
      }
    }
    return ok({ results });
  },
);
