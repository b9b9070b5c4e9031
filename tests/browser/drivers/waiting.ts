import { setTimeout as pause } from 'node:timers/promises';

/**
 * Ask again until the answer is truthy, and give it back. An error counts as "not yet".
 * Throws after `ms` milliseconds, naming `what` and the last answer.
 */
export async function until<T>(what: string, look: () => Promise<T> | T, ms = 5_000): Promise<NonNullable<T>> {
  const end = performance.now() + ms;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const answer = await look();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    await pause(20);
  }
  throw new Error(`${what}: not within ${ms} ms (last: ${JSON.stringify(last)})`);
}
