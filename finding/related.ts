import type { Doc, RelatedOptions } from '../search/index.ts';
import { cardDoc } from './cardDoc.ts';
import type { Card } from './cards.ts';
import type { Finder } from './finder.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

export interface RelatedCount {
  /** Cards at most. */
  readonly limit: number;
  /** Milliseconds since 1970: what freshness is counted from. */
  readonly now: number;
}

/** The cards of what is most like a document, the likest first. */
export async function cardsLike(finder: Finder, doc: Doc, options: RelatedOptions): Promise<readonly Card[]> {
  const index = await finder.index();
  return finder.cards(index.related(doc, options));
}

/** What is most like a card, the likest first; none when nothing is. Without the decision that its clip is tied to, which the card shows. */
export async function relatedCards(finder: Finder, card: Card, { limit, now }: RelatedCount): Promise<readonly Suggestion[]> {
  const own = card.kind === 'clip' ? card.decision?.id : undefined;
  // one more, for the decision that is left out
  const like = await cardsLike(finder, cardDoc(card), { limit: limit + 1, now });
  return like
    .filter(({ id }) => id !== own)
    .slice(0, limit)
    .map((one) => suggestionOf(one));
}
