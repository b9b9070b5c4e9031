import { areSameWords } from '../domain/drift.ts';
import { ok, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import type { KeptSighting, Sighting } from '../domain/sighting.ts';
import { clipsOnPage } from './clipLists.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';

/** A sighting that says nothing new is written again after this long, so that "looked on" stays true: a day, in milliseconds. */
const FRESH = 24 * 60 * 60 * 1_000;

/** What was seen of the passages of one clip, or post. */
export const sightingsOf = (database: WhenceDatabase, id: Id): Promise<KeptSighting[]> =>
  database.sightings.where('id').equals(id).toArray();

/** The words that the person refused, by clip and part; only of these clips. */
export async function refusedWords(database: WhenceDatabase, ids: readonly Id[]): Promise<ReadonlyMap<Id, ReadonlyMap<number, string>>> {
  const sightings = await database.sightings.where('id').anyOf(ids).toArray();
  const refused = new Map<Id, Map<number, string>>();
  for (const { id, part, refused: words } of sightings)
    if (words !== undefined) refused.set(id, new Map([...(refused.get(id) ?? []), [part, words]]));
  return refused;
}

const saysTheSame = (known: KeptSighting, { quality, now, selectors }: Sighting): boolean =>
  known.quality === quality && known.now === now && JSON.stringify(known.selectors) === JSON.stringify(selectors);

/** How many passages each clip and post on a page has. */
async function passagesOnPage(database: WhenceDatabase, pageKey: string): Promise<ReadonlyMap<Id, number>> {
  const [clips, posts] = await Promise.all([clipsOnPage(database, pageKey), database.posts.where('pageKey').equals(pageKey).toArray()]);
  return new Map([
    ...posts.map(({ id, body }): [Id, number] => [id, 1 + (body.kind === 'clip' ? (body.morePassages?.length ?? 0) : 0)]),
    // a server may give a post any id; an own clip's is the clip's
    ...clips.map(({ id, morePassages = [] }): [Id, number] => [id, 1 + morePassages.length]),
  ]);
}

/**
 * Keep what a page's script found. Only what is on that page (`pageKey`) is taken; of two sightings of one
 * passage the first. Answers whether anything but the time of looking changed.
 */
export const keepSightings = (
  database: WhenceDatabase,
  pageKey: string,
  sightings: readonly Sighting[],
  now: Instant,
): Promise<Result<boolean>> =>
  write(database, ['clips', 'posts', 'sightings'], async () => {
    const passages = await passagesOnPage(database, pageKey);
    const told = new Map<string, Sighting>();
    for (const sighting of sightings) {
      const key = `${sighting.id} ${sighting.part}`;
      if (sighting.part < (passages.get(sighting.id) ?? 0) && !told.has(key)) told.set(key, sighting);
    }
    const taken = [...told.values()];
    const known = await database.sightings.bulkGet(taken.map(({ id, part }): [Id, number] => [id, part]));
    const news = taken.filter((sighting, index) => !known[index] || !saysTheSame(known[index], sighting));
    const isNew = new Set(news);
    const rows = taken.flatMap((sighting, index): KeptSighting[] => {
      const before = known[index];
      if (before && !isNew.has(sighting) && now - before.seenAt < FRESH) return [];
      return [{ ...sighting, ...(before?.refused !== undefined && { refused: before.refused }), seenAt: now }];
    });
    await database.sightings.bulkPut(rows);
    return ok(news.length > 0);
  });

/**
 * The person says that these words (`now`) are not the passage; with `isRefused` false, takes that back.
 * Asking twice changes nothing more.
 */
export const refuseSighting = (
  database: WhenceDatabase,
  { id, part, now: words, isRefused }: { readonly id: Id; readonly part: number; readonly now: string; readonly isRefused: boolean },
): Promise<Result<undefined>> =>
  write(database, ['sightings'], async () => {
    const known = await database.sightings.get([id, part]);
    if (!known) return ok(undefined);
    const { refused, ...rest } = known;
    if (isRefused) await database.sightings.put({ ...rest, refused: words });
    else if (refused !== undefined && areSameWords(refused, words)) await database.sightings.put(rest);
    return ok(undefined);
  });

/** Delete what was seen of clips and posts that are no longer on this device. */
export const sweepSightings = (database: WhenceDatabase): Promise<Result<undefined>> =>
  write(database, ['clips', 'posts', 'sightings'], async () => {
    const [clips, posts] = await Promise.all([database.clips.toCollection().primaryKeys(), database.posts.toCollection().primaryKeys()]);
    const known = new Set([...clips, ...posts.map(([, id]) => id)]);
    const gone = (await database.sightings.toCollection().primaryKeys()).filter(([id]) => !known.has(id));
    await database.sightings.bulkDelete(gone);
    return ok(undefined);
  });
