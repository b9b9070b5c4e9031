import { KEPT } from '../domain/limits.ts';

/** An address that can be opened again later, made whole against the page's own; absent for anything else, and when too long. */
export function openableAddress(typed: string | null | undefined, base: string): string | undefined {
  const address = typed ? URL.parse(typed, base) : null;
  return address && /^(?:https?|file):$/.test(address.protocol) && address.href.length <= KEPT.address ? address.href : undefined;
}
