import { liveQuery } from 'dexie';
import { ok } from '../../domain/failure.ts';
import { ingest } from '../../finding/ingest.ts';
import type { findCalls } from '../../messaging/findProtocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import { stateOf, waitingCount } from '../../storage/searchIndex.ts';
import { openedDatabase, withDatabase } from './database.ts';

/** Changes that whoever searches takes in by themselves; storing the index for fewer is not worth its writing. */
const WORTH_STORING = 48;
/** How long nothing is written before the index is brought up to it. Milliseconds. */
const QUIET = 1_000;

let running: Promise<unknown> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

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

/** Keep the stored index up to what is written: from the start of each worker, for as long as it lives. */
export async function followWrites(): Promise<void> {
  const opened = await openedDatabase();
  if (!opened.ok) return;
  const database = opened.value;
  liveQuery(() => Promise.all([waitingCount(database), stateOf(database)])).subscribe({
    next: ([waiting, state]) => {
      if (state && waiting < WORTH_STORING) return;
      clearTimeout(timer);
      timer = setTimeout(() => void bringUp(), state ? QUIET : 0);
    },
    // a database that can't be read is told by whoever asks for something
    error: () => undefined,
  });
}
