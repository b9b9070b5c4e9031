import { v7 } from 'uuid';
import type { Id, Instant } from '../domain/id.ts';

/** What a write needs from outside to stamp what it makes. */
export interface Stamp {
  readonly now: Instant;
  readonly newId: () => Id;
}

/** A UUIDv7: ids made one after the other on this device sort in that order. */
export const newId = (): Id => v7();

/** A member's token: 32 random bytes in base64url, 43 characters. */
export const newToken = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};
