import { ok, type Result } from '../domain/failure.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { databaseFailure } from '../storage/failures.ts';
import { readIndex, readNews, resetIndex, storeIndex, type NumberedRow } from '../storage/searchIndex.ts';
import { isWide } from '../storage/unindexed.ts';
import { pause, restored, tell } from './takeIn.ts';
import { WideLines } from './wideLines.ts';

/** Lines of the journal that are taken in before anything else gets its turn. */
const STEP = 256;
/** And before the index is stored: what is lost when the background is stopped in between. The first come sooner, since somebody may be searching. */
const FIRST_STORE = 1_024;
const STORE = 8_192;

/**
 * Take everything in that the stored index does not know, and store it. An index that is missing, damaged or of an older form is
 * built afresh. May be stopped at any moment: the next run goes on from what was stored.
 */
export async function ingest(database: WhenceDatabase): Promise<Result<undefined>> {
  try {
    // a run that another one overtook begins again from what that stored
    while (!(await ingestOnce(database)));
    return ok(undefined);
  } catch (error) {
    return { ok: false, error: databaseFailure(error) };
  }
}

async function ingestOnce(database: WhenceDatabase): Promise<boolean> {
  const before = await readIndex(database, 0);
  const index = restored(before);
  if (!index) {
    const reset = await resetIndex(database);
    if (!reset.ok) throw new Error(reset.error.code);
    return false;
  }
  let generation = before.state?.generation ?? 0;
  let known: NumberedRow[] = [];
  let until = FIRST_STORE;
  let through = 0;
  const later = new WideLines(database);
  for (;;) {
    const { rows } = await readNews(database, through, STEP);
    const isLast = rows.length === 0;
    through = rows.at(-1)?.number ?? through;
    const things = isLast ? await later.things() : await later.without(rows, through);
    // so much is put in the place of its line, that a run which is stopped in between gets on
    const left = isLast && things.length > STEP ? things : [];
    if (left.length === 0) await tell(database, index, things);
    known.push(...(isLast ? later.taken() : rows.filter(({ touched }) => !isWide(touched))));
    await pause();
    if (isLast && known.length === 0) return true;
    if (!isLast && known.length < until) continue;
    while (isLast && index.tidy()) await pause();
    const stored = await storeIndex(database, index.serialize(), { generation, known, left });
    if (!stored.ok) throw new Error(stored.error.code);
    if (stored.value === 'stale') return false;
    if (isLast && left.length === 0) return true;
    generation += 1;
    until = STORE;
    known = [];
  }
}
