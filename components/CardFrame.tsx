import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import './styles/CardFrame.css';

/** The tab index of a card and of what is in it: 0, or -1 in a list whose tab stop is another card. */
export const CardTabIndex = createContext(0);
export const useCardTabIndex = (): number => useContext(CardTabIndex);

export interface CardFrameProps {
  readonly label: string;
  readonly onOpen?: (() => void) | undefined;
  readonly onShare?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** The names of cards are read out on every arrow key, and a why may be an essay. */
const LONGEST_LABEL = 160;

/** The box of one card; Enter on it opens its passage, Ctrl or Cmd with Enter shares it. */
export function CardFrame({ label, onOpen, onShare, children }: CardFrameProps) {
  const tabIndex = useCardTabIndex();
  const shortcuts = [...(onOpen ? ['Enter'] : []), ...(onShare ? ['Control+Enter', 'Meta+Enter'] : [])].join(' ');
  return (
    <article
      class="card"
      data-card=""
      tabIndex={tabIndex}
      aria-label={label.slice(0, LONGEST_LABEL)}
      aria-keyshortcuts={shortcuts || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || event.isComposing) return;
        const act = event.ctrlKey || event.metaKey ? onShare : onOpen;
        if (!act) return;
        event.preventDefault();
        act();
      }}
    >
      {children}
    </article>
  );
}
