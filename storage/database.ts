import { Dexie, type Table } from 'dexie';
import type { Attachment, AttachmentRole } from '../domain/attachment.ts';
import type { Clip } from '../domain/clip.ts';
import type { Membership } from '../domain/community.ts';
import type { Draft } from '../domain/draft.ts';
import type { Id } from '../domain/id.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import type { KeptSighting } from '../domain/sighting.ts';
import { journal } from './journal.ts';
import { migrations } from './migrations.ts';
import type { DecisionRow, MemberRow, PostRow, SearchIndexRow, SettingRow, UnindexedRow } from './rows.ts';

export const DATABASE_NAME = 'whence';
/** The version that this code reads and writes: the newest migration's. */
export const DATABASE_VERSION = Math.max(...migrations.map(({ version }) => version));

/** Everything that Whence keeps on this device. Opened with `openDatabase`. */
export class WhenceDatabase extends Dexie {
  declare readonly clips: Table<Clip, Id>;
  declare readonly decisions: Table<DecisionRow, Id>;
  declare readonly drafts: Table<Draft, Id>;
  declare readonly posts: Table<PostRow, [Id, Id]>;
  declare readonly members: Table<MemberRow, [Id, Id]>;
  declare readonly memberships: Table<Membership, Id>;
  declare readonly outbox: Table<OutboxItem, Id>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly attachments: Table<Attachment, [Id, AttachmentRole]>;
  declare readonly sightings: Table<KeptSighting, [Id, number]>;
  declare readonly unindexed: Table<UnindexedRow, number>;
  declare readonly searchIndex: Table<SearchIndexRow, string>;

  constructor(name: string = DATABASE_NAME) {
    super(name);
    for (const { version, stores } of migrations) this.version(version).stores(stores);
    this.use(journal);
  }
}
