/** How safe what is kept is from the browser's own tidying, and how much room it takes. */
export interface Persistence {
  /** Whether the browser promises not to delete it when the disk runs full. */
  readonly persisted: boolean;
  /** Bytes, as the browser estimates them; absent where it does not say. */
  readonly usage: number | undefined;
  readonly quota: number | undefined;
}

/**
 * Ask the browser to keep what is stored, and report what it says. Asking again is harmless. A
 * browser that answers nothing or throws (private windows do) is one that promises nothing.
 */
export async function askPersistence(
  storage: Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>> | undefined,
): Promise<Persistence> {
  const persisted = await asked(async () => ((await storage?.persisted?.()) || (await storage?.persist?.())) ?? false, false);
  const { usage, quota } = await asked<StorageEstimate>(async () => (await storage?.estimate?.()) ?? {}, {});
  return { persisted, usage, quota };
}

async function asked<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask();
  } catch {
    return otherwise;
  }
}
