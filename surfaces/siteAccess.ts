import { browser } from 'wxt/browser';

/** What "on all sites" asks the browser for. */
export const ALL_SITES = { origins: ['*://*/*'] };

/** What "on this site" asks for, or nothing for a page that no permission opens. */
export function siteOrigins(address: string): { readonly origins: string[] } | undefined {
  const page = URL.parse(address);
  // a match pattern has no port: it stands for all of the host's
  return page && /^https?:$/.test(page.protocol) ? { origins: [`*://${page.hostname}/*`] } : undefined;
}

export const hasAllSites = (): Promise<boolean> => browser.permissions.contains(ALL_SITES);
