import type { WhenceDatabase } from '../storage/database.ts';
import { gather } from '../storage/gather.ts';
import type { Searched } from '../storage/rows.ts';
import { makeCards, type Card } from './cards.ts';
import { cardId } from './readCards.ts';

/** The cards of these, in this order; what is gone is left out. Without `own`, so is a post that came from an own clip. */
export async function cardsInOrder(
  database: WhenceDatabase,
  asked: readonly Searched[],
  { own }: { readonly own: boolean },
): Promise<readonly Card[]> {
  if (asked.length === 0) return [];
  const { byId, ownPostIds } = makeCards(await gather(database, asked));
  return asked.flatMap((one) => {
    const card = byId.get(cardId(one));
    return card && card.kind === one.kind && (own || !ownPostIds.has(card.id)) ? [card] : [];
  });
}
