import * as v from 'valibot';
import { fail, ok, type FailureCode } from '../../../domain/failure.ts';
import { Id } from '../../../domain/id.ts';
import { Mutation, Push, Pushed, REFUSALS, type PushResult } from '../../../domain/wire.ts';
import { parseWith } from '../body.ts';
import { memberDoor } from '../door.ts';
import { wordsFor } from '../refusal.ts';
import { execute, type Refusal } from '../store/mutations.ts';

/** Each mutation is parsed by itself, so that one that is malformed is refused alone. */
const Envelope = v.object({ clientId: Id, mutations: v.pipe(v.array(v.looseObject({ id: Id })), v.minLength(1), v.maxLength(50)) });

const isRefusal = (code: FailureCode): code is Refusal => REFUSALS.some((refusal) => refusal === code);
const refused = (id: string, code: Refusal, sentence = wordsFor(code).sentence): PushResult => ({ id, outcome: 'refused', code, sentence });

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
      const mutation = parseWith(Mutation, sent);
      if (!mutation.ok) {
        results.push(refused(sent.id, 'refused', String(mutation.error.detail?.['sentence'])));
        continue;
      }
      const done = await execute(deps.pool, caller, input.clientId, mutation.value);
      if (done.ok) {
        results.push({ id: sent.id, outcome: 'done', seq: done.value });
        deps.bus.publish({ type: 'changed', communityId, seq: done.value });
      } else if (isRefusal(done.error.code)) {
        results.push(refused(sent.id, done.error.code));
      } else {
        // left in the meantime: what was done before stands, and is answered again on a retry
        return fail(done.error.code);
      }
    }
    return ok({ results });
  },
);
