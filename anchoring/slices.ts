/** No slice of work holds the page longer than this, in milliseconds: half a frame. */
const SLICE = 8;

/** Whether the current slice is used up, and a way to let the page have a turn. */
export interface Slices {
  isOver(): boolean;
  /** Lets the page run, then begins the next slice. Throws the signal's reason when it was aborted. */
  next(): Promise<void>;
}

const yieldToPage = (): Promise<unknown> =>
  // not scheduler.yield(): it goes on before the page's own timers, which then wait until all is done
  globalThis.scheduler?.postTask ? globalThis.scheduler.postTask(() => undefined) : new Promise((resolve) => setTimeout(resolve));

export function createSlices(signal?: AbortSignal): Slices {
  let end = performance.now() + SLICE;
  return {
    isOver: () => performance.now() >= end,
    async next() {
      await yieldToPage();
      signal?.throwIfAborted();
      end = performance.now() + SLICE;
    },
  };
}
