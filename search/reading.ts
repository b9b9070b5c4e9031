import type { Candidate } from './candidates.ts';
import type { Doc } from './doc.ts';
import type { Found, SearchIndex } from './index.ts';

/** What was found, and everything that was read for it. */
export interface FoundByReading<T> {
  readonly found: Found;
  readonly read: readonly T[];
}

/** A phrase is looked for in so many times as many texts as are asked for, and in more where it is in too few of those. */
const FIRST_READ = 3;
/** And then in so many times as many as before, up to so many: half a second's reading. */
const MORE = 4;
const MOST_READ = 3_000;

/**
 * Search an index that keeps no texts. `read` answers the documents of candidates, in their order, with whatever else they are wanted
 * for; those that are gone are left out. At most `limit` hits.
 */
export async function searchReading<T extends { readonly doc: Doc }>(
  index: SearchIndex,
  query: string,
  { limit, now }: { readonly limit: number; readonly now: number },
  read: (candidates: readonly Candidate[]) => Promise<readonly T[]>,
): Promise<FoundByReading<T>> {
  for (let most = limit * FIRST_READ; ; most *= MORE) {
    const candidates = index.candidates(query, { limit, now, read: most });
    const there = await read(candidates.basis.candidates);
    const found = index.rank(
      candidates,
      there.map(({ doc }) => doc),
    );
    if (!found.isAtLeast || found.hits.length >= limit || most >= MOST_READ) return { found, read: there };
  }
}
