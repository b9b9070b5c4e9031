import { useEffect, useState } from 'preact/hooks';
import { useCardTabIndex } from '../components/CardFrame.tsx';
import { RelatedList } from '../components/RelatedList.tsx';
import type { Card, CardKey } from '../finding/cards.ts';
import type { Suggestion } from '../finding/suggestion.ts';
import { words } from '../locales/index.ts';

export interface RelatedBoxProps {
  readonly card: Card;
  /** What is most like a card, the likest first. */
  readonly related: (card: Card) => Promise<readonly Suggestion[]>;
  readonly onOpen: (card: CardKey) => void;
}

/** What is like a card, read once it is asked for. */
export function RelatedBox({ card, related, onOpen }: RelatedBoxProps) {
  const [found, setFound] = useState<readonly Suggestion[] | 'failed'>();
  const tabIndex = useCardTabIndex();
  useEffect(() => {
    let isWanted = true;
    void related(card)
      .catch(() => 'failed' as const)
      .then((answer) => isWanted && setFound(answer));
    return () => {
      isWanted = false;
    };
  }, [card]);
  if (!found) return null;
  if (found === 'failed') return <p class="related-none">{words.related.failed}</p>;
  if (found.length === 0) return <p class="related-none">{words.related.none}</p>;
  return (
    <RelatedList
      entries={found.map((one) => ({ id: one.id, line: one.reason, source: words.related.source(one) }))}
      tabIndex={tabIndex}
      onOpen={(id) => {
        const chosen = found.find((one) => one.id === id);
        if (chosen) onOpen(chosen);
      }}
    />
  );
}
