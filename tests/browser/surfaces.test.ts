import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from './drivers/axe.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip } from './drivers/composer.ts';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import { startCommunity, type RunningCommunity } from './drivers/server.ts';
import type { Surface } from './drivers/surface.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** The real surfaces, by keyboard alone and by axe, with the demo community in them. */
const SURFACES = ['library.html', 'sidepanel.html', 'popup.html', 'options.html', 'welcome.html'] as const;

let pages: ServedPages;
let server: RunningCommunity;
beforeAll(async () => {
  [pages, server] = await Promise.all([servePages(), startCommunity({ args: ['--demo'] })]);
});
afterAll(() => Promise.all([server?.stop(), pages?.close()]));

describe('in Chromium', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
    const article = await chromium.newPage(pages.url('article'));
    await clip(chromium, article, { selector: 'article p:nth-of-type(2)', why: 'Settles when to mow' });
    await clip(chromium, article, { selector: 'h1', why: 'A title worth keeping' });
    await article.close();
    await chromium.ask('joinCommunity', { link: server.invite ?? '', memberName: 'Me' });
  });
  afterAll(() => chromium?.close());

  it.each(SURFACES)('axe finds nothing in %s, in light and in dark', async (file) => {
    const page = await chromium.newPage(chromium.url(file));
    await page.locator('h1, [role=tablist]').first().waitFor();
    for (const view of file === 'options.html' || file === 'welcome.html' ? [undefined] : ['Mine', 'Community']) {
      if (view) await page.getByRole('tab', { name: view }).click();
      for (const colorScheme of ['light', 'dark'] as const) {
        // without motion, so that no colour is caught on its way
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await findViolations(page)).toEqual([]);
      }
    }
    await page.close();
  });

  const focused = (popup: Surface): Promise<string> =>
    popup.evaluate(`(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim()`);

  it('the popup does all of its work by keyboard alone', async () => {
    const first = `document.querySelector('.card-why')?.textContent === 'Settles when to mow'`;
    const page = await chromium.newPage(pages.url('forum'));
    await chromium.ask('saveSettings', { lastView: 'page' });
    await chromium.clickAction(page);
    const popup = await chromium.attach('popup.html');
    await popup.waitFor(`document.activeElement?.matches('#search')`);
    // from the search to the views, and along them
    for (let steps = 0; steps < 8 && !(await popup.evaluate(`document.activeElement?.matches('[role=tab]')`)); steps++)
      await popup.press('Tab');
    await popup.press('ArrowRight');
    await popup.waitFor(`document.querySelector('[role=tab][aria-selected=true]')?.textContent.startsWith('Mine')`);
    // back to the search by its key, into the list by the arrow, along the cards and back
    await popup.press('/');
    await popup.type('settles when');
    await popup.waitFor(first);
    await popup.press('ArrowDown');
    expect(await focused(popup)).toBe('Settles when to mow');
    // into the card's own buttons: edit in place, and back out by Escape with the popup still open
    const reach = async (label: string): Promise<void> => {
      for (let steps = 0; steps < 12 && (await focused(popup)) !== label; steps++) await popup.press('Tab');
      expect(await focused(popup)).toBe(label);
    };
    await reach('Edit why and tags');
    await popup.press('Enter');
    await popup.waitFor(`document.activeElement?.matches('.edit-clip textarea')`);
    await popup.press('Escape');
    await popup.waitFor(`!document.querySelector('.edit-clip')`);
    // share: look at what goes out, and cancel
    await reach('Share');
    await popup.press('Enter');
    await popup.waitFor(`document.querySelector('.share-preview')`);
    await popup.press('Escape');
    await popup.waitFor(`!document.querySelector('.share-preview')`);
    // delete, and undo
    await popup.press('/');
    await popup.press('ArrowDown');
    await reach('Delete');
    await popup.press('Enter');
    await popup.waitFor(`document.querySelector('.toast')`);
    await reach('Undo');
    await popup.press('Enter');
    await popup.waitFor(first);
    await popup.close();
    await page.close();
  });

  it('what was understood of a search stands in chips; taking one out goes on with the rest', async () => {
    const library = await chromium.newPage(chromium.url('library.html'));
    const search = library.getByLabel('Search your clips and communities');
    await search.fill('settles -is:mine');
    const chips = library.getByRole('list', { name: 'Understood as' });
    await chips.getByText('not mine').waitFor();
    expect(await library.locator('.card', { hasText: 'Settles when to mow' }).count()).toBe(0);
    await chips.getByRole('button', { name: 'Take out: not mine' }).click();
    await library.locator('.card', { hasText: 'Settles when to mow' }).waitFor();
    expect(await search.inputValue()).toBe('settles');
    expect(await search.evaluate((input) => input === document.activeElement)).toBe(true);
    await library.close();
  });

  it('the side panel shows the same, and follows the tab in front', async () => {
    const page = await chromium.newPage(pages.url('article'));
    await chromium.ask('saveSettings', { lastView: 'page' });
    await chromium.clickAction(page);
    const popup = await chromium.attach('popup.html');
    await popup.waitFor(`document.querySelector('[aria-label="Keep open beside the page"]')`);
    await popup.click('[aria-label="Keep open beside the page"]');
    const panel = await chromium.attach('sidepanel.html');
    await panel.waitFor(`[...document.querySelectorAll('.card-why')].some((why) => why.textContent === 'Settles when to mow')`);
    const other = await chromium.newPage(pages.url('cjk'));
    await panel.waitFor(`document.querySelectorAll('.card').length === 0`);
    await other.close();
    await page.bringToFront();
    await panel.waitFor(`document.querySelectorAll('.card').length === 2`);
    await panel.close();
  });

  it('an invitation’s own page, with the toolbar button pressed, is joined in two steps', async () => {
    const second = await launchChromium();
    try {
      const page = await second.newPage(server.invite ?? '');
      await second.clickAction(page);
      const popup = await second.attach('popup.html');
      // the link is there; its server hears of nothing before one says so
      await popup.waitFor(`document.querySelector('.form input')?.value.includes('/join/')`);
      await popup.waitFor(`document.activeElement?.matches('.form input')`);
      await popup.press('Enter');
      await popup.waitFor(`document.querySelector('.invite-name')?.textContent`);
      await popup.waitFor(`document.activeElement?.matches('.form input')`);
      await popup.type('Walk-in');
      await popup.press('Enter');
      await popup.waitFor(`document.querySelectorAll('.card').length >= 5`);
    } finally {
      await second.close();
    }
  });
});

describe('in Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    // without motion, so that no colour is caught on its way
    firefox = await launchFirefox({ preferences: { 'ui.prefersReducedMotion': 1 } });
    await firefox.ask('joinCommunity', { link: server.invite ?? '', memberName: 'Fox' });
  });
  afterAll(() => firefox?.close());

  it.each(SURFACES)('axe finds nothing in %s, in light and in dark', async (file) => {
    const tab = await firefox.newTab(firefox.url(file));
    await tab.waitFor(`document.querySelector('h1, [role=tablist]')`);
    for (const scheme of ['light', 'dark'] as const) {
      await firefox.setColorScheme(scheme);
      await tab.waitFor(`matchMedia('(prefers-color-scheme: ${scheme})').matches`);
      expect(await findViolations(tab)).toEqual([]);
    }
    await tab.close();
  });
});
