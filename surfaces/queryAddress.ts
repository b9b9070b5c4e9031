import { effect, type Signal } from '@preact/signals';
import { cardHash, cardIn } from './cardAddress.ts';
import type { OpenedCard } from './openedCard.ts';

/** The search that an address asks for. */
export const queryIn = (address: string): string => URL.parse(address)?.searchParams.get('q') ?? '';

/** The address with another search, and without a card that was shown by itself: what is found is shown then. */
export function withQuery(address: string, query: string): string {
  const url = new URL(withCard(address, undefined));
  if (query.trim() === '') url.searchParams.delete('q');
  else url.searchParams.set('q', query);
  return url.href;
}

/** The address with another card that is shown by itself, or with none. */
function withCard(address: string, card: OpenedCard | undefined): string {
  const url = new URL(address);
  if (card) url.hash = cardHash(card);
  else if (cardIn(url.hash)) url.hash = '';
  return url.href;
}

/** A search that stood so long is one to come back to. Milliseconds. */
const SETTLED = 1_500;

export interface Followed {
  readonly query: Signal<string>;
  /** Whether the query is what was typed last. */
  readonly isTyped: () => boolean;
  readonly only: Signal<OpenedCard | undefined>;
}

/**
 * Keep what is shown and the page's address the same, so that it can be bookmarked and walked back. Letters that
 * follow each other are one step; what was picked, and a card that was opened, are each one of their own.
 */
export function followAddress(
  { query, isTyped, only }: Followed,
  page: Pick<Window, 'location' | 'history' | 'addEventListener'>,
  now: () => number,
  end: AbortSignal,
): void {
  let typedAt = Number.NEGATIVE_INFINITY;
  let isReading = false;
  const read = (): void => {
    const { href, hash } = page.location;
    const card = cardIn(hash);
    const shown = only.peek();
    // what was walked back to stays as it is, and is come back to
    typedAt = Number.NEGATIVE_INFINITY;
    isReading = true;
    // the card after the search, which puts away the one before
    query.value = queryIn(href);
    if (card?.id !== shown?.id || card?.kind !== shown?.kind) only.value = card;
    isReading = false;
  };
  read();
  page.addEventListener('popstate', read, { signal: end });
  // the address bar may lead from a card to another one without leaving the page
  page.addEventListener('hashchange', read, { signal: end });
  const stop = effect(() => {
    const { href } = page.location;
    const isSearch = query.value !== queryIn(href);
    const card = only.value;
    const next = isSearch ? withQuery(href, query.value) : withCard(href, card);
    if (isReading || next === href) return;
    const isLetter = isSearch && isTyped();
    const isNewStep = !isLetter || now() - typedAt > SETTLED;
    typedAt = isLetter ? now() : Number.NEGATIVE_INFINITY;
    if (isNewStep) page.history.pushState(null, '', next);
    else page.history.replaceState(null, '', next);
  });
  end.addEventListener('abort', stop);
}
