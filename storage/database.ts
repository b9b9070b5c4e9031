import { Dexie, type Table } from 'dexie';
import type { Attachment, AttachmentRole } from '../domain/attachment.ts';
import type { Clip } from '../domain/clip.ts';
import type { Member, Membership } from '../domain/community.ts';
import type { Decision } from '../domain/decision.ts';
import type { Draft } from '../domain/draft.ts';
import type { Id } from '../domain/id.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import type { Post } from '../domain/post.ts';
import type { KeptSighting } from '../domain/sighting.ts';
import { migrations } from './migrations.ts';

/** A decision with the key that its spellings share (`decisionKey`). */
export type DecisionRow = Decision & { readonly key: string };

/** A post with what the device finds it by. */
export type PostRow = Post & {
  /** `threadId`, or empty for a post that opens a thread: an absent value can't be indexed. */
  readonly thread: string;
  /** The page that a shared clip is about. */
  readonly pageKey?: string;
  /** The sequence number under which this device first got the post; later changes raise `seq` only. */
  readonly firstSeq: number;
};

/** A member, kept after they left so that their posts still have a name. */
export type MemberRow = Member & { readonly communityId: Id; readonly hasLeft: boolean };

/** Single values by name: the settings, this device's client id, joins that are under way. */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

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

  constructor(name: string = DATABASE_NAME) {
    super(name);
    for (const { version, stores } of migrations) this.version(version).stores(stores);
  }
}
