import type { Doc, Hit, SearchIndex } from '../search/index.ts';
import { clipDoc, postDoc } from '../search/documents.ts';
import type { Card, Cards } from './cards.ts';

/** A card's text, and what tells whether it changed. */
const docOf = (card: Card, textOf: (clipId: string) => string | undefined): Doc => {
  if (card.kind === 'clip') return clipDoc(card.clip, card.decision, textOf(card.id));
  return {
    ...postDoc(
      card.post,
      card.authorName,
      card.replies.map(({ text }) => text),
    ),
    id: card.id,
  };
};

const versionOf = (card: Card): string =>
  card.kind === 'clip'
    ? `${card.clip.updatedAt} ${card.decision?.updatedAt ?? ''}`
    : `${card.post.seq} ${card.replies.length} ${card.authorName}`;

/**
 * Keeps the index in step with what is on the device: only cards that came, changed or went are
 * touched. A post that came from an own clip is found as that clip.
 */
export function followedIndex(
  index: SearchIndex,
  textOf: (clipId: string) => string | undefined,
): {
  readonly follow: (cards: Cards) => void;
  /** The texts of these clips' pages have come. */
  readonly learn: (clipIds: readonly string[]) => void;
  readonly search: (query: string) => readonly Hit[];
} {
  const versions = new Map<string, string>();
  let last: Cards | undefined;
  return {
    follow(cards) {
      if (cards === last) return;
      last = cards;
      const changed: Doc[] = [];
      const gone = new Set(versions.keys());
      for (const card of cards.byId.values()) {
        if (cards.ownPostIds.has(card.id)) continue;
        gone.delete(card.id);
        const version = versionOf(card);
        if (versions.get(card.id) === version) continue;
        versions.set(card.id, version);
        changed.push(docOf(card, textOf));
      }
      for (const id of gone) versions.delete(id);
      if (gone.size > 0) index.remove([...gone]);
      if (changed.length > 0) index.add(changed);
    },
    learn(clipIds) {
      const cards = clipIds.map((id) => last?.byId.get(id)).filter((card) => card !== undefined);
      index.add(cards.map((card) => docOf(card, textOf)));
    },
    search: (query) => index.search(query).hits,
  };
}
