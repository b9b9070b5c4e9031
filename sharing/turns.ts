/** The last piece of work under each key, by what it works on. Nothing here has to survive: a worker that dies lets go of every turn. */
const queues = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Run `work` when everything that was started under the same key before it has ended. */
export async function inTurn<T>(owner: object, key: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(owner) ?? new Map<string, Promise<unknown>>();
  queues.set(owner, queue);
  const before = queue.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  queue.set(key, mine);
  try {
    return await mine;
  } finally {
    if (queue.get(key) === mine) queue.delete(key);
  }
}
