import type { CardKey } from '../finding/cards.ts';

/** A card that is shown by itself, in the place of all lists. */
export interface OpenedCard extends CardKey {
  /** The id of the card that it was opened from: that one has the focus when one goes back. */
  readonly from?: string | undefined;
  /** The card that was shown by itself before; absent when a list was. */
  readonly before?: OpenedCard | undefined;
}
