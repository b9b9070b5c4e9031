import { shareableAddress } from '../domain/pageAddress.ts';
import type { Selector } from '../domain/selector.ts';
import { addressAtPassage } from '../domain/textFragment.ts';

/**
 * Puts a link that opens at a passage onto the clipboard: it goes to other people, so it carries what a shared
 * clip's address does. Absent where there is no passage, or no address that others could open.
 */
export function passageLinkCopier(address: string, selectors: readonly Selector[]): (() => Promise<void>) | undefined {
  if (!/^https?:/i.test(address) || !selectors.some(({ type }) => type === 'TextQuoteSelector')) return undefined;
  return () => navigator.clipboard.writeText(addressAtPassage(shareableAddress(address).address, selectors));
}
