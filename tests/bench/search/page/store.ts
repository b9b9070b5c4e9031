import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Clip } from '../../../../domain/clip.ts';

/** What stands on the device: every clip a row, and an index as one value. */
class BenchStore extends Dexie {
  declare readonly clips: EntityTable<Clip, 'id'>;
  declare readonly index: Table<unknown, string>;

  constructor() {
    super('bench');
    this.version(1).stores({ clips: 'id', index: '' });
  }
}

export const store = new BenchStore();

/** Clips that the page has read stay for so many further reads, as in the product. */
const HELD = 600;
const held = new Map<string, Clip>();

/** The clips with these ids, in the order of the ids, read from the device unless they were just now. */
export async function readClips(ids: readonly string[]): Promise<readonly Clip[]> {
  const missing = ids.filter((id) => !held.has(id));
  for (const clip of missing.length > 0 ? await store.clips.bulkGet(missing) : []) if (clip) held.set(clip.id, clip);
  const clips = ids.flatMap((id) => {
    const clip = held.get(id);
    if (!clip) return [];
    // to the end of the queue
    held.delete(id);
    held.set(id, clip);
    return clip;
  });
  for (const id of held.keys()) {
    if (held.size <= HELD) break;
    held.delete(id);
  }
  return clips;
}

/** Give memory back. */
export const forgetClips = (): void => held.clear();
