import { openFinder, type Finder } from '../../finding/finder.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { openedDatabase } from './database.ts';
import { bringUp } from './indexing.ts';

/** How long an index that nobody asks stays in memory: a pause between two thoughts. Milliseconds. */
const IDLE = 20_000;

let open: { readonly database: WhenceDatabase; readonly finder: Finder; readonly ending: AbortController } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function close(): void {
  clearTimeout(timer);
  open?.ending.abort();
  open = undefined;
}

/** The one finder of this worker, opened when somebody asks; none while the database can't be opened. To be asked for each time. */
export async function openedFinder(): Promise<Finder | undefined> {
  const opened = await openedDatabase();
  if (!opened.ok) return undefined;
  const database = opened.value;
  // the one that it was opened on may have been closed since
  if (open && open.database !== database) close();
  clearTimeout(timer);
  timer = setTimeout(close, IDLE);
  if (open) return open.finder;
  const ending = new AbortController();
  const finder = openFinder(database, {
    onChange: () => undefined,
    onUnreadable: () => void bringUp(),
    // the next one to ask begins afresh
    onError: () => {
      if (open?.ending === ending) close();
    },
    end: ending.signal,
  });
  open = { database, finder, ending };
  return finder;
}
