import type { Clip } from '../../../../domain/clip.ts';
import { clipDoc } from '../../../../search/documents.ts';
import { createIndex, type Doc, type SearchIndex } from '../../../../search/index.ts';
import { searchReading } from '../../../../search/reading.ts';
import { clipMaker, NOW, type ClipAt } from '../clips.ts';
import type { Prose } from '../prose.ts';
import { SHOWN, type Finder } from './finder.ts';
import { show } from './painting.ts';
import { forgetClips, readClips, store } from './store.ts';
import { answered, typed } from './typing.ts';

/** Clips that are put in at once. */
const CHUNK = 4_096;
const STORED = 'clips';
/** Clips that are ranked, and that are read ahead, as in the product. */
const HITS = 20;
const AHEAD = 80;
/** A word of no clip. */
const NOWHERE = '"qqzzqqzz"';

let index = createIndex({ texts: 'elsewhere' });
let clipAt: ClipAt | undefined;

/** As they are read, once for each clip that is at hand, as in the product. */
const known = new WeakMap<Clip, Doc>();
function docOf(clip: Clip): Doc {
  const doc = known.get(clip) ?? clipDoc(clip, undefined);
  known.set(clip, doc);
  return doc;
}

const finderOf = (searched: SearchIndex): Finder => ({
  async find(query) {
    const began = performance.now();
    let reading = 0;
    const { found, read } = await searchReading(searched, query, { limit: HITS, now: NOW }, async (candidates) => {
      const asked = performance.now();
      const clips = await readClips(candidates.map(({ id }) => id));
      reading += performance.now() - asked;
      return clips.map((clip) => ({ clip, doc: docOf(clip) }));
    });
    const engine = performance.now() - began - reading;
    const byId = new Map(read.map(({ clip }) => [clip.id, clip]));
    const results = found.hits.slice(0, SHOWN).flatMap(({ id, matches: { why = [], quote = [], title = [] } }) => {
      const clip = byId.get(id);
      return clip ? [{ clip, marks: { why, quote, title } }] : [];
    });
    return { results, engine, reading };
  },
  readAhead: async (query) => void (await readClips(searched.candidates(query, { limit: AHEAD, now: NOW, read: AHEAD }).ids)),
});

async function restore(): Promise<void> {
  const stored = await store.index.get(STORED);
  index = createIndex({ texts: 'elsewhere' });
  if (stored !== undefined && !index.restore(stored)) throw new Error('the stored index is not taken');
}

async function clipsFrom(from: number, to: number) {
  clipAt ??= clipMaker(await fetch('/prose.json').then<Prose>((answer) => answer.json()));
  return Array.from({ length: to - from }, (_, place) => clipAt?.(from + place) ?? []).flat();
}

/** Called from outside, with plain JSON in and out. */
export const page = {
  /** Put the clips with these numbers on the device, behind those that are there, and store the index of all. */
  async fill(from: number, to: number): Promise<{ readonly stored: number; readonly indexing: number }> {
    await restore();
    let indexing = 0;
    for (let first = from; first < to; first += CHUNK) {
      const chunk = await clipsFrom(first, Math.min(to, first + CHUNK));
      await store.clips.bulkAdd(chunk);
      const docs = chunk.map((clip) => clipDoc(clip, undefined));
      const began = performance.now();
      index.add(docs);
      indexing += performance.now() - began;
    }
    const began = performance.now();
    while (index.tidy()) continue;
    indexing += performance.now() - began;
    const serialized = index.serialize();
    await store.index.put(serialized, STORED);
    return { stored: sizeOf(serialized), indexing };
  },

  /** Read the stored index, and use it once for every kind of look-up, so that all is there that it needs in memory. */
  async open(queries: readonly string[]): Promise<void> {
    await restore();
    for (const query of queries) index.candidates(query);
    forgetClips();
  },

  type: (queries: readonly string[]) => typed(finderOf(index), queries),
  answer: (queries: readonly string[]) => answered(finderOf(index), queries),

  /** Milliseconds for each of so many new clips to be put in and searched for the first time, by a word of no clip. */
  async addOneByOne(from: number, count: number): Promise<readonly number[]> {
    const docs = (await clipsFrom(from, from + count)).map((clip) => clipDoc(clip, undefined));
    return docs.map((doc) => {
      const began = performance.now();
      index.add([doc]);
      index.candidates(NOWHERE);
      return performance.now() - began;
    });
  },

  /** When the results of the query in the address were painted, in milliseconds since the navigation began. */
  coldFirstResult: () => cold,
};

export type WhencePage = typeof page;

/** Bytes of typed arrays, and of texts as browsers store them: one a character as long as all are Latin ones. */
function sizeOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return /^[\0-\xff]*$/.test(value) ? value.length : value.length * 2;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, member) => sum + sizeOf(member), 0);
}

async function answerAddress(query: string): Promise<number> {
  await restore();
  const { results } = await finderOf(index).find(query);
  await show(results);
  if (results.length === 0) throw new Error(`nothing was found for ${query}`);
  return performance.now();
}
const query = new URLSearchParams(location.search).get('query');
const cold = query === null ? undefined : answerAddress(query);
