import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { liveQuery } from 'dexie';

/**
 * A signal that follows a database query, in this page or any other of the extension. `undefined`
 * until the first answer. `onError` hears of a database that can't be read.
 */
export const liveSignal = <T>(
  query: () => Promise<T>,
  end: AbortSignal,
  onError: (error: unknown) => void,
): ReadonlySignal<T | undefined> => liveSignalBy(() => query, end, onError);

/**
 * The same for a query that depends on signals: `queryNow` reads them, and answers what to ask the database, or nothing
 * while nobody wants to know. When they change, the last answer stands until the next one is there.
 */
export function liveSignalBy<T>(
  queryNow: () => (() => Promise<T>) | undefined,
  end: AbortSignal,
  onError: (error: unknown) => void,
): ReadonlySignal<T | undefined> {
  const value = signal<T | undefined>(undefined);
  const stop = effect(() => {
    const query = queryNow();
    if (!query) return undefined;
    const subscription = liveQuery(query).subscribe({ next: (next) => (value.value = next), error: onError });
    return () => subscription.unsubscribe();
  });
  end.addEventListener('abort', stop);
  return value;
}
