import { liveQuery, type Subscription } from 'dexie';
import { ok } from '../../domain/failure.ts';
import { ingest } from '../../finding/ingest.ts';
import type { findCalls } from '../../messaging/findProtocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { readNews } from '../../storage/searchIndex.ts';
import { isWide } from '../../storage/unindexed.ts';
import { onConnection, openedDatabase, withDatabase } from './database.ts';

/** Changes that whoever searches takes in by themselves; storing the index for fewer is not worth its writing, unless one of them is wide. */
const WORTH_STORING = 48;
/** How long nothing is written before the index is brought up to it. Milliseconds. */
const QUIET = 1_000;
/** How long after an error the journal is looked at again. Milliseconds. */
const AGAIN = 5_000;

let running: Promise<unknown> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let following: Subscription | undefined;

/** Bring the stored index up to what is kept, or build it. One run at a time: what comes meanwhile is taken in by the same. */
export const bringUp = (): Promise<unknown> => {
  running ??= withDatabase(ingest).finally(() => (running = undefined));
  return running;
};

export const findHandlers: Pick<Handlers<typeof findCalls>, 'rebuildIndex'> = {
  rebuildIndex: () => {
    void bringUp();
    return Promise.resolve(ok(undefined));
  },
};

function follow(database: WhenceDatabase): void {
  following?.unsubscribe();
  following = liveQuery(() => readNews(database, 0, WORTH_STORING)).subscribe({
    next: ({ rows, state }) => {
      if (state && rows.length < WORTH_STORING && !rows.some(({ touched }) => isWide(touched))) return;
      clearTimeout(timer);
      timer = setTimeout(() => void bringUp(), state ? QUIET : 0);
    },
    // a database that can't be read is told by whoever asks for something
    error: () => void setTimeout(() => database.isOpen() && follow(database), AGAIN),
  });
}

/** Keep the stored index up to what is written: from the start of each worker, for as long as it lives, over whichever connection it has. */
export async function followWrites(): Promise<void> {
  onConnection(follow);
  await openedDatabase();
}
