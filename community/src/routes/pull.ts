import * as v from 'valibot';
import { Pulled } from '../../../domain/wire.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { memberDoor } from '../door.ts';
import { changesAfter, standingOf } from '../store/changes.ts';

const Query = v.object({
  cursor: v.optional(v.string(), ''),
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(500)), '200'),
});

export const pull = memberDoor(
  {
    method: 'get',
    path: '/communities/:community/pull',
    summary: 'What changed since a cursor, each thing once in its newest state; without a cursor, everything.',
    query: Query,
    output: Pulled,
  },
  async ({ deps, communityId, query }) => {
    const standing = await standingOf(deps.pool, communityId);
    const after = readCursor(query.cursor, standing);
    const { lastSeq, newestSeq, changes } = await changesAfter(deps.pool, communityId, after ?? 0, query.limit);
    // put together as text: the changes go out as the database wrote them
    const rest = JSON.stringify({ next: writeCursor(lastSeq, standing), more: lastSeq < newestSeq, reset: after === undefined });
    return new Response(`{"changes":${changes},${rest.slice(1)}`, { headers: { 'Content-Type': 'application/json' } });
  },
);
