import type { ComponentChild } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../locales/index.ts';
import { CardTabIndex } from './CardFrame.tsx';
import { placeOf, type Place, type Wanted } from './cardPlaces.ts';
import { MoreCards } from './MoreCards.tsx';
import { useVirtualRows } from './virtualRows.ts';
import './styles/CardList.css';

export interface CardListProps<T> {
  readonly id?: string;
  /** The list's name, read out. */
  readonly label: string;
  /** The same array while they are the same: the heights of a long list's cards are remembered by it. */
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** One card (ClipCard, FeedItem, DecisionCard). */
  readonly render: (item: T) => ComponentChild;
  /** The heading that an item begins a group with, if it does. */
  readonly headingOf?: ((item: T, before: T | undefined) => string | undefined) | undefined;
  /** Cards of the same page that an item stands for: folded under it. */
  readonly moreOf?: ((item: T) => readonly T[]) | undefined;
  /** The id of the field that ArrowUp on the first card and Escape on any go back to. */
  readonly searchId?: string | undefined;
  /** How many there are in all, when `items` are only the first of them. */
  readonly total?: number | 'unknown' | undefined;
  /** The place of the last card in sight, whenever it or `items` is another: time to load more. Not of a short list that is whole. */
  readonly onReach?: ((index: number) => void) | undefined;
  /** The key of a card that has the focus once it is there: that of a list of one, or the one that was gone back to. */
  readonly startAt?: string | undefined;
}

/** Cards drawn before the first paint, more than fit into any popup. */
const AT_FIRST = 8;
/** Of a longer list only the cards in sight are drawn; of one that is not whole too, to know when its end is near. */
const LONGEST_DRAWN = 30;
/** Cards are new for so long: while letters follow each other, each finding others. Milliseconds. */
const RESTING = 200;

const isText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

const cardsIn = (row: Element | null | undefined): readonly HTMLElement[] => [...(row?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];

/** A component of its own, so that what `render` reads of signals draws this card anew and not the list. */
const OneCard = <T,>({ item, render }: { readonly item: T; readonly render: (item: T) => ComponentChild }) => <>{render(item)}</>;

/**
 * Cards that the arrow keys walk through. A plain list, since its items hold buttons: options of a
 * listbox must not, and a grid would make each button a cell. One card is the list's tab stop (a roving
 * tab index): Tab goes on into that card's own buttons, and from the last of them out of the list.
 * Of a long list the cards in sight are drawn, and the tab stop; it has to stand in something that scrolls.
 */
export function CardList<T>(props: CardListProps<T>) {
  const { id, label, items, keyOf, render, headingOf, moreOf, searchId, total = items.length, onReach } = props;
  const list = useRef<HTMLUListElement>(null);
  const [start] = useState(() => placeOf(props, props.startAt));
  const [visited, setVisited] = useState(start?.place);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set(start && start.wanted.nth > 0 ? [start.place.item] : []));
  const [isPainted, setPainted] = useState(false);
  const [rested, setRested] = useState<string>();
  const wanted = useRef<Wanted | undefined>(start?.wanted);

  const keyAt = (index: number): string | undefined => {
    const item = items[index];
    return item === undefined ? undefined : keyOf(item);
  };
  const indexOf = ({ item, index }: Place): number => (keyAt(index) === item ? index : items.findIndex((one) => keyOf(one) === item));
  const at = visited ? indexOf(visited) : -1;
  const stop = Math.max(0, at);

  // the same cards, changed or more of them, are no new ones
  const first = items.slice(0, AT_FIRST).map(keyOf).join(' ');
  const isLong = items.length > LONGEST_DRAWN || total !== items.length;
  const keyOfRow = useCallback((index: number) => keyAt(index) ?? '', [items]);
  const { rows, height, reached, measure, scrollTo } = useVirtualRows({
    list,
    count: isLong ? items.length : 0,
    keyOf: keyOfRow,
    isNew: rested !== first,
    kept: stop,
  });
  const drawn = isLong ? rows : items.slice(0, isPainted ? items.length : AT_FIRST).map((_, index) => ({ index, top: undefined }));

  // effects run after the paint
  useEffect(() => setPainted(true), []);
  useEffect(() => {
    const timer = setTimeout(() => setRested(first), RESTING);
    return () => clearTimeout(timer);
  }, [first]);
  useEffect(() => {
    if (isLong && reached >= 0) onReach?.(reached);
  }, [isLong, reached, items]);

  // while one scrolls only the list is drawn anew: a card that is there already is handed over as it is
  const made = useRef({ render, items, cards: new Map<string, ComponentChild>() });
  const there = made.current.render === render && made.current.items === items ? made.current.cards : undefined;
  const cards = new Map<string, ComponentChild>();
  made.current = { render, items, cards };
  const cardOf = (item: T, key: string, tabIndex: number): ComponentChild => {
    const name = `${tabIndex} ${key}`;
    const card = there?.get(name) ?? (
      <CardTabIndex.Provider value={tabIndex}>
        <OneCard item={item} render={render} />
      </CardTabIndex.Provider>
    );
    cards.set(name, card);
    return card;
  };

  const rowAt = (index: number): HTMLElement | undefined =>
    [...(list.current?.children ?? [])].find(
      (row): row is HTMLElement => row instanceof HTMLElement && row.dataset['index'] === String(index),
    );
  const focusWanted = (): void => {
    if (!wanted.current) return;
    const { index, nth } = wanted.current;
    const card = cardsIn(rowAt(index)).at(nth);
    if (!card) return;
    wanted.current = undefined;
    card.focus({ preventScroll: isLong });
    if (isLong) scrollTo(index);
    else card.scrollIntoView({ block: 'nearest' });
  };
  // a card that was out of sight is there once it has been drawn
  useLayoutEffect(focusWanted);

  const goTo = (index: number, nth: 0 | -1): boolean => {
    const key = keyAt(index);
    if (key === undefined) return false;
    wanted.current = { index, nth };
    setVisited({ index, item: key, card: key });
    focusWanted();
    return true;
  };
  useLayoutEffect(() => {
    // the card that had the focus was taken out: the next one has it
    if (visited && at < 0 && document.activeElement === document.body) goTo(Math.min(visited.index, items.length - 1), 0);
  });
  const goToSearch = (): boolean => {
    const search = searchId === undefined ? null : document.getElementById(searchId);
    search?.focus();
    return search !== null;
  };
  const walk = (row: HTMLElement, step: 1 | -1): boolean => {
    const index = Number(row.dataset['index']);
    const beside = cardsIn(row);
    const from = beside.findIndex((card) => card.contains(document.activeElement));
    // the button that unfolds the others stands between the first and them
    const next = beside[from < 0 ? (step === 1 ? 1 : 0) : from + step];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
      return true;
    }
    return goTo(index + step, step === 1 ? 0 : -1) || (step === -1 && goToSearch());
  };
  const answer = (event: KeyboardEvent, row: HTMLElement): boolean => {
    switch (event.key) {
      case 'ArrowDown':
        return walk(row, 1);
      case 'ArrowUp':
        return walk(row, -1);
      case 'Home':
        return goTo(0, 0);
      case 'End':
        return goTo(items.length - 1, -1);
      case 'Escape':
        return goToSearch();
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isText(event.target) || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.card-item') : null;
    if (!row || !answer(event, row)) return;
    event.preventDefault();
    // a popup would close on Escape
    event.stopPropagation();
  };

  const visit = (event: FocusEvent, index: number, item: string): void => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card-key]')?.dataset['cardKey'] : undefined;
    setVisited({ index, item, card: card ?? item });
  };
  const toggle = (key: string): void => {
    const next = new Set(unfolded);
    if (!next.delete(key)) next.add(key);
    setUnfolded(next);
  };

  return (
    // Safari's and some readers' rule: a list without markers is no list unless its role says so
    <ul
      ref={list}
      id={id}
      class={isLong ? 'card-list card-list-long' : 'card-list'}
      role="list"
      aria-label={label}
      aria-keyshortcuts={searchId === undefined ? undefined : 'Escape'}
      style={isLong ? { height: `${height}px` } : undefined}
      onKeyDown={onKeyDown}
    >
      {drawn.flatMap(({ index, top }) => {
        const item = items[index];
        if (item === undefined) return [];
        const key = keyOf(item);
        const heading = headingOf?.(item, items[index - 1]);
        const more = moreOf?.(item) ?? [];
        const isUnfolded = unfolded.has(key);
        const card = index === stop ? visited?.card : undefined;
        const isOfMore = isUnfolded && more.some((one) => keyOf(one) === card);
        return [
          <li
            key={key}
            ref={isLong ? measure : null}
            class="card-item"
            data-index={index}
            aria-setsize={isLong ? (total === 'unknown' ? -1 : total) : undefined}
            aria-posinset={isLong ? index + 1 : undefined}
            style={top === undefined ? undefined : { top: `${top}px` }}
            onFocusIn={(event) => visit(event, index, key)}
          >
            {heading && <h2 class="card-group">{heading}</h2>}
            {cardOf(item, key, index === stop && !isOfMore ? 0 : -1)}
            {more.length > 0 && (
              <MoreCards
                label={words.search.samePageList}
                button={words.search.samePage(more.length)}
                cards={more.map((one) => ({ key: keyOf(one), card: () => render(one) }))}
                isUnfolded={isUnfolded}
                tabStop={index === stop ? (isOfMore ? card : key) : undefined}
                onToggle={() => toggle(key)}
              />
            )}
          </li>,
        ];
      })}
    </ul>
  );
}
