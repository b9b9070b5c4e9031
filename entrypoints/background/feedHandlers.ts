import { fail, ok, type Result } from '../../domain/failure.ts';
import type { Mutation } from '../../domain/wire.ts';
import type { calls } from '../../messaging/protocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import { createCommunity, joinCommunity, lookAtInvite } from '../../sharing/joining.ts';
import { leaveCommunity } from '../../sharing/leaving.ts';
import { communityServer } from '../../sharing/server.ts';
import { markSeen, membershipById } from '../../storage/memberships.ts';
import { discardItem, queueMutation } from '../../storage/outbox.ts';
import { patchSettings } from '../../storage/settings.ts';
import { withDatabase } from './database.ts';
import { refreshAllPages } from './pages.ts';
import { pull, scheduleSync, send, sharingDeps } from './sync.ts';

type FeedCalls = Pick<
  Handlers<typeof calls>,
  | 'lookAtInvite'
  | 'joinCommunity'
  | 'createCommunity'
  | 'leaveCommunity'
  | 'makeInvite'
  | 'shareClip'
  | 'reply'
  | 'react'
  | 'removePost'
  | 'sendNow'
  | 'discardOutboxItem'
  | 'pull'
  | 'markSeen'
>;

/** Put a mutation in the outbox and begin to send; the answer is only that it is kept on this device. */
const queue = (communityId: string, mutation: Mutation, clipId?: string): Promise<Result<{ id: string }>> =>
  withDatabase(async (database) => {
    const queued = await queueMutation(database, { communityId, mutation, ...(clipId && { clipId }) }, Date.now());
    if (!queued.ok) return queued;
    void send();
    return ok({ id: queued.value.id });
  });

/** What concerns communities: each of these is a person's own act on a page of the extension. */
export const feedHandlers: FeedCalls = {
  lookAtInvite: ({ link }) => lookAtInvite({ fetch: (input, init) => fetch(input, init) }, link),
  joinCommunity: ({ link, memberName }) =>
    withDatabase(async (database) => {
      const joined = await joinCommunity(sharingDeps(database), link, memberName);
      if (!joined.ok) return joined;
      await patchSettings(database, { memberName: memberName.trim() });
      await scheduleSync(database);
      void pull(joined.value.id);
      return ok({ id: joined.value.id });
    }),
  createCommunity: (wanted) =>
    withDatabase(async (database) => {
      const created = await createCommunity(sharingDeps(database), wanted);
      if (!created.ok) return created;
      await patchSettings(database, { memberName: wanted.memberName });
      await scheduleSync(database);
      void pull(created.value.id);
      return ok({ id: created.value.id });
    }),
  leaveCommunity: ({ id }) =>
    withDatabase(async (database) => {
      const left = await leaveCommunity(sharingDeps(database), id);
      if (!left.ok) return left;
      await scheduleSync(database);
      void refreshAllPages(database);
      return ok(undefined);
    }),
  makeInvite: ({ communityId, invite }) =>
    withDatabase(async (database) => {
      const membership = await membershipById(database, communityId);
      if (!membership) return fail('not-a-member');
      const { server, token } = membership;
      return communityServer({ fetch: (input, init) => fetch(input, init), server, token }).makeInvite(communityId, invite);
    }),

  shareClip: ({ mutationId: id, clipId, communityId, postId, body }) => queue(communityId, { type: 'post', id, postId, body }, clipId),
  reply: ({ mutationId: id, communityId, postId, threadId, body }) =>
    queue(communityId, { type: 'post', id, postId, ...(threadId !== undefined && { threadId }), body }),
  react: ({ mutationId: id, communityId, postId, reaction, on }) => queue(communityId, { type: 'react', id, postId, reaction, on }),
  removePost: ({ mutationId: id, communityId, postId }) => queue(communityId, { type: 'remove', id, postId }),
  sendNow: () => send({ force: true }),
  discardOutboxItem: ({ id }) => withDatabase((database) => discardItem(database, id)),
  pull: ({ communityId }) => pull(communityId),
  markSeen: ({ communityId, seq }) =>
    withDatabase(async (database) => {
      const seen = await markSeen(database, communityId, seq);
      if (seen.ok) void refreshAllPages(database);
      return seen;
    }),
};
