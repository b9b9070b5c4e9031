import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import type { FirefoxTab } from './drivers/firefoxTab.ts';
import { startCommunity, type RunningCommunity } from './drivers/server.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

const select = (tab: FirefoxTab, selector: string): Promise<void> =>
  tab.evaluate(
    `(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector(${JSON.stringify(selector)})); getSelection().removeAllRanges(); getSelection().addRange(range); })()`,
  );

/** The texts that are marked; Firefox can't list the registry, so it is asked by the names of anchoring/paint.ts. */
const isMarked = (tab: FirefoxTab): Promise<boolean> =>
  tab.evaluate(`['w-1', 'w-2'].some((name) => (CSS.highlights.get(name)?.size ?? 0) > 0)`);

describe('the main job in Firefox', () => {
  let pages: ServedPages;
  let server: RunningCommunity;
  let firefox: Firefox;
  let tab: FirefoxTab;

  beforeAll(async () => {
    [pages, server, firefox] = await Promise.all([servePages(), startCommunity({ args: ['--demo'] }), launchFirefox()]);
    tab = await firefox.newTab(pages.url('article'));
    await tab.activate();
  });
  afterAll(() => Promise.all([firefox?.close(), server?.stop(), pages?.close()]));

  const composer = async (): Promise<FirefoxTab> => {
    const frame = await tab.frame(firefox.url('composer.html'));
    await frame.waitFor(`document.activeElement?.matches('textarea')`);
    return frame;
  };
  const keep = async (why: string): Promise<void> => {
    const frame = await composer();
    await tab.type(why);
    await tab.press('Enter');
    await frame.waitFor(`document.body.innerText.includes('Kept on this device')`);
  };

  it('the real shortcut opens the composer with the caret in why; Enter keeps, and the passage is marked', async () => {
    await select(tab, 'article p:nth-of-type(2)');
    await firefox.command('clip');
    await keep('Settles when to mow');
    expect(await firefox.readTable<Clip>('clips')).toMatchObject([{ why: 'Settles when to mow', kind: 'passage' }]);
    await until('the passage is marked', () => isMarked(tab));
  });

  it('is marked again when one comes back, after the event page was stopped', async () => {
    await firefox.terminateBackground();
    await tab.goto(pages.url('article'));
    await until('the passage is marked', () => isMarked(tab));
  });

  it('the real context menu clips too', async () => {
    await tab.goto(pages.url('docs'));
    await select(tab, 'p');
    expect(await firefox.chooseInContextMenu(tab, 'p')).toBe('Clip with why');
    await keep('by the menu');
    expect((await firefox.readTable<Clip>('clips')).map(({ why }) => why)).toContain('by the menu');
  });

  it('works under the strictest policy, and the page sees no key', async () => {
    for (const name of ['strict', 'keys'] as const) {
      await tab.goto(pages.url(name));
      await select(tab, 'p');
      await firefox.command('clip');
      await keep(`secret on ${name}`);
      expect(JSON.stringify(await tab.evaluate('window.__seen ?? []'))).not.toContain('secret');
    }
  });

  it('joins a community, finds its posts beside own clips, shares and replies', async () => {
    const library = await firefox.newTab(firefox.url('library.html#join'));
    await library.activate();
    const link = server.invite ?? '';
    await library.waitFor(`document.querySelector('.form input')`);
    await library.click('.form input');
    await library.type(link);
    await library.press('Enter');
    await library.waitFor(`document.querySelector('.invite-name')`);
    await library.waitFor(`document.activeElement?.matches('.form input')`);
    await library.type('Fox');
    await library.press('Enter');
    await library.waitFor(`document.querySelectorAll('.card').length >= 5`);
    await library.click('#search');
    await library.type('settles');
    await library.waitFor(`document.querySelector('.card-why')?.textContent === 'Settles when to mow'`);
    await library.press('ArrowDown');
    await library.click(`document.querySelector('[aria-label=Share]')`);
    await library.waitFor(`document.querySelector('.share-preview')`);
    await library.press('Enter');
    await library.waitFor(`document.body.innerText.includes('Shared with')`);
  });

  it('popup and sidebar show the same', async () => {
    await tab.goto(pages.url('article'));
    await tab.activate();
    await firefox.clickAction();
    expect(await firefox.readSurface('popup.html', `view.document.querySelector('.card-why')?.textContent === 'Settles when to mow'`)).toBe(
      true,
    );
    await firefox.openSidebar();
    expect(
      await firefox.readSurface('sidepanel.html', `view.document.querySelector('.card-why')?.textContent === 'Settles when to mow'`),
    ).toBe(true);
  });
});
