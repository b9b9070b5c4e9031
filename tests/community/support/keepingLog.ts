import type { Log } from '../../../community/src/log.ts';

/** A log that keeps what it is given, to look at what gets into it. */
export function keepingLog(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (...said: unknown[]): void => void lines.push(JSON.stringify(said));
  return { log: { debug: keep, info: keep, warn: keep, error: keep }, lines };
}
