import type { Selector } from './selector.ts';

/** Words kept at each end of a long quote: enough to be found, short enough for an address. */
const WORDS_AT_EACH_END = 6;
const LONGEST_WHOLE = 120;

const encode = (text: string): string => encodeURIComponent(text).replace(/-/g, '%2D');

/**
 * The page's address with a text directive (https://wicg.github.io/scroll-to-text-fragment/), so that
 * a browser scrolls to the passage and marks it by itself where Whence has no access to the page.
 */
export function addressAtPassage(address: string, selectors: readonly Selector[]): string {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact.trim();
  const target = URL.parse(address);
  if (!quote || !target || !/^(?:https?|file):$/.test(target.protocol)) return address;
  const words = quote.split(/\s+/);
  // a directive can't span blocks in its whole form, so a quote with line breaks goes by its two ends
  const isWhole = quote.length <= LONGEST_WHOLE && !quote.includes('\n');
  const first = words.slice(0, WORDS_AT_EACH_END).join(' ');
  const last = words.slice(-Math.min(WORDS_AT_EACH_END, Math.max(1, words.length - WORDS_AT_EACH_END))).join(' ');
  const directive = isWhole || words.length === 1 ? encode(quote.replace(/\s+/g, ' ')) : `${encode(first)},${encode(last)}`;
  return `${target.href}${target.hash ? '' : '#'}:~:text=${directive}`;
}
