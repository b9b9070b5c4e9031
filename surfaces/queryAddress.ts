import { effect, type Signal } from '@preact/signals';

/** The search that an address asks for. */
export const queryIn = (address: string): string => URL.parse(address)?.searchParams.get('q') ?? '';

/** The address with another search. */
export function withQuery(address: string, query: string): string {
  const url = new URL(address);
  if (query.trim() === '') url.searchParams.delete('q');
  else url.searchParams.set('q', query);
  return url.href;
}

/** A search that stood so long is one to come back to. Milliseconds. */
const SETTLED = 1_500;

/**
 * Keep the search and the page's address the same, so that it can be bookmarked and walked back: letters that
 * follow each other are one step.
 */
export function followAddress(
  query: Signal<string>,
  page: Pick<Window, 'location' | 'history' | 'addEventListener'>,
  now: () => number,
  end: AbortSignal,
): void {
  let changedAt = Number.NEGATIVE_INFINITY;
  query.value = queryIn(page.location.href);
  page.addEventListener('popstate', () => (query.value = queryIn(page.location.href)), { signal: end });
  const stop = effect(() => {
    const next = withQuery(page.location.href, query.value);
    if (next === page.location.href) return;
    const isNewStep = now() - changedAt > SETTLED;
    changedAt = now();
    if (isNewStep) page.history.pushState(null, '', next);
    else page.history.replaceState(null, '', next);
  });
  end.addEventListener('abort', stop);
}
