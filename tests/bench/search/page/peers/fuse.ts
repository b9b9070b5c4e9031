import Fuse from 'fuse.js';
import type { Clip } from '../../../../../domain/clip.ts';
import type { MakePeer } from '../peer.ts';

/** Over everything, with a match anywhere in a text: by itself it looks at the first sixty characters only. */
export const fuse: MakePeer = (clips) => {
  const index = new Fuse<Clip>(clips, {
    keys: ['why', 'quote', 'source.title', 'tags'],
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  return {
    search: (query, most) => {
      const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return index.search(query, { limit: most }).map(({ item }) => ({ id: item.id, words }));
    },
    stored: () => JSON.stringify(index.getIndex()).length,
  };
};
