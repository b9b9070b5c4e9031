import type { Deps } from '../door.ts';
import { newestSeqs } from '../store/communities.ts';

/** Tell a community's live connections that there is something to pull, after a write that does not answer its number. */
export async function tell({ pool, bus }: Pick<Deps, 'pool' | 'bus'>, communityId: string): Promise<void> {
  const seq = (await newestSeqs(pool, [communityId])).get(communityId);
  if (seq !== undefined) bus.publish({ type: 'changed', communityId, seq });
}
