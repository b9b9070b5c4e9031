import { useEffect, useState } from 'preact/hooks';
import { useCardTabIndex } from '../components/CardFrame.tsx';
import { RelatedList } from '../components/RelatedList.tsx';
import type { Card } from '../finding/cards.ts';
import type { Suggestion } from '../finding/suggestion.ts';
import { words } from '../locales/index.ts';

export interface RelatedBoxProps {
  readonly card: Card;
  /** What is most like a card, the likest first. */
  readonly related: (card: Card) => Promise<readonly Suggestion[]>;
  readonly onOpen: (id: string) => void;
}

/** What is like a card, read once it is asked for. */
export function RelatedBox({ card, related, onOpen }: RelatedBoxProps) {
  const [found, setFound] = useState<readonly Suggestion[]>();
  const tabIndex = useCardTabIndex();
  useEffect(() => {
    let isWanted = true;
    void related(card).then((answer) => isWanted && setFound(answer));
    return () => {
      isWanted = false;
    };
  }, [card]);
  if (!found) return null;
  if (found.length === 0) return <p class="related-none">{words.related.none}</p>;
  return (
    <RelatedList
      entries={found.map((one) => ({ id: one.id, line: one.reason, source: words.related.source(one) }))}
      tabIndex={tabIndex}
      onOpen={onOpen}
    />
  );
}
