interface Adapters {
  /** Answers once nothing else is to be done. */
  readonly idle: () => Promise<void>;
  /** Whether it is still of use: nobody searches for anything else yet. */
  readonly isWanted: () => boolean;
  readonly readAhead: (query: string) => Promise<void>;
}

/** Searches that are read ahead: each takes some ten milliseconds. */
const MOST = 3;

/**
 * Read what the last searches find, before anybody asks: they are likely to be done again, and browsers run what they run for the first
 * time many times slower, which the first letter would otherwise wait for.
 */
export async function readLikely(recent: readonly string[], { idle, isWanted, readAhead }: Adapters): Promise<void> {
  for (const query of recent.slice(0, MOST)) {
    await idle();
    if (!isWanted()) return;
    await readAhead(query);
  }
}
