import { Dexie, type DBCore, type DBCoreMutateRequest, type DBCoreTable, type DBCoreTransaction, type Middleware } from 'dexie';
import type { Attachment } from '../domain/attachment.ts';
import type { Clip } from '../domain/clip.ts';
import type { Membership } from '../domain/community.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import type { KeptSighting } from '../domain/sighting.ts';
import type { DecisionRow, MemberRow, PostRow, Unindexed, UnindexedRow } from './rows.ts';

/** The tables that what is searched is made of. */
interface Rows {
  readonly clips: Clip;
  readonly decisions: DecisionRow;
  readonly posts: PostRow;
  readonly members: MemberRow;
  readonly memberships: Membership;
  readonly outbox: OutboxItem;
  readonly attachments: Attachment;
  readonly sightings: KeptSighting;
}

/** What is to be indexed again when a row becomes another one: `before` is absent when it is new, `after` when it was deleted. */
type Touched<Row> = (row: Row, before: Row | undefined, after: Row | undefined) => readonly Unindexed[];

const WATCHED: { readonly [T in keyof Rows]: Touched<Rows[T]> } = {
  clips: ({ id }) => [{ of: 'clip', id }],
  decisions: ({ id }) => [{ of: 'decision', id }],
  posts: ({ communityId, id, threadId }) => [{ of: 'post', communityId, id: threadId ?? id }],
  members: ({ communityId, id }, before, after) => (before?.name === after?.name ? [] : [{ of: 'member', communityId, id }]),
  memberships: ({ id }, before, after) => (before?.name === after?.name ? [] : [{ of: 'community', id }]),
  // what becomes of it on its way changes nothing that is searched, unless it is refused
  outbox: ({ clipId, communityId, mutation }, before, after) => {
    if (before && after && isRefused(before) === isRefused(after)) return [];
    const thread: Unindexed =
      mutation.type === 'post'
        ? { of: 'post', communityId, id: mutation.threadId ?? mutation.postId }
        : { of: 'reply', communityId, id: mutation.postId };
    return clipId === undefined ? [thread] : [{ of: 'clip', id: clipId }, thread];
  },
  attachments: ({ clipId, role }) => (role === 'text' ? [{ of: 'clip', id: clipId }] : []),
  sightings: ({ id }, before, after) => (lossIn(before) === lossIn(after) ? [] : [{ of: 'passages', id }]),
};

const isRefused = ({ state }: OutboxItem): boolean => state === 'refused';

/** What of a sighting may make its passage an orphan (`domain/drift.ts`); empty where nothing does. */
function lossIn(sighting: KeptSighting | undefined): string {
  if (sighting?.quality === 'missing') return 'missing';
  return sighting?.quality === 'uncertain' && sighting.refused !== undefined ? JSON.stringify([sighting.now, sighting.refused]) : '';
}

export const JOURNAL = 'unindexed';

const isWatched = (name: string): name is keyof Rows => Object.hasOwn(WATCHED, name);

/**
 * Notes with every write, in its own transaction, what the search index has to be told: no writer needs to
 * remember it, and nothing is forgotten when the background is stopped in between.
 */
export const journal: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'journal',
  create: (core) => ({
    transaction: (stores, mode, options) =>
      core.transaction(mode === 'readwrite' && stores.some(isWatched) ? [...new Set([...stores, JOURNAL])] : stores, mode, options),
    table(name) {
      const table = core.table(name);
      if (!isWatched(name)) return table;
      // the rows of a table are of its type
      const touched = WATCHED[name] as Touched<unknown>;
      return {
        ...table,
        // no `await`: it would leave Dexie's zone, in which the transaction is found
        mutate: (request) =>
          rowsBefore(table, request).then((before) =>
            table.mutate(request).then((answer) => note(core.table(JOURNAL), request.trans, linesOf(request, before, touched), answer)),
          ),
      };
    },
  }),
};

/** The rows that a write is about to change, in its order. */
function rowsBefore(table: DBCoreTable, request: DBCoreMutateRequest): Promise<readonly unknown[]> {
  const { trans } = request;
  switch (request.type) {
    case 'add':
      return Dexie.Promise.resolve([]);
    case 'put':
      return table.getMany({ trans, keys: request.values.map((row) => table.schema.primaryKey.extractKey?.(row)) });
    case 'delete':
      return table.getMany({ trans, keys: request.keys });
    case 'deleteRange': {
      const query = { index: table.schema.primaryKey, range: request.range };
      return table.query({ trans, values: true, query }).then(({ result }) => result);
    }
  }
}

/** What a write comes to, each once. */
function linesOf(request: DBCoreMutateRequest, before: readonly unknown[], touched: Touched<unknown>): readonly Unindexed[] {
  const after: readonly unknown[] = 'values' in request ? request.values : [];
  const lines = new Map<string, Unindexed>();
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const row = after[index] ?? before[index];
    if (row === undefined) continue;
    for (const line of touched(row, before[index], after[index])) lines.set(JSON.stringify(line), line);
  }
  return [...lines.values()];
}

function note<T>(table: DBCoreTable, trans: DBCoreTransaction, lines: readonly Unindexed[], answer: T): T | Promise<T> {
  if (lines.length === 0) return answer;
  return table.mutate({ type: 'add', trans, values: lines.map((touched): UnindexedRow => ({ touched })) }).then(() => answer);
}
