import { Charset, Document } from 'flexsearch';
import type { MakePeer } from '../peer.ts';

const FIELDS = ['why', 'quote', 'title', 'tags'];

/** As its documents say for tolerant matching: beginnings of words, a phonetic encoder, and suggestions. */
export const flexSearch: MakePeer = (clips) => {
  const index = new Document({
    document: { id: 'id', index: FIELDS },
    tokenize: 'forward',
    encoder: Charset.LatinBalance,
  });
  // numbers for ids, which its documents recommend: it writes an id for every beginning of every word
  clips.forEach(({ why, quote = '', source, tags }, id) => index.add({ id, why, quote, title: source.title, tags: tags.join(' ') }));
  const ids = clips.map(({ id }) => id);
  return {
    search: (query, most) => {
      const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return index.search(query, { limit: most, suggest: true, merge: true }).map(({ id }) => ({ id: ids[Number(id)] ?? '', words }));
    },
    stored: () => {
      let size = 0;
      index.export((key: string, data: string | undefined) => void (size += key.length + (data?.length ?? 0)));
      return size;
    },
  };
};
