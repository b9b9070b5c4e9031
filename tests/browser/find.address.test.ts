import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip, markedTexts } from './drivers/composer.ts';
import { openScreen, type Screen } from './drivers/screen.ts';
import { until } from './drivers/waiting.ts';
import { find, keepRows, LIBRARY } from './find.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** Searches that come from elsewhere: the library's address, the context menu, the address bar. In a window, for its real keys. */
let pages: ServedPages;
let screen: Screen;
let chromium: Chromium;
beforeAll(async () => {
  [pages, screen] = await Promise.all([servePages(), openScreen()]);
  // the browser is a child of this process, and finds its screen by the environment
  process.env['DISPLAY'] = screen.display;
  chromium = await launchChromium({ headless: false });
  await keepRows(chromium, LIBRARY);
  const article = await chromium.newPage(pages.url('article'));
  await clip(chromium, article, { selector: '#bees-text', why: 'Counts what mowing costs the bees' });
  await article.close();
  chromium.context.setDefaultTimeout(5_000);
});
afterAll(async () => {
  await chromium?.close();
  screen?.close();
  await pages?.close();
});

describe('an address of the library', () => {
  const field = (library: Page) => library.getByRole('combobox', { name: 'Search your clips and communities' });
  const open = async (selectionText: string): Promise<Page> => {
    const page = await chromium.newPage(pages.url('docs'));
    const opened = chromium.context.waitForEvent('page');
    await chromium.dispatchContextMenu({ menuItemId: 'search', selectionText }, page);
    const library = await opened;
    await page.close();
    return library;
  };

  it('has the search: the context menu opens one, a reload keeps it, Back goes to the one before', async () => {
    const library = await open('latency table');
    const card = library.locator('.card', { hasText: 'Keeps the latency table' });
    await card.waitFor();
    expect(library.url()).toBe(`${chromium.url('library.html')}?q=latency+table`);
    await library.reload();
    await card.waitFor();
    expect(await field(library).inputValue()).toBe('latency table');
    await library.evaluate(find('overlaps'));
    expect(library.url()).toBe(`${chromium.url('library.html')}?q=overlaps`);
    await library.goBack();
    await card.waitFor();
    expect(await field(library).inputValue()).toBe('latency table');
    await library.goForward();
    await library.locator('.card', { hasText: 'The toolbar overlaps' }).waitFor();
    await library.close();
  });

  it('shows a hostile selection as the words that it is', async () => {
    const hostile = '<img src=x onerror=alert(1)> &#" overlaps';
    const library = await open(hostile);
    await library.locator('.card', { hasText: 'The toolbar overlaps' }).waitFor();
    expect(await field(library).inputValue()).toBe(hostile);
    expect(await library.locator('img[src=x]').count()).toBe(0);
    await library.close();
  });
});

describe('in the address bar', () => {
  it('what is found is suggested by its reason, the match marked, whatever is written in it', async () => {
    const [first] = await chromium.suggestions('consens');
    expect(first?.description).toBe(
      'Explains <match>consensus</match> with &#60;b&#62;three&#60;/b&#62; generals &#38; one letter <dim>video.example.tv</dim>',
    );
    expect((await chromium.suggestions('tag:css')).map(({ description }) => description.replace(/<.*/, '').trim())).toEqual([
      'Keeps the latency table readable on a phone',
      'The clearfix is what we leave behind',
    ]);
    expect(await chromium.suggestions('zebra')).toEqual([]);
  });

  it('a suggestion opens its clip’s page at the passage, and a decision in the library', async () => {
    const [bees] = await chromium.suggestions('bees cost');
    const opened = chromium.context.waitForEvent('page');
    await chromium.enterInAddressBar(bees?.content ?? '');
    const page = await opened;
    await page.waitForURL(pages.url('article'));
    await until('the passage is marked', async () => (await markedTexts(page)).some((text) => text.startsWith('We counted visits')));
    await page.close();
    const [question] = await chromium.suggestions('monorepo');
    const openedLibrary = chromium.context.waitForEvent('page');
    await chromium.enterInAddressBar(question?.content ?? '');
    const library = await openedLibrary;
    await library.getByRole('article', { name: /Do we keep the monorepo/ }).waitFor();
    await library.close();
  });

  it('Enter shows all of what is found, in the library', async () => {
    const opened = chromium.context.waitForEvent('page');
    await chromium.enterInAddressBar('tag:"machine learning" & more?');
    const library = await opened;
    await library.getByRole('combobox').waitFor();
    expect(await library.getByRole('combobox').inputValue()).toBe('tag:"machine learning" & more?');
    await library.close();
  });
});

describe('by real keys in the address bar', () => {
  beforeAll(async () => {
    const blank = await chromium.newPage('about:blank');
    await blank.bringToFront();
  });
  const typed = (text: string, ...then: string[]): Promise<void> => screen.press('ctrl+l', ...'why', 'space', ...text, ...then);
  const opened = (address: string): boolean => chromium.context.pages().some((page) => page.url() === address);

  it('“why”, a space, words and Enter show what is found in the library', async () => {
    await typed('mowing', 'Return');
    await until('the library opens', () => opened(chromium.url('library.html?q=mowing')));
  });

  it('the first suggestion opens the clip’s page', async () => {
    await until(
      'the page opens',
      async () => {
        // nothing tells when the suggestions are there; without them this shows the library once more
        await typed('mowing', 'Down', 'Return');
        return until('the page', () => opened(pages.url('article')), 1_000);
      },
      20_000,
    );
  });
});
