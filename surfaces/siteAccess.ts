import { browser } from 'wxt/browser';

/** What "on all sites" asks the browser for. */
export const ALL_SITES = { origins: ['*://*/*'] };

export const hasAllSites = (): Promise<boolean> => browser.permissions.contains(ALL_SITES);
