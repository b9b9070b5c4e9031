/** Tells when the page's address changes without a load, as single-page apps do, and when a page comes back from the browser's cache. */
export function watchAddress(view: Window, signal: AbortSignal, onChanged: () => void): void {
  let address = view.location.href;
  const look = (): void => {
    if (view.location.href === address) return;
    address = view.location.href;
    onChanged();
  };
  // Firefox before 147 has no Navigation API: going back and forth is still seen there
  view.navigation?.addEventListener('currententrychange', look, { signal });
  view.addEventListener('popstate', look, { signal });
  view.addEventListener('hashchange', look, { signal });
  view.addEventListener('pageshow', ({ persisted }) => persisted && onChanged(), { signal });
}
