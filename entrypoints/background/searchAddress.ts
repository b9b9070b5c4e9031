import { browser } from 'wxt/browser';

/** The address that shows all of what a search finds. */
export const searchAddress = (query: string): string =>
  browser.runtime.getURL(`/library.html?${new URLSearchParams({ q: query }).toString()}`);
