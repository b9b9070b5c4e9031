import type { ReadonlySignal } from '@preact/signals';
import type { Membership } from '../domain/community.ts';
import type { Draft } from '../domain/draft.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import type { Settings } from '../domain/settings.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { allDecisions } from '../storage/decisions.ts';
import { touchedDrafts } from '../storage/drafts.ts';
import { memberCount, unseenCount } from '../storage/feed.ts';
import { allMemberships } from '../storage/memberships.ts';
import { unsentItems } from '../storage/outbox.ts';
import { readSettings } from '../storage/settings.ts';
import { liveSignal } from './live.ts';

/** What stands around the cards. */
export interface Library {
  /** In the order of joining. */
  readonly memberships: readonly Membership[];
  /** How many people are in a community now, by its id. */
  readonly members: ReadonlyMap<string, number>;
  /** What waits to be sent, or was refused, in the order in which it was made. */
  readonly outbox: readonly OutboxItem[];
  /** The questions of all decisions, the last touched first. */
  readonly questions: readonly string[];
}

/** What is kept on the device, as signals that follow it. */
export interface LiveLibrary {
  /** `undefined` until it was read once. */
  readonly library: ReadonlySignal<Library | undefined>;
  readonly drafts: ReadonlySignal<readonly Draft[] | undefined>;
  readonly settings: ReadonlySignal<Settings | undefined>;
  /** Posts of others that were not seen yet. */
  readonly unseen: ReadonlySignal<number | undefined>;
}

export function liveLibrary(database: WhenceDatabase, end: AbortSignal, onError: (error: unknown) => void): LiveLibrary {
  const follow = <T>(read: (database: WhenceDatabase) => Promise<T>) => liveSignal(() => read(database), end, onError);
  return {
    library: follow(readLibrary),
    drafts: follow(touchedDrafts),
    settings: follow(readSettings),
    unseen: follow((open) => unseenCount(open)),
  };
}

async function readLibrary(database: WhenceDatabase): Promise<Library> {
  const [memberships, outbox, decisions] = await Promise.all([allMemberships(database), unsentItems(database), allDecisions(database)]);
  const members = await Promise.all(memberships.map(async ({ id }) => [id, await memberCount(database, id)] as const));
  return { memberships, members: new Map(members), outbox, questions: decisions.map(({ question }) => question) };
}
