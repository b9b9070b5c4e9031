import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { DATABASE_VERSION } from '../../storage/database.ts';
import { openDatabase } from '../../storage/open.ts';
import { codeOf, freshName, valueOf } from './samples.ts';

const patience = { blocked: 20, silent: 2_000 };

/** A database of another version, as another part of the extension would hold it. */
function hold(name: string, version: number, isStubborn: boolean): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains('clips')) request.result.createObjectStore('clips', { keyPath: 'id' });
    };
    request.addEventListener('error', () => reject(request.error));
    request.onsuccess = () => {
      const held = request.result;
      if (!isStubborn) held.onversionchange = () => held.close();
      resolve(held);
    };
  });
}

describe('opening the database', () => {
  it('answers instead of hanging when an older version is held open, and works once it is let go', async () => {
    const name = freshName();
    const held = await hold(name, 1, true);
    vi.spyOn(console, 'warn').mockReturnValue();
    expect(codeOf(await openDatabase({ name, patience }))).toBe('database-blocked');
    held.close();
    expect(codeOf(await openDatabase({ name, patience }))).toBe('ok');
  });

  it('waits for one that lets go', async () => {
    const name = freshName();
    await hold(name, 1, false);
    expect(codeOf(await openDatabase({ name, patience }))).toBe('ok');
  });

  it('answers when the browser says nothing at all', async () => {
    vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockImplementation(() => Object.create(EventTarget.prototype));
    expect(codeOf(await openDatabase({ name: freshName(), patience: { blocked: 10, silent: 10 } }))).toBe('database-blocked');
  });

  it('leaves a newer database alone', async () => {
    const name = freshName();
    const newer = await hold(name, (DATABASE_VERSION + 1) * 10, false);
    newer.close();
    expect(codeOf(await openDatabase({ name, patience }))).toBe('database-newer');
    const untouched = await hold(name, (DATABASE_VERSION + 1) * 10, false);
    expect([...untouched.objectStoreNames]).toEqual(['clips']);
  });

  it('lets go at once for a newer version, and tells', async () => {
    const name = freshName();
    const told = vi.fn();
    const database = valueOf(await openDatabase({ name, onOutdated: told }));
    const newer = await hold(name, (DATABASE_VERSION + 1) * 10, false);
    expect(told).toHaveBeenCalledOnce();
    expect(database.isOpen()).toBe(false);
    newer.close();
    await expect(database.clips.count()).rejects.toThrow();
  });

  it('says when there is no room', async () => {
    vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(codeOf(await openDatabase({ name: freshName(), patience }))).toBe('quota-exceeded');
  });
});
