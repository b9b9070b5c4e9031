/**
 * Which addresses are the same page. Rules in one place, each with a row in
 * tests/domain/pageAddress.test.ts. Two pages that differ in a parameter that matters are two pages.
 */

/** Parameters that say how one came to a page, never which page it is: campaigns, and the numbers of one click. */
const TRACKING = new RegExp(
  `^(?:${[
    // any maker's campaigns: Google Analytics, Matomo, AT Internet, Webtrekk, Adobe
    'utm_\\w+|mtm_\\w+|pk_(?:campaign|kwd|keyword|source|medium|content|cid)|piwik_\\w+|itm_\\w+|wt_z?mc|xtor|s_cid|cmpid|ef_id|s_kwcid',
    'at_(?:medium|campaign|campaign_type|format|ptr_name|link_\\w+|custom\\d)',
    // the click on an advertisement or a shared link: Google, Meta, Microsoft, X, TikTok, LinkedIn, Yandex, Reddit, Snap, Pinterest
    'gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|srsltid|_ga|_gl|fbclid|fb_action_ids|fb_action_types|igshid|igsh|mibextid',
    'msclkid|twclid|ttclid|li_fat_id|yclid|ysclid|_openstat|rdt_cid|sccid|epik|__twitter_impression|ref_src|ref_url',
    // networks that pay for a click
    'tblci|obclid|dicbo|irclickid|irgwc|cjevent|awc|zanpid|wickedid|rb_clickid|spm|_branch_match_id|_branch_referrer',
    // one copy of one mail: Mailchimp, HubSpot, Marketo, Eloqua, Vero, Omeda, MailerLite, Dotdigital, Klaviyo
    'mc_cid|mc_eid|_hsenc|_hsmi|__hs(?:sc|tc|fp)|hsctatracking|mkt_tok|elq(?:track|trackid|aid|at)|vero_(?:id|conv)|oly_\\w+_id|ml_subscriber(?:_hash)?|dm_i|_kx',
    // what some publishers add when one shares
    'smid|smtyp|guccounter|guce_referrer(?:_sig)?',
  ].join('|')})$`,
  'i',
);

/** Parameters that some sites' pages carry besides: who shared, from which list, and from which second on. Elsewhere the same names matter. */
const PLACE_OR_SHARE: readonly (readonly [page: RegExp, names: RegExp])[] = [
  [/^(?:(?:\w+\.)?youtube\.com\/watch$|youtu\.be\/)/, /^(?:t|start|time_continue|si|feature|ab_channel|pp|list|index|start_radio)$/],
  [/^(?:\w+\.)?(?:twitter|x)\.com\/\w+\/status\//, /^(?:s|t)$/],
  [/^open\.spotify\.com\//, /^(?:si|context)$/],
  [/^(?:\w+\.)?reddit\.com\/r\//, /^(?:share_id|rdt|context)$/],
  [/^(?:\w+\.)?linkedin\.com\//, /^(?:trk|trkinfo|trackingid|lipi|refid)$/i],
];

/** A visit's number, which some servers write into addresses: Java, PHP, ASP, ColdFusion, shops. */
const SESSION = /^(?:jsessionid|phpsessid|aspsessionid\w*|cfid|cftoken|oscsid|zenid)$/i;
/** Forums' names for it say other things elsewhere: these count with 32 hexadecimal digits only. */
const FORUM_SESSION = /^(?:s|sid)$/i;
const SESSION_IN_PATH = /;(?:jsessionid|phpsessid)=[^/;]*|\/\(S\(\w+\)\)(?=\/)/gi;

/** Parameters whose value may open a door: never shared unless the person puts them back. */
const SECRET =
  /^(?:.*(?:token|secret|passw(?:or)?d|passwd|signature|session|api_?key|auth|credential|otp|jwt|ticket|invite).*|sig|sid|key|code|x-amz-.+|x-goog-.+|phpsessid|jsessionid)$/i;

/** A fragment that a single-page app routes by: `#/inbox`, `#!/inbox`. Any other is a place in the page. */
const ROUTE = /^#!?\//;

const filterParameters = (address: URL, isDropped: (name: string, value: string) => boolean): void => {
  for (const [name, value] of Array.from(address.searchParams)) if (isDropped(name, value)) address.searchParams.delete(name);
};

/** Two spellings of one character are one (RFC 3986, section 6.2.2). */
const evenlyEscaped = (path: string): string =>
  path.replace(/%[\da-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });

/**
 * The key under which a page's clips are found. An address that can't be parsed is its own key.
 *
 * Two hosts are two pages, also `www.`, a phone's `m.` and AMP's: nothing in an address says that they show
 * the same, and a canonical link (`Source.canonical`) says it of whole sites by mistake. An address that
 * redirects is not looked through: a browser tells where it arrived.
 */
export function pageKey(typed: string): string {
  const address = URL.parse(typed);
  if (!address) return typed;
  // a text directive is a place in the page, behind a route too
  address.hash = ROUTE.test(address.hash) ? address.hash.replace(/:~:.*$/s, '') : '';
  if (address.protocol === 'file:') {
    // the letter of a Windows drive
    address.pathname = evenlyEscaped(address.pathname).replace(/^\/[a-z]:/, (drive) => drive.toUpperCase());
    return address.href;
  }
  if (!/^https?:$/.test(address.protocol)) return address.href;
  address.username = address.password = '';
  address.hostname = address.hostname.replace(/\.$/, '');
  const [, besides] = PLACE_OR_SHARE.find(([page]) => page.test(address.hostname + address.pathname)) ?? [];
  filterParameters(
    address,
    (name, value) =>
      TRACKING.test(name) ||
      SESSION.test(name) ||
      (FORUM_SESSION.test(name) && /^[\da-f]{32}$/i.test(value)) ||
      (besides?.test(name) ?? false),
  );
  address.searchParams.sort();
  address.pathname =
    evenlyEscaped(address.pathname)
      .replace(SESSION_IN_PATH, '')
      // what a server answers for a folder
      .replace(/\/index\.html?$/i, '')
      .replace(/\/+$/, '') || '/';
  // http and https serve the same page; the key is a name, never opened
  return address.href.replace(/^http:/, 'https:').replace(/\?$/, '');
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
  if (address.pathname.search(SESSION_IN_PATH) >= 0) dropped.push('session');
  address.pathname = address.pathname.replace(SESSION_IN_PATH, '');
  filterParameters(address, (name) => {
    const isDropped = TRACKING.test(name) || SECRET.test(name) || SESSION.test(name);
    if (isDropped && !dropped.includes(name)) dropped.push(name);
    return isDropped;
  });
  // where a browser is to scroll to (a text directive) is nobody's secret, and nobody's business
  const fragment = address.hash.replace(/:~:.*$/s, '');
  address.hash = fragment === '#' ? '' : shareableFragment(fragment, dropped);
  return { address: address.href, dropped };
}

function fileName(path: string): string {
  const name = path.split('/').pop() ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a name in bytes that are no UTF-8
  }
}

/** The host as a person reads it. */
export function siteOf(typed: string): string {
  const address = URL.parse(typed);
  if (!address) return '';
  return address.protocol === 'file:' ? fileName(address.pathname) : address.host.replace(/^www\./, '') || address.protocol;
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
