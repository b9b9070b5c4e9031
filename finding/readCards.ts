import type { Doc } from '../search/index.ts';
import { textOf } from '../storage/attachments.ts';
import type { WhenceDatabase } from '../storage/database.ts';
import { gather } from '../storage/gather.ts';
import type { Searched } from '../storage/rows.ts';
import { cardDoc } from './cardDoc.ts';
import { makeCards, postKey, type Card } from './cards.ts';
import { pageWords, SEARCHED } from './pageWords.ts';

/** A card, and what of it is searched. */
export interface CardWithDoc {
  readonly card: Card;
  readonly doc: Doc;
}

/** The id of a card, and of its document. */
export const cardId = (one: Searched): string => (one.kind === 'post' ? postKey(one.communityId, one.id) : one.id);

/** What a card of this id and kind is kept under. */
export function searchedOf(id: string, kind: Doc['kind']): Searched {
  if (kind !== 'post') return { kind, id };
  const [communityId = '', ...rest] = id.split('/');
  return { kind, communityId, id: rest.join('/') };
}

/**
 * Read the cards of these, with their documents, by id. What is gone is left out, and so is a post that came from an own
 * clip: that is found as the clip.
 */
export async function readCards(database: WhenceDatabase, asked: readonly Searched[]): Promise<ReadonlyMap<string, CardWithDoc>> {
  if (asked.length === 0) return new Map();
  const { byId, ownPostIds } = makeCards(await gather(database, asked));
  const cards = asked.flatMap((one) => {
    const card = byId.get(cardId(one));
    return card && card.kind === one.kind && !ownPostIds.has(card.id) ? [card] : [];
  });
  const texts = await Promise.all(cards.map((card) => wordsOfPage(database, card)));
  return new Map(cards.map((card, index) => [card.id, { card, doc: cardDoc(card, texts[index]) }]));
}

const wordsOfPage = async (database: WhenceDatabase, card: Card): Promise<string | undefined> => {
  if (card.kind !== 'clip' || card.clip.kind !== 'page') return undefined;
  // a text that can't be read is not searched; its clip is
  const text = await textOf(database, card.id, SEARCHED).catch(() => undefined);
  return text && pageWords(text);
};
