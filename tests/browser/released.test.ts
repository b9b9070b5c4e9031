import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Clip } from '../../domain/clip.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { badgeOf, composerIn, markedTexts } from './drivers/composer.ts';
import { openScreen, type Screen } from './drivers/screen.ts';
import { startCommunity, type RunningCommunity } from './drivers/server.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** Everything else runs the build for tests, which differs in one grant. This runs the one that people get. */
type Manifest = Record<string, unknown>;
const manifest = (build: string): Manifest => JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8')) as Manifest; // our own build's file

describe('the released manifest', () => {
  it.each(['chrome-mv3', 'firefox-mv3'])('of %s asks for no site, and the build for tests differs in that grant only', (build) => {
    const { optional_host_permissions: optional, ...released } = manifest(build);
    const { host_permissions: granted, ...test } = manifest(`${build}-test`);
    expect(released).toEqual(test);
    expect(optional).toEqual(granted);
    expect(released).not.toHaveProperty('host_permissions');
    expect(released).not.toHaveProperty('content_scripts');
  });
  it('asks for nothing that docs/permissions.md does not explain', () => {
    const explained = readFileSync('docs/permissions.md', 'utf8');
    for (const permission of manifest('chrome-mv3')['permissions'] as string[]) expect(explained).toContain(`| \`${permission}\``);
  });
});

describe('without access to any site', () => {
  let pages: ServedPages;
  let server: RunningCommunity;
  let chromium: Chromium;
  beforeAll(async () => {
    [pages, server, chromium] = await Promise.all([
      servePages(),
      startCommunity({ args: ['--demo'] }),
      launchChromium({ build: 'chrome-mv3' }),
    ]);
  });
  afterAll(() => Promise.all([chromium?.close(), server?.stop(), pages?.close()]));

  it('the toolbar button lets one clip the tab in front, which is marked then', async () => {
    const article = await chromium.newPage(pages.url('article'));
    await article.locator('article p').nth(1).selectText();
    await chromium.clickAction(article);
    const popup = await chromium.attach('popup.html');
    await popup.waitFor(`[...document.querySelectorAll('button')].some((button) => button.textContent === 'Clip this page')`);
    await popup.evaluate(`[...document.querySelectorAll('button')].find((button) => button.textContent === 'Clip this page').click()`);
    const frame = await composerIn(article);
    await frame.locator('textarea').first().fill('kept with one gesture');
    await frame.locator('textarea').first().press('Enter');
    await frame.getByText('Kept on this device').waitFor();
    expect(await chromium.readTable<Clip>('clips')).toMatchObject([{ why: 'kept with one gesture', kind: 'passage' }]);
    await until('it is marked', async () => (await markedTexts(article)).length === 1);
    await article.close();
  });

  it('a page that one comes back to is left alone', async () => {
    const article = await chromium.newPage(pages.url('article'));
    await article.locator('article p').nth(1).selectText();
    expect(await markedTexts(article)).toEqual([]);
    expect(await article.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
    expect(await badgeOf(chromium, article)).toBe('');
    await article.close();
  });

  it('a community is joined and read across origins, by its invite alone', async () => {
    const joined = await chromium.ask('joinCommunity', { link: server.invite ?? '', memberName: 'Newcomer' });
    expect(joined.ok).toBe(true);
    const library = await chromium.newPage(chromium.url('library.html'));
    await library.getByRole('tab', { name: 'Community' }).click();
    await until('the feed is there', async () => (await library.locator('.card').count()) >= 5);
    await library.getByText('Up to date').waitFor();
    await library.close();
  });

  it('a card opens its page with the passage in the address, for the browser to find', async () => {
    const library = await chromium.newPage(chromium.url('library.html'));
    await library.getByRole('tab', { name: 'Mine' }).click();
    const opened = chromium.context.waitForEvent('page');
    await library.locator('.card').first().getByRole('button', { name: 'Open at the passage' }).click();
    const page = await opened;
    await page.waitForLoadState();
    await until('the browser scrolls to the passage', () =>
      page.evaluate(() => performance.getEntriesByType('navigation')[0]?.name.includes(':~:text=For%20eleven%20years')),
    );
  });
});

describe('the browser’s own question', () => {
  let pages: ServedPages;
  let screen: Screen;
  let chromium: Chromium;
  let welcome: Page;
  beforeAll(async () => {
    [pages, screen] = await Promise.all([servePages(), openScreen()]);
    // the browser is a child of this process, and finds its screen by the environment
    process.env['DISPLAY'] = screen.display;
    chromium = await launchChromium({ build: 'chrome-mv3', headless: false });
    welcome = await until('the welcome page opens', () => chromium.context.pages().find((page) => page.url().endsWith('/welcome.html')));
    await welcome.bringToFront();
  });
  afterAll(async () => {
    await chromium?.close();
    screen?.close();
    await pages?.close();
  });
  const granted = (): Promise<boolean> => welcome.evaluate(() => chrome.permissions.contains({ origins: ['*://*/*'] }));

  /**
   * Nothing outside the browser can see its prompt, so the keys are pressed until the page hears of an
   * answer. Meanwhile the page is inert: a key that comes before the prompt does nothing there.
   */
  const answer = async (sentence: string, ...keys: readonly string[]): Promise<void> => {
    await welcome.getByRole('button', { name: 'Allow on all sites' }).click();
    await welcome.evaluate(() => void (document.body.inert = true));
    const said = welcome.getByText(sentence);
    await until(
      sentence,
      async () => {
        await screen.press(...keys);
        return said.waitFor({ timeout: 700 }).then(() => true);
      },
      15_000,
    );
    await welcome.evaluate(() => void (document.body.inert = false));
  };

  it('answered with no changes nothing, and says what still works', async () => {
    await answer('Nothing was changed.', 'Return');
    expect(await granted()).toBe(false);
  });

  it('can be put for one site alone, from the popup', async () => {
    const article = await chromium.newPage(pages.url('article'));
    await chromium.clickAction(article);
    const popup = await chromium.attach('popup.html');
    await popup.waitFor(
      `[...document.querySelectorAll('button')].some((button) => button.textContent === 'Always on ${new URL(pages.origin).host}')`,
    );
    await popup.close();
    await article.close();
    await welcome.bringToFront();
  });

  it('answered with yes marks pages that one comes back to, and shows the button', async () => {
    await answer('Whence may run on all sites.', 'Tab', 'Return');
    expect(await granted()).toBe(true);
    const article = await chromium.newPage(pages.url('article'));
    await article.locator('article p').nth(1).selectText();
    await until('the button shows', () => article.evaluate(() => document.querySelectorAll('html > [popover]').length === 1));
  });

  it('the real shortcut, by real keys, opens the composer', async () => {
    const article = await chromium.newPage(pages.url('docs'));
    await article.bringToFront();
    await article.locator('p').first().selectText();
    await screen.press('alt+shift+y');
    const frame = await composerIn(article);
    await article.keyboard.type('by real keys');
    await article.keyboard.press('Enter');
    await frame.getByText('Kept on this device').waitFor();
  });
});
