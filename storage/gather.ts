import { Dexie } from 'dexie';
import type { Clip } from '../domain/clip.ts';
import type { Membership } from '../domain/community.ts';
import type { Decision } from '../domain/decision.ts';
import type { Id } from '../domain/id.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import type { KeptSighting } from '../domain/sighting.ts';
import type { WhenceDatabase } from './database.ts';
import type { MemberRow, PostRow } from './rows.ts';
import type { Searched } from './rows.ts';

/** Everything that some clips, decisions and threads are shown with. */
export interface Gathered {
  /** Those that were asked for, and those that asked posts came from. */
  readonly clips: readonly Clip[];
  readonly decisions: readonly Decision[];
  /** Those that were asked for and those that asked clips became, with the replies of each thread. */
  readonly posts: readonly PostRow[];
  readonly members: readonly MemberRow[];
  readonly memberships: readonly Membership[];
  readonly outbox: readonly OutboxItem[];
  readonly sightings: readonly KeptSighting[];
  /** How many clips are tied to each decision that was asked for. */
  readonly evidence: ReadonlyMap<Id, number>;
}

const present = <T>(rows: readonly (T | undefined)[]): T[] => rows.filter((row) => row !== undefined);
const isThere = ({ deletedAt }: { readonly deletedAt?: number | undefined }): boolean => deletedAt === undefined;
const unique = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [...new Map(rows.map((row) => [keyOf(row), row])).values()];

/** Read what these are shown with, at one moment, and nothing else; what is deleted is left out. */
export const gather = (database: WhenceDatabase, asked: readonly Searched[]): Promise<Gathered> =>
  database.transaction(
    'r',
    [database.clips, database.decisions, database.posts, database.members, database.memberships, database.outbox, database.sightings],
    () => read(database, asked),
  );

async function read(database: WhenceDatabase, asked: readonly Searched[]): Promise<Gathered> {
  const clipIds = asked.flatMap((one) => (one.kind === 'clip' ? [one.id] : []));
  const decisionIds = asked.flatMap((one) => (one.kind === 'decision' ? [one.id] : []));
  const postKeys = asked.flatMap((one): [Id, Id][] => (one.kind === 'post' ? [[one.communityId, one.id]] : []));
  const [own, shares, askedThreads, memberships, sightings, tied] = await Promise.all([
    database.clips.bulkGet(clipIds),
    clipIds.length > 0 ? database.outbox.where('clipId').anyOf(clipIds).toArray() : [],
    threadsOf(database, postKeys),
    database.memberships.toArray(),
    database.sightings
      .where('id')
      .anyOf([...clipIds, ...postKeys.map(([, id]) => id)])
      .toArray(),
    Promise.all(decisionIds.map((id) => database.clips.where('evidence.decisionId').equals(id).filter(isThere).count())),
  ]);
  const ties = present(own).flatMap(({ evidence }) => (evidence ? [evidence.decisionId] : []));
  const shared = shares.map(({ communityId, mutation }): [Id, Id] => [communityId, mutation.postId]);
  const threads = unique([...askedThreads, ...(await threadsOf(database, shared))], ({ communityId, id }) => `${communityId}/${id}`);
  const [outbox, decisions, members] = await Promise.all([
    itemsOf(database, shares, threads),
    database.decisions.bulkGet([...new Set([...decisionIds, ...ties])]),
    membersOf(database, threads),
  ]);
  const known = new Set(clipIds);
  const origins = await database.clips.bulkGet(outbox.flatMap(({ clipId }) => (clipId === undefined || known.has(clipId) ? [] : [clipId])));
  return {
    clips: present([...own, ...origins]).filter(isThere),
    decisions: present(decisions).filter(isThere),
    posts: threads,
    members,
    memberships,
    outbox,
    sightings,
    evidence: new Map(decisionIds.map((id, index) => [id, tied[index] ?? 0])),
  };
}

/** The posts that open these threads, and their replies. */
async function threadsOf(database: WhenceDatabase, keys: readonly [Id, Id][]): Promise<PostRow[]> {
  if (keys.length === 0) return [];
  const [openers, replies] = await Promise.all([
    database.posts.bulkGet([...keys]),
    Promise.all(
      keys.map(([communityId, id]) =>
        database.posts
          .where('[communityId+thread+createdAt]')
          .between([communityId, id, Dexie.minKey], [communityId, id, Dexie.maxKey])
          .toArray(),
      ),
    ),
  ]);
  return [...present(openers), ...replies.flat()];
}

const membersOf = async (database: WhenceDatabase, posts: readonly PostRow[]): Promise<MemberRow[]> => {
  const authors = unique(posts, ({ communityId, authorId }) => `${communityId}/${authorId}`);
  return authors.length > 0
    ? present(await database.members.bulkGet(authors.map(({ communityId, authorId }): [Id, Id] => [communityId, authorId])))
    : [];
};

/** These shares of clips, and everything of the outbox that concerns these posts; in the order in which it was made. */
async function itemsOf(database: WhenceDatabase, shares: readonly OutboxItem[], posts: readonly PostRow[]): Promise<OutboxItem[]> {
  const ids = posts.map(({ id }) => id);
  const found = await Promise.all([
    ids.length > 0 ? database.outbox.where('mutation.postId').anyOf(ids).toArray() : [],
    ids.length > 0 ? database.outbox.where('mutation.threadId').anyOf(ids).toArray() : [],
  ]);
  return unique([...shares, ...found.flat()], ({ id }) => id).sort((one, other) => (one.id < other.id ? -1 : 1));
}
