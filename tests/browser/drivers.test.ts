import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from './drivers/axe.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages();
});
afterAll(() => pages.close());

describe('Chromium, driven', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  });
  afterAll(() => chromium.close());

  it('has a worker that forgets everything when it is stopped, and starts again', async () => {
    const before = await chromium.worker();
    await before.evaluate(() => Object.assign(globalThis, { remembered: true }));
    await chromium.killWorker();
    const after = await chromium.worker();
    expect(await after.evaluate(() => 'remembered' in globalThis)).toBe(false);
  });
  it('opens the real popup, in the size and the colours that it has there', async () => {
    const page = await chromium.newPage(pages.url('article'));
    await chromium.clickAction(page);
    const popup = await chromium.attach('popup.html');
    expect(await popup.evaluate(() => innerWidth)).toBeLessThan(801);
    await popup.setColorScheme('dark');
    expect(await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await popup.close();
    await page.close();
  });
  it('opens the side panel, and types into it as a person does', async () => {
    const panel = await chromium.openPanel();
    expect(await panel.evaluate(() => location.pathname)).toBe('/sidepanel.html');
    await panel.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'typed';
      field.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9';
      document.body.prepend(field);
    });
    await panel.click('#typed');
    await panel.type('a+b é');
    await panel.press('Shift+ArrowLeft');
    await panel.type('ö');
    expect(await panel.evaluate(`document.getElementById('typed').value`)).toBe('a+b ö');
    await panel.close();
  });
  it('reads a table that is not there as empty, and makes no database by looking', async () => {
    expect(await chromium.readTable('no-such-table')).toEqual([]);
  });
  it('finds what axe objects to', async () => {
    const page = await chromium.newPage(pages.url('article'));
    const before = await findViolations(page);
    await page.evaluate(() => document.querySelector('article')?.append(document.createElement('button')));
    const after = await findViolations(page);
    expect(after.map(({ rule }) => rule)).toEqual([...before.map(({ rule }) => rule), 'button-name'].toSorted());
    await page.close();
  });
});

describe('Firefox, driven', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await launchFirefox();
  });
  afterAll(() => firefox.close());

  it('presses keys, and the entry of Whence in the context menu', async () => {
    const tab = await firefox.newTab(pages.url('form'));
    await tab.click('#where');
    await tab.press('Control+a');
    await tab.type('here + é');
    expect(await tab.evaluate(`document.getElementById('where').value`)).toBe('here + é');
    expect(await firefox.chooseInContextMenu(tab, '#intro')).toMatch(/\S/);
    await tab.close();
  });
  it('stops the event page, which starts again when it is asked', async () => {
    await firefox.terminateBackground();
    const answer = await until('an answer', () => firefox.ask('sendNow', undefined));
    expect(answer).toHaveProperty('ok');
  });
  it('shows the popup and the sidebar', async () => {
    const tab = await firefox.newTab(pages.url('article'));
    await tab.activate();
    await firefox.clickAction();
    await firefox.openSidebar();
    expect(await firefox.readSurface('popup.html', `view.document.readyState === 'complete'`)).toBe(true);
    expect(await firefox.readSurface('sidepanel.html', `view.document.readyState === 'complete'`)).toBe(true);
    await tab.close();
  });
});
