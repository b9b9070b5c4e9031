import type { ComponentChild } from 'preact';
import { CardTabIndex } from './CardFrame.tsx';
import './styles/MoreCards.css';

export interface MoreCardsProps {
  /** The inner list's name, read out. */
  readonly label: string;
  /** How many there are, in words. */
  readonly button: string;
  readonly cards: readonly { readonly key: string; readonly card: () => ComponentChild }[];
  readonly isUnfolded: boolean;
  /** The key of the card of this item that Tab stops at; absent when the list's tab stop is elsewhere. */
  readonly tabStop: string | undefined;
  readonly onToggle: () => void;
}

/** Cards that belong to the one above them, folded until they are asked for. */
export const MoreCards = ({ label, button, cards, isUnfolded, tabStop, onToggle }: MoreCardsProps) => (
  <>
    <button type="button" class="more-cards-button" aria-expanded={isUnfolded} tabIndex={tabStop === undefined ? -1 : 0} onClick={onToggle}>
      {button}
    </button>
    {isUnfolded && (
      <ul class="more-cards" role="list" aria-label={label}>
        {cards.map(({ key, card }) => (
          <li key={key} data-card-key={key}>
            <CardTabIndex.Provider value={key === tabStop ? 0 : -1}>{card()}</CardTabIndex.Provider>
          </li>
        ))}
      </ul>
    )}
  </>
);
