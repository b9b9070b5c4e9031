import type { Context } from 'hono';
import type pg from 'pg';
import * as v from 'valibot';
import { fail, ok, type FailureCode, type Result } from '../../domain/failure.ts';
import { Id } from '../../domain/id.ts';
import { parseBody, parseWith } from './body.ts';
import type { Bus } from './live/bus.ts';
import type { Log } from './log.ts';
import { refuse } from './refusal.ts';
import { BEARER_TOKEN, isSameSecret } from './secrets.ts';
import { findByToken, type Caller } from './store/members.ts';

/** Who may come in: anyone, who holds the operator's creation key, or members of the community in the path. */
export type Access = 'open' | 'creation-key' | 'member';

/** What every door works with. */
export interface Deps {
  readonly pool: pg.Pool;
  readonly bus: Bus;
  readonly log: Log;
  readonly creationKey: string;
  /** The address that people reach this server at; undefined: the one that a request was sent to. */
  readonly publicAddress: string | undefined;
  /** Between signs of life on a live connection, in milliseconds. */
  readonly heartbeat: number;
  /** The server is stopping: connections that stay open end. */
  readonly closing: AbortSignal;
}

/** What a door says of itself, for the router and for /openapi.json. */
interface DoorSign<I = unknown, Q = unknown, O = unknown> {
  readonly method: 'get' | 'post' | 'delete';
  /** As Hono writes it; `:community` is the community's id. */
  readonly path: string;
  readonly summary: string;
  /** The JSON body. */
  readonly input?: v.GenericSchema<unknown, I>;
  /** What the document shows for the body where `input` parses less than all of it. */
  readonly documentedInput?: v.GenericSchema;
  readonly query?: v.GenericSchema<unknown, Q>;
  readonly output: v.GenericSchema<unknown, O>;
  /** Of the answer, when it is not JSON. */
  readonly contentType?: string;
  /** What it may refuse with, besides what its access and its input bring. */
  readonly failures?: readonly FailureCode[];
}

interface Call<I, Q> {
  readonly deps: Deps;
  readonly input: I;
  readonly query: Q;
  /** Empty where the path names no community. */
  readonly communityId: string;
  readonly context: Context;
}

interface MemberCall<I, Q> extends Call<I, Q> {
  readonly caller: Caller;
  readonly token: string;
}

type Answer<O> = Promise<Result<O> | Response>;

/** One way into the server. */
export interface Door extends DoorSign {
  readonly access: Access;
  readonly open: (context: Context, deps: Deps) => Promise<Response>;
}

const bearer = (context: Context): string => {
  const token = /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? '';
  return BEARER_TOKEN.test(token) ? token : '';
};

const respond = (answer: Result<unknown> | Response): Response =>
  answer instanceof Response ? answer : answer.ok ? Response.json(answer.value) : refuse(answer.error);

/** The community in the path, `''` where there is none. What is no id names nothing. */
function communityIn(context: Context): Result<string> {
  const named = context.req.param('community');
  if (named === undefined) return ok('');
  const parsed = v.safeParse(Id, named);
  return parsed.success ? ok(parsed.output) : fail('not-found');
}

async function readCall<I, Q>(
  { input, query }: DoorSign<I, Q>,
  communityId: string,
  context: Context,
  deps: Deps,
): Promise<Result<Call<I, Q>>> {
  const body = input ? parseBody(input, await context.req.text()) : ok(undefined);
  if (!body.ok) return body;
  const asked = query ? parseWith(query, context.req.query()) : ok(undefined);
  if (!asked.ok) return asked;
  // a door without a schema has I or Q undefined, which a checker can't see from the missing property
  return ok({ deps, communityId, context, input: body.value as I, query: asked.value as Q });
}

/** A door for anyone. */
export const openDoor = <O, I = undefined, Q = undefined>(sign: DoorSign<I, Q, O>, handle: (call: Call<I, Q>) => Answer<O>): Door => ({
  ...sign,
  access: 'open',
  open: async (context, deps) => {
    const community = communityIn(context);
    if (!community.ok) return refuse(community.error);
    const call = await readCall(sign, community.value, context, deps);
    return respond(call.ok ? await handle(call.value) : call);
  },
});

/** A door for the operator. */
export const operatorDoor = <O, I = undefined, Q = undefined>(sign: DoorSign<I, Q, O>, handle: (call: Call<I, Q>) => Answer<O>): Door => {
  const inner = openDoor(sign, handle);
  return {
    ...inner,
    access: 'creation-key',
    open: async (context, deps) =>
      isSameSecret(bearer(context), deps.creationKey) ? inner.open(context, deps) : refuse({ code: 'creation-key-wrong' }),
  };
};

/** A door for members: the one place that decides who is one. Nothing of the request is read before. */
export const memberDoor = <O, I = undefined, Q = undefined>(
  sign: DoorSign<I, Q, O>,
  handle: (call: MemberCall<I, Q>) => Answer<O>,
): Door => ({
  ...sign,
  access: 'member',
  open: async (context, deps) => {
    const community = communityIn(context);
    if (!community.ok) return refuse(community.error);
    const token = bearer(context);
    const caller = token ? await findByToken(deps.pool, community.value, token) : undefined;
    if (!caller) return refuse({ code: 'not-a-member' });
    const call = await readCall(sign, community.value, context, deps);
    return respond(call.ok ? await handle({ ...call.value, caller, token }) : call);
  },
});
