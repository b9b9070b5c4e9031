import { foldText } from '../foldText.ts';
import type { FactOperator } from '../operator.ts';

/** Without what people paste along: the scheme, a wildcard, `www.`, a closing slash. */
const bare = (address: string): string =>
  address
    .replace(/^[a-z][a-z\d+.-]*:\/\//, '')
    .replace(/^(?:\*?\.|www\.)+/, '')
    .replace(/[/?#*]+$/, '');

const withoutPort = (site: string): string => site.replace(/:\d+$/, '');

/** Hosts in other scripts are kept as browsers spell them: `xn--…`. */
const asciiHost = (site: string): string => (/^[\x20-\x7e]*$/.test(site) ? site : (URL.parse(`http://${site}`)?.host ?? site));

/** `site:example.com`, its subdomains too; `site:example`; `site:example.com/docs` and what is under it. */
export const siteOperator = {
  type: 'fact',
  name: 'site',
  read: (typed) => {
    const asked = bare(typed.trim().toLowerCase());
    const slash = asked.indexOf('/');
    if (slash >= 0) return asciiHost(asked.slice(0, slash)) + asked.slice(slash);
    return /[\p{L}\p{N}]/u.test(asked) ? asciiHost(asked) : undefined;
  },
  factOf: (asked) => (asked.includes('/') ? 'address' : 'site'),
  accepts: (asked, held) => {
    const site = bare(held.toLowerCase());
    if (asked.includes('/')) return isUnder(asked, site);
    const host = asked.includes(':') ? site : withoutPort(site);
    // one word is a domain's name, or the end of one: github, gov
    if (!asked.includes('.')) return host.split('.').includes(asked) || foldText(host) === asked;
    return host === asked || host.endsWith(`.${asked}`);
  },
  acceptedBy: (held) => {
    const site = bare(held.toLowerCase());
    return [...new Set([site, withoutPort(site)])].flatMap((host) => {
      const labels = host.split('.');
      return [foldText(host), ...labels, ...labels.map((_, place) => labels.slice(place).join('.'))];
    });
  },
  values: [],
} as const satisfies FactOperator;

const isUnder = (asked: string, address: string): boolean => address === asked || /^[/?#]/.test(after(asked, address));

/** What follows the asked address, where the other begins with it, on its host or on a subdomain. */
function after(asked: string, address: string): string {
  const slash = address.indexOf('/');
  const host = asked.slice(0, asked.indexOf('/'));
  const isThere = slash >= 0 && `.${address.slice(0, slash)}`.endsWith(`.${host}`);
  const rest = address.slice(slash - host.length);
  return isThere && rest.startsWith(asked) ? rest.slice(asked.length) || '/' : '';
}
