import type { CardKey } from '../finding/cards.ts';

const CARD = /^#card=(clip|decision|post)\/([\da-f/-]+)$/;

/** The address, within the extension, at which a card is shown by itself. */
export const cardAddress = (card: CardKey): `/library.html#card=${string}` => `/library.html${cardHash(card)}`;

/** The fragment of that address. */
export const cardHash = ({ kind, id }: CardKey): `#card=${string}` => `#card=${kind}/${id}`;

/** The card that an address's fragment names. */
export function cardIn(hash: string): CardKey | undefined {
  const [, kind, id] = CARD.exec(hash) ?? [];
  return id !== undefined && (kind === 'clip' || kind === 'decision' || kind === 'post') ? { kind, id } : undefined;
}
