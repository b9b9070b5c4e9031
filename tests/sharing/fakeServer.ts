import * as v from 'valibot';
import type { Member } from '../../domain/community.ts';
import type { Post } from '../../domain/post.ts';
import { CreateCommunity, Join, LookAtInvite, MakeInvite, Push, type Change, type Mutation, type PushResult } from '../../domain/wire.ts';

export const SERVER = 'https://whence.example';
export const SECRET = 's'.repeat(43);
export const CREATION_KEY = 'operator-key';

const told = (status: number, code: string): Response =>
  Response.json({ error: { code, sentence: `The server says ${code}.`, next: 'Try something else.' } }, { status });

/** One community on a server in memory, as domain/wire.ts describes it, with what a test wants to see of it. */
export class FakeServer {
  readonly communityId: string;
  readonly members = new Map<string, Member & { readonly token: string }>();
  readonly changes: Change[] = [];
  /** Every mutation that was executed, in order. */
  readonly executed: Mutation[] = [];
  /** The mutation ids that arrived, each as often as it was sent. */
  readonly pushed: string[] = [];
  /** The requests that arrived, as `METHOD /path`. */
  readonly requests: string[] = [];
  /** Mutations that the server refuses, by id. */
  readonly refuses = new Set<string>();
  /** Changes of one pull at most. */
  pageSize = 200;
  /** What happens to a request, and to its answer; a test puts its faults here. */
  onRequest: (path: string) => Response | undefined = () => undefined;
  onAnswer: (path: string, answer: Response) => Response = (_, answer) => answer;
  private readonly results = new Map<string, { readonly body: string; readonly result: PushResult }>();
  private name = 'Front-end guild';

  constructor(communityId: string) {
    this.communityId = communityId;
  }

  /** Stands in for the browser's `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(String(input));
    const path = `${init?.method ?? 'GET'} ${pathname.replace(`/communities/${this.communityId}`, '/:id')}`;
    this.requests.push(path);
    init?.signal?.throwIfAborted();
    const fault = this.onRequest(path);
    if (fault) return fault;
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const bearer = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '');
    return this.onAnswer(path, this.answer(path, body, bearer, searchParams));
  };

  /** Someone else's change. */
  add(change: (seq: number) => Change): void {
    this.changes.push(change(this.changes.length + 1));
  }

  private answer(path: string, body: unknown, bearer: string | undefined, query: URLSearchParams): Response {
    switch (path) {
      case 'GET /health':
        return Response.json({ service: 'whence-community', status: 'ok', version: '1' });
      case 'POST /communities': {
        if (bearer !== CREATION_KEY) return told(401, 'creation-key-wrong');
        const wanted = v.parse(CreateCommunity, body);
        this.name = wanted.name;
        return this.enter(wanted.communityId, wanted, 'leader');
      }
      case 'POST /:id/invites/look':
        if (v.parse(LookAtInvite, body).secret !== SECRET) return told(404, 'invite-wrong');
        return Response.json({ community: this.community(), members: this.members.size, role: 'member', invitedBy: 'Ada' });
      case 'POST /:id/join': {
        const join = v.parse(Join, body);
        return join.secret === SECRET ? this.enter(this.communityId, join, 'member') : told(404, 'invite-wrong');
      }
      default:
        return this.answerMember(path, body, bearer, query);
    }
  }

  private answerMember(path: string, body: unknown, bearer: string | undefined, query: URLSearchParams): Response {
    const member = [...this.members.values()].find(({ token }) => token === bearer);
    if (!member) return told(401, 'not-a-member');
    switch (path) {
      case 'POST /:id/push': {
        const { clientId, mutations } = v.parse(Push, body);
        this.pushed.push(...mutations.map(({ id }) => id));
        return Response.json({ results: mutations.map((mutation) => this.execute(clientId, member, mutation)) });
      }
      case 'GET /:id/pull': {
        const from = Number(query.get('cursor') ?? 0);
        const changes = this.changes.slice(from, from + this.pageSize);
        return Response.json({
          changes,
          next: String(from + changes.length),
          more: from + changes.length < this.changes.length,
          reset: !query.has('cursor'),
        });
      }
      case 'POST /:id/invites': {
        const { role, uses } = v.parse(MakeInvite, body);
        return Response.json({ link: `${SERVER}/join/${this.communityId}#${SECRET}`, role, uses, expiresAt: 9 });
      }
      case 'DELETE /:id/members/me':
        this.members.delete(member.id);
        return new Response(null, { status: 204 });
      default:
        return told(404, 'not-found');
    }
  }

  private community() {
    return { id: this.communityId, name: this.name, purpose: '', createdAt: 1 };
  }

  private enter(
    communityId: string,
    { memberId, memberName, token }: { memberId: string; memberName: string; token: string },
    role: Member['role'],
  ): Response {
    const known = this.members.get(memberId);
    const member = known ?? { id: memberId, name: memberName, role, joinedAt: 5, token };
    if (!known) {
      this.members.set(memberId, member);
      this.add((seq) => ({ type: 'member', seq, member }));
    }
    return Response.json({ community: { ...this.community(), id: communityId }, member });
  }

  private execute(clientId: string, member: Member, mutation: Mutation): PushResult {
    const key = `${clientId} ${mutation.id}`;
    const known = this.results.get(key);
    const body = JSON.stringify(mutation);
    if (known)
      return known.body === body
        ? known.result
        : { id: mutation.id, outcome: 'refused', code: 'mutation-conflict', sentence: 'Twice, and not the same.' };
    const result: PushResult = this.refuses.has(mutation.id)
      ? { id: mutation.id, outcome: 'refused', code: 'refused', sentence: 'Not in this house.' }
      : { id: mutation.id, outcome: 'done', seq: this.changes.length + 1 };
    this.results.set(key, { body, result });
    if (result.outcome === 'done') {
      this.executed.push(mutation);
      if (mutation.type === 'post') this.add((seq) => ({ type: 'post', seq, post: this.postOf(mutation, member, seq) }));
    }
    return result;
  }

  private postOf({ postId, threadId, body }: Extract<Mutation, { type: 'post' }>, member: Member, seq: number): Post {
    return {
      id: postId,
      communityId: this.communityId,
      ...(threadId && { threadId }),
      authorId: member.id,
      body,
      reactions: { relied: [] },
      createdAt: seq,
      seq,
    };
  }
}
