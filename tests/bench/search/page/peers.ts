import type { Clip } from '../../../../domain/clip.ts';
import { SHOWN, type Finder, type MatchRange, type Shown } from './finder.ts';
import { flexSearch } from './peers/flexSearch.ts';
import { fuse } from './peers/fuse.ts';
import { miniSearch } from './peers/miniSearch.ts';
import type { MakePeer, Peer } from './peer.ts';
import { readClips, store } from './store.ts';
import { answered, typed } from './typing.ts';

const PEERS = { fuse, minisearch: miniSearch, flexsearch: flexSearch } satisfies Record<string, MakePeer>;
export type PeerName = keyof typeof PEERS;

let peer: Peer | undefined;

const finder: Finder = {
  async find(query) {
    const began = performance.now();
    const found = peer?.search(query, SHOWN) ?? [];
    const engine = performance.now() - began;
    const clips = await readClips(found.map(({ id }) => id));
    const reading = performance.now() - began - engine;
    return { results: clips.map((clip, place) => shown(clip, found[place]?.words ?? [])), engine, reading };
  },
};

/** Called from outside, with plain JSON in and out. */
export const page = {
  /** Answers how many milliseconds indexing took. */
  async build(name: PeerName): Promise<number> {
    const clips = await store.clips.toArray();
    const began = performance.now();
    peer = PEERS[name](clips);
    return performance.now() - began;
  },
  stored: (): number => peer?.stored() ?? 0,
  type: (queries: readonly string[]) => typed(finder, queries),
  answer: (queries: readonly string[]) => answered(finder, queries),
};

export type PeerPage = typeof page;

function shown(clip: Clip, words: readonly string[]): Shown {
  const marks = (text = ''): readonly MatchRange[] =>
    Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)).flatMap(({ 0: word, index }) =>
      words.some((one) => word.startsWith(one)) ? [[index, index + word.length] as const] : [],
    );
  return { clip, marks: { why: marks(clip.why), quote: marks(clip.quote), title: marks(clip.source.title) } };
}
