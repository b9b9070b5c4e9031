import type { Membership } from '../domain/community.ts';
import { fail, type Result } from '../domain/failure.ts';
import type { Id } from '../domain/id.ts';
import { parseInvite, parseServer } from '../domain/invite.ts';
import type { InviteLook, Joined } from '../domain/wire.ts';
import { newToken } from '../storage/ids.ts';
import { beginJoin, finishJoin, type PendingJoin } from '../storage/joining.ts';
import type { SharingDeps } from './deps.ts';
import { hostOf } from './request.ts';
import { communityServer } from './server.ts';

/** What an invite link opens, before one joins. */
export async function lookAtInvite({ fetch }: Pick<SharingDeps, 'fetch'>, link: string): Promise<Result<InviteLook>> {
  const invite = parseInvite(link);
  if (!invite.ok) return invite;
  const { server, communityId, secret } = invite.value;
  return communityServer({ fetch, server }).lookAtInvite(communityId, secret);
}

/**
 * Join by an invite link. Who joins is stored before the server is asked, so that a retry after a
 * lost answer is the same member. Fails with `already-joined`, `name-missing`, or what the server says.
 */
export async function joinCommunity(deps: SharingDeps, link: string, memberName: string): Promise<Result<Membership>> {
  const invite = parseInvite(link);
  if (!invite.ok) return invite;
  if (!memberName.trim()) return fail('name-missing');
  const { server, communityId, secret } = invite.value;
  return enter(deps, { server, communityId, attempt: `${server}/${communityId}` }, ({ memberId, token }) =>
    communityServer({ fetch: deps.fetch, server }).join(communityId, { secret, memberId, memberName: memberName.trim(), token }),
  );
}

/** What a person enters to found a community. */
interface NewCommunity {
  readonly server: string;
  readonly creationKey: string;
  readonly name: string;
  readonly purpose: string;
  readonly memberName: string;
}

/** Found a community on a server whose operator gave the creation key. A retry with the same name is the same community. */
export async function createCommunity(deps: SharingDeps, wanted: NewCommunity): Promise<Result<Membership>> {
  const server = parseServer(wanted.server);
  if (!server.ok) return server;
  const [name, purpose, memberName] = [wanted.name.trim(), wanted.purpose.trim(), wanted.memberName.trim()];
  if (!name || !memberName) return fail('name-missing');
  return enter(
    deps,
    { server: server.value, communityId: deps.newId(), attempt: `${server.value} ${name}` },
    ({ communityId, memberId, token }) =>
      communityServer({ fetch: deps.fetch, server: server.value }).createCommunity(wanted.creationKey.trim(), {
        communityId,
        name,
        purpose,
        memberId,
        memberName,
        token,
      }),
  );
}

/** The common way in: store who enters, ask, store the membership. */
async function enter(
  { database, now, newId }: SharingDeps,
  { server, communityId, attempt }: { readonly server: string; readonly communityId: Id; readonly attempt: string },
  ask: (pending: PendingJoin) => Promise<Result<Joined>>,
): Promise<Result<Membership>> {
  const pending = await beginJoin(database, { server, communityId, memberId: newId(), token: newToken() }, attempt);
  if (!pending.ok) return pending;
  const joined = await ask(pending.value);
  if (!joined.ok) return joined;
  const { community, member } = joined.value;
  if (community.id !== pending.value.communityId || member.id !== pending.value.memberId)
    return fail('server-not-whence', { host: hostOf(server) });
  return finishJoin(database, pending.value, joined.value, now());
}
