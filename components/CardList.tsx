import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CardTabIndex } from './CardFrame.tsx';
import './styles/CardList.css';

export interface CardListProps<T> {
  readonly id?: string;
  /** The list's name, read out. */
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** One card (ClipCard, FeedItem). */
  readonly render: (item: T) => ComponentChild;
  /** The heading that an item begins a group with, if it does. */
  readonly headingOf?: ((item: T, before: T | undefined) => string | undefined) | undefined;
  /** The id of the field that ArrowUp on the first card goes back to. */
  readonly searchId?: string;
}

/** Cards drawn before the first paint, more than fit into any popup. */
const AT_FIRST = 8;

const isText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

/**
 * Cards that the arrow keys walk through. A plain list, since its items hold buttons: options of a
 * listbox must not, and a grid would make each button a cell. One card is the list's tab stop (a roving
 * tab index): Tab goes on into that card's own buttons, and from the last of them out of the list.
 */
export function CardList<T>({ id, label, items, keyOf, render, headingOf, searchId }: CardListProps<T>) {
  const [visited, setVisited] = useState<string>();
  const [isPainted, setPainted] = useState(false);
  const drawn = isPainted ? items : items.slice(0, AT_FIRST);
  const keys = drawn.map(keyOf);
  const stop = visited !== undefined && keys.includes(visited) ? visited : keys[0];

  // effects run after the paint
  useEffect(() => setPainted(true), []);

  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    if (isText(event.target) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')];
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 };
    const to = places[event.key];
    if (to === undefined) return;
    const next = to < 0 && searchId !== undefined ? document.getElementById(searchId) : cards[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };

  return (
    // Safari's and some readers' rule: a list without markers is no list unless its role says so
    <ul id={id} class="card-list" role="list" aria-label={label} onKeyDown={onKeyDown}>
      {drawn.map((item, index) => {
        const key = keyOf(item);
        const heading = headingOf?.(item, drawn[index - 1]);
        return (
          <li key={key} class="card-item" onFocusIn={() => setVisited(key)}>
            {heading && <h2 class="card-group">{heading}</h2>}
            <CardTabIndex.Provider value={key === stop ? 0 : -1}>{render(item)}</CardTabIndex.Provider>
          </li>
        );
      })}
    </ul>
  );
}
