import { randomUUID } from 'node:crypto';
import { parseInvite } from '../../../domain/invite.ts';
import type { Role } from '../../../domain/community.ts';
import type { ClipBody, PostBody } from '../../../domain/post.ts';
import { Invite, Joined, Pulled, Pushed, type Change, type Mutation, type PushResult } from '../../../domain/wire.ts';
import { newSecret } from '../../../community/src/secrets.ts';
import * as v from 'valibot';

/** `app.request`, or `fetch` on a server's address. */
export type Send = (path: string, init?: RequestInit) => Response | Promise<Response>;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** One request; a body that is a string goes out as it is. */
export async function ask(send: Send, method: string, path: string, token?: string, body?: unknown): Promise<Answer> {
  const response = await send(path, {
    method,
    headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown), headers: response.headers };
}

/** A member as their device speaks for them. */
export interface Person {
  readonly communityId: string;
  readonly memberId: string;
  readonly token: string;
  readonly clientId: string;
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly push: (...mutations: Mutation[]) => Promise<PushResult[]>;
  readonly pull: (cursor?: string, limit?: number) => Promise<Pulled>;
  /** Everything after a cursor, page by page. */
  readonly pullAll: (cursor?: string, limit?: number) => Promise<{ readonly changes: Change[]; readonly next: string }>;
  readonly invite: (wanted?: { role?: Role; uses?: number; days?: number }) => Promise<string>;
}

export function personWith(send: Send, communityId: string, memberId: string, token: string): Person {
  const home = `/communities/${communityId}`;
  const clientId = randomUUID();
  const askHome = (method: string, path: string, body?: unknown): Promise<Answer> => ask(send, method, home + path, token, body);
  const expectDone = <T>(answer: Answer, schema: v.GenericSchema<unknown, T>): T => {
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return v.parse(schema, answer.body);
  };
  const pull = async (cursor?: string, limit?: number): Promise<Pulled> => {
    const query = new URLSearchParams({ ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit: String(limit) }) });
    return expectDone(await askHome('GET', `/pull?${query}`), Pulled);
  };
  return {
    communityId,
    memberId,
    token,
    clientId,
    ask: askHome,
    pull,
    push: async (...mutations) => expectDone(await askHome('POST', '/push', { clientId, mutations }), Pushed).results,
    pullAll: async (cursor, limit) => {
      const changes: Change[] = [];
      for (let at = cursor; ;) {
        const page = await pull(at, limit);
        changes.push(...page.changes);
        at = page.next;
        if (!page.more) return { changes, next: at };
      }
    },
    invite: async (wanted = {}) => {
      const { link } = expectDone(await askHome('POST', '/invites', { inviteId: randomUUID(), ...wanted }), Invite);
      const parsed = parseInvite(link);
      if (!parsed.ok) throw new Error(`not an invite link: ${link}`);
      return parsed.value.secret;
    },
  };
}

/** A new community, by its leader. */
export async function found(send: Send, creationKey: string, name = 'Guild'): Promise<Person> {
  const wanted = { communityId: randomUUID(), name, purpose: 'To learn', memberId: randomUUID(), memberName: 'Lea', token: newSecret() };
  const { status, body } = await ask(send, 'POST', '/communities', creationKey, wanted);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return personWith(send, wanted.communityId, wanted.memberId, wanted.token);
}

/** Somebody new, by an invite of the given person. */
export async function joinAs(send: Send, inviter: Person, role: Role = 'member', memberName = 'Max'): Promise<Person> {
  const wanted = { secret: await inviter.invite({ role }), memberId: randomUUID(), memberName, token: newSecret() };
  const { status, body } = await ask(send, 'POST', `/communities/${inviter.communityId}/join`, undefined, wanted);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return personWith(send, inviter.communityId, v.parse(Joined, body).member.id, wanted.token);
}

export const note = (text: string): PostBody => ({ kind: 'note', text });

export const clip = (why: string): ClipBody => ({
  kind: 'clip',
  why,
  quote: 'Prefer the platform.',
  target: {
    type: 'SpecificResource',
    source: 'https://a.example/x',
    selector: [{ type: 'TextQuoteSelector', exact: 'Prefer the platform.' }],
  },
  title: 'On routers',
  tags: ['router'],
});

type PostMutation = Extract<Mutation, { type: 'post' }>;

export const post = (body: PostBody, wanted: Partial<Omit<PostMutation, 'type' | 'body'>> = {}): PostMutation => ({
  type: 'post',
  id: randomUUID(),
  postId: randomUUID(),
  ...wanted,
  body,
});
export const react = (postId: string, on = true): Mutation => ({ type: 'react', id: randomUUID(), postId, reaction: 'relied', on });
export const remove = (postId: string): Mutation => ({ type: 'remove', id: randomUUID(), postId });
