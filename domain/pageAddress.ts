/**
 * Which addresses are the same page. Rules in one place, each with a row in
 * tests/domain/pageAddress.test.ts. Two pages that differ in a parameter that matters are two pages.
 */

/** Parameters that say how one came to a page, never which page it is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_\w+_id|wickedid|ref_src|ref_url|spm|s_cid|cmpid|__twitter_impression)$/i;

/** Parameters whose value may open a door: never shared unless the person puts them back. */
const SECRET =
  /^(?:.*(?:token|secret|passw(?:or)?d|passwd|signature|session|api_?key|auth|credential|otp|jwt|ticket|invite).*|sig|sid|key|code|x-amz-.+|x-goog-.+|phpsessid|jsessionid)$/i;

/** A fragment that a single-page app routes by: `#/inbox`, `#!/inbox`. Any other is a place in the page. */
const ROUTE = /^#!?\//;

const filterParameters = (address: URL, isDropped: (name: string) => boolean): void => {
  for (const name of new Set(address.searchParams.keys())) if (isDropped(name)) address.searchParams.delete(name);
};

/** The key under which a page's clips are found. An address that can't be parsed is its own key. */
export function pageKey(typed: string): string {
  const address = URL.parse(typed);
  if (!address) return typed;
  if (!ROUTE.test(address.hash)) address.hash = '';
  if (/^https?:$/.test(address.protocol)) {
    address.username = address.password = '';
    filterParameters(address, (name) => TRACKING.test(name));
    address.searchParams.sort();
    if (address.pathname !== '/') address.pathname = address.pathname.replace(/\/+$/, '') || '/';
    address.hostname = address.hostname.replace(/\.$/, '');
    // http and https serve the same page; the key is a name, never opened
    return address.href.replace(/^http:/, 'https:').replace(/\?$/, '');
  }
  return address.href;
}

/** A long run of mixed letters and digits: a key (an invite's, a paste's), not the name of a place in the page. */
const LOOKS_LIKE_A_KEY = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{16,}$/;

/** A fragment without what opens doors: access tokens (OAuth 2.0's implicit grant), keys, secrets in a route's query. */
function shareableFragment(fragment: string, dropped: string[]): string {
  const drop = (name: string): void => void dropped.push(name.slice(0, 24));
  if (!ROUTE.test(fragment)) {
    const isSecret = /[=&]/.test(fragment) || LOOKS_LIKE_A_KEY.test(fragment.slice(1));
    if (isSecret) drop(fragment.slice(1));
    return isSecret ? '' : fragment;
  }
  const [route = '', query] = fragment.split('?', 2);
  const kept = new URLSearchParams(query);
  for (const name of new Set(kept.keys())) {
    if (!TRACKING.test(name) && !SECRET.test(name)) continue;
    drop(name);
    kept.delete(name);
  }
  return kept.size > 0 ? `${route}?${kept.toString()}` : route;
}

/** What goes out when an address is shared: without credentials, tracking and secrets. `dropped` names what was taken off. */
export function shareableAddress(typed: string): { readonly address: string; readonly dropped: readonly string[] } {
  const address = URL.parse(typed);
  if (!address) return { address: typed, dropped: [] };
  const dropped: string[] = [];
  if (address.username || address.password) dropped.push('user name');
  address.username = address.password = '';
  filterParameters(address, (name) => {
    const isDropped = TRACKING.test(name) || SECRET.test(name);
    if (isDropped) dropped.push(name);
    return isDropped;
  });
  // where a browser is to scroll to (a text directive) is nobody's secret, and nobody's business
  const fragment = address.hash.replace(/:~:.*$/s, '');
  address.hash = fragment === '#' ? '' : shareableFragment(fragment, dropped);
  return { address: address.href, dropped };
}

/** The host as a person reads it. */
export function siteOf(typed: string): string {
  const address = URL.parse(typed);
  if (!address) return '';
  return address.protocol === 'file:'
    ? decodeURIComponent(address.pathname.split('/').pop() ?? '')
    : address.host.replace(/^www\./, '') || address.protocol;
}

/** Whether a browser lets any extension run on the page at this address. Unknown addresses (no permission to see them) count as open. */
export function isClosedToExtensions(typed: string | undefined): boolean {
  if (typed === undefined) return false;
  const address = URL.parse(typed);
  if (!address) return true;
  if (!/^(?:https?|file):$/.test(address.protocol)) return true;
  return (
    /^(?:chromewebstore\.google\.com|addons\.mozilla\.org|accounts\.firefox\.com|microsoftedge\.microsoft\.com)$/.test(address.hostname) ||
    (address.hostname === 'chrome.google.com' && address.pathname.startsWith('/webstore'))
  );
}
