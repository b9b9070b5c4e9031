import type { Trail } from '../domain/clip.ts';
import { KEPT } from '../domain/limits.ts';
import { pageKey, shareableAddress, siteOf } from '../domain/pageAddress.ts';

/** A page that a tab came through. */
export interface Step {
  readonly address: string;
  readonly title: string;
  /** When it was opened, in milliseconds since 1970. */
  readonly at: number;
}

/** Pages before the one in front, as many as a clip's trail holds. */
const MOST_PAGES = 10;
/** What lies further back has led nowhere near: a day, in milliseconds. */
const LONGEST = 24 * 60 * 60 * 1_000;

/** Search engines, by the host of their results; and the parameter that holds what was searched for. */
const ENGINES: readonly (readonly [host: RegExp, path: RegExp, parameter: string])[] = [
  [/(?:^|\.)google\.[a-z]{2,3}(?:\.[a-z]{2})?$/, /^\/search$/, 'q'],
  [/(?:^|\.)bing\.com$/, /^\/search$/, 'q'],
  [/(?:^|\.)duckduckgo\.com$/, /^\/(?:html\/?|lite\/?)?$/, 'q'],
  [/(?:^|\.)startpage\.com$/, /^\/(?:do|sp)\/(?:d?search|metasearch\.pl)$/, 'query'],
  [/(?:^|\.)ecosia\.org$/, /^\/search$/, 'q'],
  [/^search\.brave\.com$/, /^\/search$/, 'q'],
  [/^kagi\.com$/, /^\/search$/, 'q'],
  [/^search\.yahoo\.com$|\.search\.yahoo\.com$/, /^\/search/, 'p'],
  [/(?:^|\.)baidu\.com$/, /^\/s$/, 'wd'],
  [/(?:^|\.)(?:yandex\.[a-z]{2,3}|ya\.ru)$/, /^\/search\/?$/, 'text'],
];

/** What was searched for, when the address is a known search engine's page of results. */
export function searchQuery(typed: string): string | undefined {
  const address = URL.parse(typed);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  const engine = ENGINES.find(([host, path]) => host.test(address.hostname) && path.test(address.pathname));
  return (engine && address.searchParams.get(engine[2])?.trim().slice(0, 500)) || undefined;
}

const isSamePage = (one: string, other: string): boolean => pageKey(one) === pageKey(other);
const originOf = (address: string): string | undefined => URL.parse(address)?.origin;

/**
 * The steps with the page that was opened now, the last one. They go on when the page was reached from where
 * they end (`from`: the referrer, of which browsers often tell the origin only); going back takes off what
 * came after; a page that was reached from nowhere begins anew.
 */
export function withStep(before: readonly Step[], step: Step, from: string): Step[] {
  const recent = before.filter(({ at }) => step.at - at < LONGEST);
  const known = recent.findIndex(({ address }) => isSamePage(address, step.address));
  if (known >= 0) return [...recent.slice(0, known), step];
  const last = recent.at(-1);
  const goesOn = last !== undefined && originOf(last.address) === originOf(from);
  if (goesOn) return [...recent, step].slice(-(MOST_PAGES + 1));
  return /^https?:/i.test(from) ? [{ address: from, title: siteOf(from), at: step.at }, step] : [step];
}

/**
 * How a tab came to the page at `address`: what was searched for, and the pages before it, without what in
 * their addresses may open a door. `undefined` when nothing led there.
 */
export function trailOf(steps: readonly Step[], address: string): Trail | undefined {
  const at = steps.findLastIndex((step) => isSamePage(step.address, address));
  const before = at < 0 ? [] : steps.slice(0, at);
  const query = before.map((step) => searchQuery(step.address)).findLast((words) => words !== undefined);
  const pages = before
    .filter((step) => searchQuery(step.address) === undefined)
    .map((step) => ({ address: shareableAddress(step.address).address, title: step.title.slice(0, KEPT.title) }))
    // one that is too long to be kept would keep the trail from being saved or restored
    .filter((page) => page.address.length <= KEPT.address)
    .slice(-MOST_PAGES);
  return query === undefined && pages.length === 0 ? undefined : { ...(query !== undefined && { query }), pages };
}
