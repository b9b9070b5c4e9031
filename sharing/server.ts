import * as v from 'valibot';
import type { Result } from '../domain/failure.ts';
import type { Id } from '../domain/id.ts';
import {
  Health,
  Invite,
  InviteLook,
  Joined,
  Pulled,
  Pushed,
  type CreateCommunity,
  type Join,
  type MakeInvite,
  type Push,
} from '../domain/wire.ts';
import { request, type Connection } from './request.ts';

/** A community server, one function per route of domain/wire.ts. */
export interface CommunityServer {
  health(): Promise<Result<v.InferOutput<typeof Health>>>;
  createCommunity(creationKey: string, community: v.InferOutput<typeof CreateCommunity>): Promise<Result<Joined>>;
  lookAtInvite(communityId: Id, secret: string): Promise<Result<InviteLook>>;
  join(communityId: Id, join: v.InferOutput<typeof Join>): Promise<Result<Joined>>;
  makeInvite(communityId: Id, invite: v.InferInput<typeof MakeInvite>): Promise<Result<Invite>>;
  push(communityId: Id, push: v.InferOutput<typeof Push>): Promise<Result<v.InferOutput<typeof Pushed>>>;
  /** `cursor` is absent for the first pull. */
  pull(communityId: Id, cursor: string | undefined): Promise<Result<Pulled>>;
  /** Answers nothing. */
  leave(communityId: Id): Promise<Result<unknown>>;
}

/** Speak to a server; with the member's token where the route is for members. */
export function communityServer({ token, ...connection }: Connection & { readonly token?: string }): CommunityServer {
  const at = (communityId: Id): string => `/communities/${encodeURIComponent(communityId)}`;
  const post = <S extends v.GenericSchema>(path: string, body: unknown, answer: S, bearer?: string) =>
    request(connection, { method: 'POST', path, body, answer, bearer });
  return {
    health: () => request(connection, { method: 'GET', path: '/health', answer: Health }),
    createCommunity: (creationKey, community) => post('/communities', community, Joined, creationKey),
    lookAtInvite: (communityId, secret) => post(`${at(communityId)}/invites/look`, { secret }, InviteLook),
    join: (communityId, join) => post(`${at(communityId)}/join`, join, Joined),
    makeInvite: (communityId, invite) => post(`${at(communityId)}/invites`, invite, Invite, token),
    push: (communityId, push) => post(`${at(communityId)}/push`, push, Pushed, token),
    pull: (communityId, cursor) =>
      request(connection, {
        method: 'GET',
        path: `${at(communityId)}/pull${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
        answer: Pulled,
        bearer: token,
      }),
    leave: (communityId) =>
      request(connection, {
        method: 'DELETE',
        path: `${at(communityId)}/members/me`,
        answer: v.optional(v.looseObject({})),
        bearer: token,
      }),
  };
}
