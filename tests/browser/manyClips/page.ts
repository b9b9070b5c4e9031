import { Dexie } from 'dexie';
import type { Clip } from '../../../domain/clip.ts';
import { cardDoc } from '../../../finding/cardDoc.ts';
import { createIndex, type Doc } from '../../../search/index.ts';

/** Clips that are made, indexed and put at once. */
const CHUNK = 4_096;
const IDS = '01900000-0000-7003-8000-';

/**
 * Keep so many clips like `like` in the extension's database, as `putManyClipsExpression` does, with an index that knows them and the
 * clips that were there: a hundred thousand in some seconds, where the background would take a minute.
 */
export async function keep(like: Clip, count: number): Promise<void> {
  const database = await new Dexie('whence').open();
  const kept = database.table<Clip, string>('clips');
  const index = createIndex({ texts: 'elsewhere' });
  index.add((await kept.filter(({ id }) => !id.startsWith(IDS)).toArray()).map(docOf));
  for (let first = 1; first <= count; first += CHUNK) {
    const clips = Array.from({ length: Math.min(CHUNK, count - first + 1) }, (_, place) => nth(like, first + place));
    index.add(clips.map(docOf));
    await kept.bulkPut(clips);
  }
  while (index.tidy()) continue;
  await database.table('unindexed').clear();
  await database.table('searchIndex').bulkPut([
    { key: 'index', value: index.serialize() },
    { key: 'state', generation: 1, through: 0 },
  ]);
  database.close();
}

const docOf = (clip: Clip): Doc => cardDoc({ kind: 'clip', id: clip.id, clip, decision: undefined, shares: [], drifts: [] });

function nth(like: Clip, n: number): Clip {
  const address = `https://many.example/${n}`;
  const at = like.createdAt - n * 60_000;
  return {
    ...like,
    id: IDS + String(n).padStart(12, '0'),
    source: { ...like.source, address },
    pageKey: address,
    why: `${like.why} ${n}`,
    createdAt: at,
    updatedAt: at,
  };
}
