import { computed, type ReadonlySignal } from '@preact/signals';
import type { Draft } from '../domain/draft.ts';
import type { Settings } from '../domain/settings.ts';
import { allClips } from '../storage/clipLists.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { allDecisions } from '../storage/decisions.ts';
import { touchedDrafts } from '../storage/drafts.ts';
import { allMembers, allPosts, unseenCount } from '../storage/feed.ts';
import { allMemberships } from '../storage/memberships.ts';
import { allItems } from '../storage/outbox.ts';
import { driftedSightings } from '../storage/sightings.ts';
import { readSettings } from '../storage/settings.ts';
import type { Library } from './cards.ts';
import { liveSignal } from './live.ts';

/** What is kept on the device, as signals that follow it. */
export interface LiveLibrary {
  /** `undefined` until everything was read once. */
  readonly library: ReadonlySignal<Library | undefined>;
  readonly drafts: ReadonlySignal<readonly Draft[] | undefined>;
  readonly settings: ReadonlySignal<Settings | undefined>;
  /** Posts of others that were not seen yet. */
  readonly unseen: ReadonlySignal<number | undefined>;
}

export function liveLibrary(database: WhenceDatabase, end: AbortSignal, onError: (error: unknown) => void): LiveLibrary {
  const follow = <T>(read: (database: WhenceDatabase) => Promise<T>) => liveSignal(() => read(database), end, onError);
  const clips = follow(allClips);
  const decisions = follow(allDecisions);
  const posts = follow(allPosts);
  const members = follow(allMembers);
  const memberships = follow(allMemberships);
  const outbox = follow(allItems);
  const sightings = follow(driftedSightings);
  return {
    library: computed(() => {
      if (!clips.value || !decisions.value || !posts.value || !members.value || !memberships.value || !outbox.value || !sightings.value)
        return undefined;
      return {
        clips: clips.value,
        decisions: decisions.value,
        posts: posts.value,
        members: members.value,
        memberships: memberships.value,
        outbox: outbox.value,
        sightings: sightings.value,
      };
    }),
    drafts: follow(touchedDrafts),
    settings: follow(readSettings),
    unseen: follow((open) => unseenCount(open)),
  };
}
