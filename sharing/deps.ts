import type { Id } from '../domain/id.ts';
import type { WhenceDatabase } from '../storage/database.ts';

/** What sharing needs from outside. */
export interface SharingDeps {
  readonly database: WhenceDatabase;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** In [0, 1); spreads devices that failed together. */
  readonly random: () => number;
  readonly newId: () => Id;
}
