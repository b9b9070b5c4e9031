export interface Timing {
  /** Milliseconds from the call to its answer. */
  readonly total: number;
  /** The longest that the page had to wait for its turn meanwhile, in milliseconds. */
  readonly longestTask: number;
  readonly found: number;
}

/**
 * Run some work in a page that is laid out and at rest. Meanwhile a message goes round as fast as the page lets it:
 * the longest time between two of its turns is the longest task, the short ones that nobody reports included.
 */
export async function timed(work: () => Promise<number>): Promise<Timing> {
  document.body.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  const { port1, port2 } = new MessageChannel();
  let longestTask = 0;
  let last = performance.now();
  let isOver = false;
  const ended = new Promise<void>((resolve) => {
    port1.addEventListener('message', () => {
      const now = performance.now();
      longestTask = Math.max(longestTask, now - last);
      last = now;
      if (isOver) resolve();
      else port2.postMessage(0);
    });
  });
  port1.start();
  port2.postMessage(0);
  const began = performance.now();
  const found = await work();
  const total = performance.now() - began;
  isOver = true;
  await ended;
  port1.close();
  return { total, longestTask, found };
}
