import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Attachment } from '../../domain/attachment.ts';
import { Clip } from '../../domain/clip.ts';
import { Member, Membership } from '../../domain/community.ts';
import { Decision } from '../../domain/decision.ts';
import { Draft } from '../../domain/draft.ts';
import { OutboxItem } from '../../domain/outbox.ts';
import { Post } from '../../domain/post.ts';
import { KeptSighting } from '../../domain/sighting.ts';
import { clipsOnPage } from '../../storage/clipLists.ts';
import { allDecisions } from '../../storage/decisions.ts';
import { touchedDrafts } from '../../storage/drafts.ts';
import { memberCount, unseenCount } from '../../storage/feed.ts';
import { farewells } from '../../storage/leaving.ts';
import { allMemberships } from '../../storage/memberships.ts';
import { migrations } from '../../storage/migrations.ts';
import { openDatabase } from '../../storage/open.ts';
import { waitingCommunities } from '../../storage/outbox.ts';
import { readSettings } from '../../storage/settings.ts';
import { freshName, valueOf } from './samples.ts';

const FOLDER = new URL('../fixtures/database/', import.meta.url);
const Dump = v.object({ version: v.number(), tables: v.record(v.string(), v.array(v.unknown())) });
/** JSON has no bytes: a fixture writes them as `{ "base64": "…" }`. */
const Bytes = v.strictObject({ base64: v.string() });
const reviveBytes = (_: string, value: unknown): unknown =>
  v.is(Bytes, value) ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value;
const dumps = readdirSync(FOLDER).map((file) => v.parse(Dump, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'), reviveBytes)));

const SCHEMAS = {
  clips: Clip,
  decisions: Decision,
  drafts: Draft,
  posts: Post,
  members: Member,
  memberships: Membership,
  outbox: OutboxItem,
  attachments: Attachment,
  sightings: KeptSighting,
} as const;

/** A database as the code of that version left it on a device. */
async function leftBehind({ version, tables }: v.InferOutput<typeof Dump>): Promise<string> {
  const old = new Dexie(freshName());
  for (const migration of migrations) if (migration.version <= version) old.version(migration.version).stores(migration.stores);
  for (const [name, rows] of Object.entries(tables)) await old.table(name).bulkAdd(rows);
  old.close();
  return old.name;
}

it('every version that was released has a fixture', () => {
  expect(dumps.map(({ version }) => version).sort((one, other) => one - other)).toEqual(migrations.map(({ version }) => version));
});

describe.each(dumps)('a database of version $version', (dump) => {
  it('has something in every table', () => {
    expect(Object.values(dump.tables).every((rows) => rows.length > 0)).toBe(true);
  });

  it('is read by the code of today, row by row', async () => {
    const database = valueOf(await openDatabase({ name: await leftBehind(dump) }));
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const rows = await database.table(name).toArray();
      expect(rows.length, name).toBe(dump.tables[name]?.length ?? 0);
      for (const row of rows) expect(v.safeParse(schema, row).issues, name).toBeUndefined();
    }
  });

  it('shows everything that a person left in it', async () => {
    const database = valueOf(await openDatabase({ name: await leftBehind(dump) }));
    const [clip] = await database.clips.toArray();
    expect(clip?.why).toMatch(/^The card list wraps/);
    expect(await clipsOnPage(database, 'https://developer.example/css/grid')).toEqual([clip]);
    expect((await allDecisions(database)).map(({ id }) => id)).toEqual([clip?.evidence?.decisionId]);
    expect((await touchedDrafts(database)).map(({ fields }) => fields.why)).toEqual(['Half a thought about subgrid']);
    const [community] = await allMemberships(database);
    const names = new Map((await database.members.toArray()).map(({ id, name }) => [id, name]));
    const posts = await database.posts.toArray();
    const opener = posts[0]?.id;
    expect(posts.map(({ authorId, threadId }) => [names.get(authorId), threadId])).toEqual([
      ['Ada', undefined],
      ['Kim', opener],
      ['Robin', opener],
    ]);
    expect(await memberCount(database, community?.id ?? '')).toBe(2);
    expect(await unseenCount(database, community?.id)).toBe(2);
    expect((await database.outbox.orderBy('id').toArray()).map(({ state }) => state)).toEqual(['sent', 'refused', 'waiting']);
    expect(await waitingCommunities(database)).toHaveLength(1);
    expect(await farewells(database)).toHaveLength(1);
    expect(await readSettings(database)).toMatchObject({ button: false, buttonOffSites: ['bank.example'], memberName: 'Robin' });
  });
});
