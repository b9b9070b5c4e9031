import { streamSSE } from 'hono/streaming';
import { Poke } from '../../../domain/wire.ts';
import { memberDoor } from '../door.ts';
import { newestSeqs } from '../store/communities.ts';
import { findByToken } from '../store/members.ts';

/**
 * A poke only says that there is something to pull, so what one may read is decided in one place.
 * Of the pokes that come while one is being written only the newest is told: a slow reader costs nothing.
 */
export const live = memberDoor(
  {
    method: 'get',
    path: '/communities/:community/live',
    summary: 'Server-sent events named `poke`, one at once and one whenever there is something to pull, until the token stops being valid.',
    output: Poke,
    contentType: 'text/event-stream',
  },
  async ({ deps, communityId, caller, token, context }) => {
    // Hono answers HEAD by what answers GET, and this answer would never be read nor end
    if (context.req.method === 'HEAD') return new Response(null, { status: 405, headers: { Allow: 'GET' } });
    // some proxies hold an answer back until it ends
    context.header('X-Accel-Buffering', 'no');
    return streamSSE(context, async (stream) => {
      let newest = 0;
      let told = -1;
      let isOpen = !deps.closing.aborted;
      let wake = (): void => undefined;
      const close = (): void => {
        isOpen = false;
        unlisten();
        wake();
      };
      const rest = (): Promise<'heartbeat' | 'woken'> =>
        new Promise((resolve) => {
          const timer = setTimeout(() => resolve('heartbeat'), deps.heartbeat);
          wake = () => {
            clearTimeout(timer);
            resolve('woken');
          };
        });
      const unlisten = deps.bus.listen(communityId, (event) => {
        if (event.type === 'left') {
          if (event.memberId === caller.memberId) close();
        } else if (event.seq > newest) {
          newest = event.seq;
          wake();
        }
      });
      stream.onAbort(close);
      deps.closing.addEventListener('abort', close);
      try {
        // after listening, so that nothing falls between
        newest = Math.max(newest, (await newestSeqs(deps.pool, [communityId])).get(communityId) ?? 0);
        while (isOpen) {
          if (newest > told) {
            told = newest;
            await stream.writeSSE({ event: 'poke', data: JSON.stringify({ community: communityId, seq: told } satisfies Poke) });
          } else if ((await rest()) === 'heartbeat') {
            if (!(await findByToken(deps.pool, communityId, token))) break;
            await stream.write(': still here\n\n');
          }
        }
      } finally {
        close();
        deps.closing.removeEventListener('abort', close);
      }
    });
  },
);
