import { signal, type ReadonlySignal } from '@preact/signals';
import { liveQuery } from 'dexie';

/**
 * A signal that follows a database query, in this page or any other of the extension. `undefined`
 * until the first answer. `onError` hears of a database that can't be read.
 */
export function liveSignal<T>(
  query: () => Promise<T>,
  signalEnd: AbortSignal,
  onError: (error: unknown) => void,
): ReadonlySignal<T | undefined> {
  const value = signal<T | undefined>(undefined);
  const subscription = liveQuery(query).subscribe({ next: (next) => (value.value = next), error: onError });
  signalEnd.addEventListener('abort', () => subscription.unsubscribe());
  return value;
}
