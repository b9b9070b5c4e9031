import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Membership } from '../domain/community.ts';
import { ask } from '../messaging/send.ts';
import { followLive, type LiveState } from '../sharing/live.ts';

/** How a community's line is, by its id. */
export type LiveStates = ReadonlyMap<string, LiveState>;

/**
 * While this surface is open, hear of changes in every community as they happen; the background then
 * pulls them. One line each, opened and closed as communities are joined and left.
 */
export function liveUpdates(memberships: ReadonlySignal<readonly Membership[] | undefined>, end: AbortSignal): ReadonlySignal<LiveStates> {
  const states = signal<LiveStates>(new Map());
  const lines = new Map<string, AbortController>();
  const set = (id: string, state: LiveState): void => void (states.value = new Map([...states.peek(), [id, state]]));

  const stop = effect(() => {
    const wanted = new Map((memberships.value ?? []).filter(({ revoked }) => !revoked).map((membership) => [membership.id, membership]));
    for (const [id, line] of lines) {
      if (wanted.has(id)) continue;
      line.abort();
      lines.delete(id);
    }
    for (const [id, { server, token }] of wanted) {
      if (lines.has(id)) continue;
      const line = new AbortController();
      lines.set(id, line);
      void followLive({
        fetch: (input, init) => fetch(input, init),
        server,
        token,
        communityId: id,
        signal: AbortSignal.any([end, line.signal]),
        now: Date.now,
        random: Math.random,
        onPoke: () => void ask('pull', { communityId: id }),
        onState: (state) => set(id, state),
      });
    }
  });
  end.addEventListener('abort', stop);
  return states;
}
