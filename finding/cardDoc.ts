import { gravest } from '../domain/drift.ts';
import type { Doc } from '../search/index.ts';
import { clipDoc, decisionDoc, postDoc } from '../search/documents.ts';
import type { Card, Reply } from './cards.ts';

/** A card as it is searched, with what only the card knows: where it was shared, and whether its passage is still there. `text` is of a clip's page. */
export function cardDoc(card: Card, text?: string): Doc {
  const doc = docOf(card, text);
  const communities = communitiesOf(card);
  const isShared = card.kind === 'clip' && communities.length > 0;
  const isMine = card.kind === 'post' && card.post.authorId === card.membership.memberId;
  return {
    ...doc,
    id: card.id,
    facts: {
      ...doc.facts,
      in: communities,
      is: [
        ...(doc.facts?.is ?? []),
        ...(isMine ? ['mine'] : []),
        ...(isShared ? ['shared'] : []),
        ...(gravest(card.drifts) === 'gone' ? ['orphan'] : []),
      ],
    },
  };
}

function docOf(card: Card, text: string | undefined): Doc {
  switch (card.kind) {
    case 'clip':
      return clipDoc(
        card.clip,
        card.decision,
        text,
        card.shares.flatMap(({ replies }) => textsOf(replies)),
      );
    case 'decision':
      return decisionDoc(card.decision);
    case 'post':
      return postDoc(card.post, card.authorName, textsOf(card.replies));
  }
}

const textsOf = (replies: readonly Reply[]): readonly string[] => replies.map(({ text }) => text);

function communitiesOf(card: Card): readonly string[] {
  switch (card.kind) {
    case 'clip':
      // what a community refused is not in it
      return card.shares.filter(({ item }) => item.state !== 'refused').map(({ communityName }) => communityName);
    case 'decision':
      return [];
    case 'post':
      return [card.membership.name];
  }
}
