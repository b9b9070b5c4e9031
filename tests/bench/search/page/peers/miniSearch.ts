import MiniSearch from 'minisearch';
import type { Clip } from '../../../../../domain/clip.ts';
import type { MakePeer } from '../peer.ts';

/** As its documents say for searching while one types: unfinished words, and typing errors of a fifth of a word. */
export const miniSearch: MakePeer = (clips) => {
  const index = new MiniSearch<Clip>({
    fields: ['why', 'quote', 'title', 'tags'],
    extractField: (clip, field) => {
      if (field === 'title') return clip.source.title;
      if (field === 'tags') return clip.tags.join(' ');
      return field === 'why' ? clip.why : field === 'quote' ? (clip.quote ?? '') : clip.id;
    },
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  index.addAll(clips);
  return {
    search: (query, most) =>
      index
        .search(query)
        .slice(0, most)
        .map(({ id, terms }) => ({ id: String(id), words: terms })),
    stored: () => JSON.stringify(index).length,
  };
};
