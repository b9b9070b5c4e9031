import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { openComposer } from './drivers/composer.ts';
import { damageExpression, DAMAGES } from './drivers/database.ts';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import type { FirefoxTab } from './drivers/firefoxTab.ts';
import type { Surface } from './drivers/surface.ts';
import { until } from './drivers/waiting.ts';
import { countOf, enter, find, indexed, keepManyClips, keepRows, LIBRARY, nameOf, putManyClips } from './find.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** Finding when the index is damaged, behind or large, and while others write. */
const DAMAGE_NAMES = Object.keys(DAMAGES) as (keyof typeof DAMAGES)[]; // its own keys

let pages: ServedPages;
let chromium: Chromium;
beforeAll(async () => {
  [pages, chromium] = await Promise.all([servePages(), launchChromium()]);
  await keepRows(chromium, LIBRARY);
});
afterAll(() => Promise.all([chromium?.close(), pages?.close()]));

/** Press the toolbar button on a page, and work with the popup that opens. */
async function inPopup(work: (popup: Surface) => Promise<void>): Promise<void> {
  const page = await chromium.newPage(pages.url('docs'));
  await chromium.clickAction(page);
  const popup = await chromium.attach('popup.html');
  try {
    await work(popup);
  } finally {
    await popup.close();
    await page.close();
  }
}

describe('the stored index', () => {
  it.each(DAMAGE_NAMES)('is built anew, and the popup answers all the while, when %s', async (damage) => {
    await (await chromium.backstage()).evaluate(damageExpression(damage));
    await inPopup(async (popup) => {
      // an answer at once, were it that nothing is found yet
      await popup.evaluate(find('overlaps'));
      await until('the popup finds it', async () => (await popup.evaluate<string[]>(find('overlaps'))).map(nameOf).join() === 'toolbar');
      expect((await popup.evaluate<string[]>(find('is:mine kind:clip'))).length).toBe(7);
      expect(await popup.evaluate(`document.querySelector('[role=alert]')`)).toBe(null);
    });
    await indexed(chromium);
  });
});

describe('a stored index whose file was lost', () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'whence-lost-file-'));
  afterAll(() => rmSync(profile, { recursive: true, force: true }));

  it('is built anew', async () => {
    const browser = await launchChromium({ profile });
    try {
      const MANY = 8_000;
      await keepManyClips(browser, MANY);
      // Chromium keeps large values beside its database
      const files = path.join(profile, 'Default', 'IndexedDB', `chrome-extension_${browser.id}_0.indexeddb.blob`);
      expect(readdirSync(files, { recursive: true })).not.toEqual([]);
      rmSync(files, { recursive: true });
      await expect(browser.readTable('searchIndex')).rejects.toThrow();
      const library = await browser.newPage(browser.url('library.html'));
      await library.evaluate(enter('tag:many'));
      await library
        .getByRole('status')
        .getByText(`${MANY.toLocaleString('en')} results`)
        .waitFor();
      await indexed(browser, 20_000);
      expect(await browser.readTable('searchIndex')).toHaveLength(2);
    } finally {
      await browser.close();
    }
  }, 60_000);
});

describe('of many clips', () => {
  const MANY = 5_000;
  const LIBRARY_CLIPS = LIBRARY['clips']?.length ?? 0;

  it('all are found in the end when the worker is stopped while it indexes them', async () => {
    await putManyClips(chromium, 3_000);
    await chromium.ask('rebuildIndex', undefined);
    await until('it has begun', async () => (await countOf(chromium, 'unindexed')) > 0);
    await chromium.killWorker();
    expect(await countOf(chromium, 'unindexed')).toBeGreaterThan(0);
    await inPopup(async (popup) => {
      await popup.evaluate(enter('tag:many'));
      await popup.waitFor(`document.querySelector('.app-count [role=status]').textContent === '3,000 results'`, 15_000);
      expect(await popup.evaluate<string>(enter('why:"later 2999"'))).toBe('1 result');
    });
    await indexed(chromium, 10_000);
  });

  it(`the popup opens on ${MANY.toLocaleString('en')}, finds the one, and walks through all of them by keys`, async () => {
    await keepManyClips(chromium, MANY);
    await chromium.ask('saveSettings', { lastView: 'mine' });
    await inPopup(async (popup) => {
      const label = (which: string): Promise<string> => popup.evaluate<string>(`${which}.getAttribute('aria-label')`);
      await popup.evaluate(`addEventListener('error', ({ message }) => (window.failed = message))`);
      await popup.evaluate(`addEventListener('unhandledrejection', ({ reason }) => (window.failed = String(reason)))`);
      await popup.waitFor(`document.querySelectorAll('[data-card]').length > 5`);
      expect(await label(`document.querySelector('[data-card]')`)).toBe('Keeps the latency table readable on a phone');
      await popup.evaluate(enter(`why:"later ${MANY - 1}"`));
      await popup.waitFor(`document.querySelectorAll('[data-card]').length === 1`);
      expect(await label(`document.querySelector('[data-card]')`)).toBe(`Kept for later ${MANY - 1}`);
      // all of them, by keys: the list is drawn where one is
      await popup.evaluate(enter('tag:many'));
      expect(await popup.evaluate(`document.querySelector('.app-count [role=status]').textContent`)).toBe(
        `${MANY.toLocaleString('en')} results`,
      );
      const focused = async (wanted: string): Promise<void> => {
        await until(`the focus on ${wanted}`, async () => (await label('document.activeElement')) === wanted);
      };
      await popup.press('ArrowDown');
      await focused('Kept for later 1');
      const toTheEnd = async (): Promise<void> => {
        // each End goes to the end of what was read, and twice as much is read then
        const isLast = async (): Promise<boolean> => (await label('document.activeElement')) === `Kept for later ${MANY}`;
        await until('End to lead to the last', async () => (await popup.press('End'), isLast()), 30_000);
      };
      const size = `document.activeElement.closest('li').getAttribute('aria-setsize')`;
      expect(await popup.evaluate(size)).toBe('-1');
      await toTheEnd();
      await popup.waitFor(`${size} === '${MANY}'`);
      await popup.press('ArrowUp');
      await focused(`Kept for later ${MANY - 1}`);
      await popup.press('Home');
      await focused('Kept for later 1');
      await popup.press('ArrowDown');
      await focused('Kept for later 2');
      expect(await popup.evaluate(`document.querySelectorAll('[data-card]').length`)).toBeLessThan(60);
      // another search begins at its best
      await popup.press('End');
      await popup.waitFor(`document.querySelector('.app-found').scrollTop > 0`);
      await popup.press('/');
      await popup.press('End');
      await popup.type(' kept');
      await popup.waitFor(`document.querySelector('.card-why mark') && document.querySelector('.app-found').scrollTop === 0`);
      // and so in the list of all that is mine
      await popup.press('Escape');
      await popup.waitFor(`document.querySelector('[role=tabpanel] [data-card]')`);
      await popup.press('ArrowDown');
      await toTheEnd();
      await popup.waitFor(`${size} === '${MANY + LIBRARY_CLIPS}'`);
      expect(await popup.evaluate('window.failed ?? null')).toBe(null);
    });
  }, 60_000);
});

describe('while two tabs keep clips', () => {
  it('a third that searches shows each of them at once, and none is lost', async () => {
    const [one, other] = [await chromium.newPage(pages.url('article')), await chromium.newPage(pages.url('docs'))];
    const library = await chromium.newPage(chromium.url('library.html?q=keptbesides'));
    await library.getByRole('status').getByText('Nothing found').waitFor();
    const whys: string[] = [];
    for (const round of [1, 2, 3]) {
      const composers: Frame[] = [];
      for (const [place, [tab, selector]] of (
        [
          [one, '#bees-text'],
          [other, 'p'],
        ] as const
      ).entries()) {
        // a tab that nobody sees gives no frame the caret
        await tab.bringToFront();
        const composer = await openComposer(chromium, tab, selector);
        whys.push(`keptbesides ${round} in tab ${place}`);
        await composer.locator('textarea').first().fill(`keptbesides ${round} in tab ${place}`);
        composers.push(composer);
      }
      await Promise.all(composers.map((composer) => composer.locator('textarea').first().press('Enter')));
      await library.bringToFront();
      await library.getByRole('status').getByText(`${whys.length} results`).waitFor();
    }
    const kept = (await chromium.readTable<Clip>('clips')).map(({ why }) => why);
    expect(kept).toEqual(expect.arrayContaining(whys));
    await Promise.all([one.close(), other.close(), library.close()]);
  });
});

describe('in Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await launchFirefox();
    await keepRows(firefox, LIBRARY);
  });
  afterAll(() => firefox?.close());

  it.each(['one bit was flipped in it', 'it is of an older form', 'it was deleted'] as const)(
    'the stored index is built anew, and the popup answers all the while, when %s',
    async (damage) => {
      await (await firefox.backstage()).evaluate(damageExpression(damage));
      const tab = await firefox.newTab(pages.url('docs'));
      await tab.activate();
      await firefox.clickAction();
      const search = (query: string): Promise<string[]> => firefox.readSurface('popup.html', find(query, 'view'));
      await search('overlaps');
      await until('the popup finds it', async () => (await search('overlaps')).map(nameOf).join() === 'toolbar');
      expect((await search('is:mine kind:clip')).length).toBe(7);
      await indexed(firefox);
      await firefox.readSurface('popup.html', '(view.close(), true)');
      await until('the popup closes', async () => !(await firefox.openSurfaces()).includes('popup.html'));
      await tab.close();
    },
  );

  it('a library that searches shows each clip that two tabs keep at once, and none is lost', async () => {
    const library = await firefox.newTab(firefox.url('library.html?q=keptbesides'));
    const said = `document.querySelector('.app-count [role=status]')?.textContent`;
    await library.waitFor(`${said} === 'Nothing found'`);
    const tabs = [await firefox.newTab(pages.url('article')), await firefox.newTab(pages.url('docs'))];
    const whys: string[] = [];
    const keep = async (tab: FirefoxTab, why: string): Promise<void> => {
      await tab.activate();
      await tab.evaluate(`getSelection().selectAllChildren(document.querySelector('p'))`);
      await firefox.command('clip');
      await until('the composer has the caret', async () =>
        (await tab.frame(firefox.url('composer.html'))).evaluate<boolean>(
          `document.activeElement?.matches('textarea') && document.activeElement.value === ''`,
        ),
      );
      await tab.type(why);
      await tab.press('Enter');
      whys.push(why);
    };
    for (const round of [1, 2]) {
      for (const [place, tab] of tabs.entries()) await keep(tab, `keptbesides ${round} in tab ${place}`);
      await library.waitFor(`${said} === '${whys.length} results'`);
    }
    expect((await firefox.readTable<Clip>('clips')).map(({ why }) => why)).toEqual(expect.arrayContaining(whys));
    await Promise.all([...tabs, library].map((tab) => tab.close()));
  });
});
