import { gravest } from '../domain/drift.ts';
import type { Doc, Found, SearchIndex } from '../search/index.ts';
import { clipDoc, postDoc } from '../search/documents.ts';
import type { Card, Cards, PostCardData } from './cards.ts';

/** A card as it is searched, with what only the card knows: where it was shared, and whether its passage is still there. */
const docOf = (card: Card, textOf: (clipId: string) => string | undefined): Doc => {
  const doc = card.kind === 'clip' ? clipDoc(card.clip, card.decision, textOf(card.id)) : { ...postDocOf(card), id: card.id };
  const isShared = card.kind === 'clip' && card.shares.length > 0;
  return {
    ...doc,
    facts: {
      ...doc.facts,
      in: card.kind === 'clip' ? card.shares.map(({ communityName }) => communityName) : [card.membership.name],
      is: [...(doc.facts?.is ?? []), ...(isShared ? ['shared'] : []), ...(isOrphan(card) ? ['orphan'] : [])],
    },
  };
};

const postDocOf = ({ post, authorName, replies }: PostCardData): Doc =>
  postDoc(
    post,
    authorName,
    replies.map(({ text }) => text),
  );

const isOrphan = ({ drifts }: Card): boolean => gravest(drifts) === 'gone';

const versionOf = (card: Card): string =>
  card.kind === 'clip'
    ? `${card.clip.updatedAt} ${card.decision?.updatedAt ?? ''} ${card.shares.length} ${isOrphan(card)}`
    : `${card.post.seq} ${card.replies.length} ${card.authorName} ${isOrphan(card)}`;

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
  readonly search: (query: string, now: number) => Found;
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
    search: (query, now) => index.search(query, { now }),
  };
}
