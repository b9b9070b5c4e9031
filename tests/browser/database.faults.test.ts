import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip, openComposer } from './drivers/composer.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** What a person is told, and keeps, when the device can't store. */
let pages: ServedPages;
let chromium: Chromium;
beforeAll(async () => {
  [pages, chromium] = await Promise.all([servePages(), launchChromium()]);
});
afterAll(() => Promise.all([chromium?.close(), pages?.close()]));

describe('when the disk is full', () => {
  it('the composer says so and keeps every word, and keeps the clip once there is room', async () => {
    const page = await chromium.newPage(pages.url('article'));
    const frame = await openComposer(chromium, page, 'h1');
    const worker = await chromium.worker();
    await worker.evaluate(() => {
      const { put, add } = IDBObjectStore.prototype;
      const refuse = () => {
        throw new DOMException('The disk is full', 'QuotaExceededError');
      };
      Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse });
      Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put, add }) });
    });
    await frame.locator('textarea').first().fill('written on a full disk');
    await frame.locator('textarea').first().press('Enter');
    await frame.getByRole('alert').waitFor();
    expect(await frame.getByRole('alert').innerText()).toMatch(/full|room|space/i);
    expect(await frame.locator('textarea').first().inputValue()).toBe('written on a full disk');
    await worker.evaluate(() => (globalThis as unknown as { makeRoom: () => void }).makeRoom());
    await frame.locator('textarea').first().press('Enter');
    await frame.getByText('Kept on this device').waitFor();
    expect((await chromium.readTable<Clip>('clips')).map(({ why }) => why)).toContain('written on a full disk');
    await page.close();
  });
});

describe('when another tab holds on to an older database', () => {
  it('every surface says so, nothing hangs, and all is well once that tab is closed', async () => {
    const page = await chromium.newPage(pages.url('docs'));
    const older = await chromium.newPage(chromium.url('icon/16.png'));
    // as a tab of an older version would: a connection that does not let go when it is asked to
    await older.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const gone = indexedDB.deleteDatabase('whence');
          gone.addEventListener('error', () => reject(gone.error));
          gone.addEventListener('success', () => {
            const held = indexedDB.open('whence', 1);
            held.addEventListener('success', () => {
              Object.assign(globalThis, { held: held.result });
              resolve();
            });
          });
        }),
    );
    await chromium.killWorker();
    const library = await chromium.newPage(chromium.url('library.html'));
    await library.getByRole('alert').getByText('holding the library').waitFor({ timeout: 10_000 });
    const answer = await chromium.ask('sendNow', undefined);
    expect(answer).toEqual({ ok: false, error: { code: 'database-blocked' } });
    await older.close();
    await library.getByRole('button', { name: 'Reload' }).click();
    await library.getByRole('tab', { name: 'Mine' }).waitFor();
    await clip(chromium, page, { selector: 'h1', why: 'after the older tab' });
    await library.getByRole('tab', { name: 'Mine' }).click();
    await library.locator('.card-why', { hasText: 'after the older tab' }).waitFor();
    await library.close();
    await page.close();
  });
});

describe('when a newer Whence has been here', () => {
  it('an open surface lets go at once and says what to do, and nothing is written', async () => {
    const library = await chromium.newPage(chromium.url('library.html'));
    await library.getByRole('tab', { name: 'Mine' }).waitFor();
    const newer = await chromium.newPage(chromium.url('icon/16.png'));
    await newer.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opened = indexedDB.open('whence', 1_000);
          opened.addEventListener('error', () => reject(opened.error));
          opened.addEventListener('blocked', () => reject(new Error('held by another tab')));
          opened.addEventListener('success', () => {
            opened.result.close();
            resolve();
          });
        }),
    );
    await library.getByRole('alert').waitFor();
    const answer = await chromium.ask('saveSettings', { button: false });
    expect(answer).toEqual({ ok: false, error: { code: 'database-newer' } });
  });
});
