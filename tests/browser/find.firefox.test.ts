import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import type { FirefoxTab } from './drivers/firefoxTab.ts';
import { startCommunity, type RunningCommunity } from './drivers/server.ts';
import { until } from './drivers/waiting.ts';
import { find, keepRows, LIBRARY, MALFORMED, nameOf, QUERIES } from './find.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** Finding in Firefox, over the same rows and by the same queries as in Chromium. */
let pages: ServedPages;
let server: RunningCommunity;
let firefox: Firefox;
beforeAll(async () => {
  [pages, server, firefox] = await Promise.all([servePages(), startCommunity({ args: ['--demo'] }), launchFirefox()]);
  await keepRows(firefox, LIBRARY);
  await firefox.ask('joinCommunity', { link: server.invite ?? '', memberName: 'Fox' });
  await until('the posts are here', async () => (await firefox.readTable('posts')).length >= 12);
  await firefox.ask('saveSettings', { lastView: 'mine' });
});
afterAll(() => Promise.all([firefox?.close(), server?.stop(), pages?.close()]));

describe('in the popup', () => {
  let tab: FirefoxTab;
  const read = <T>(expression: string): Promise<NonNullable<T>> => firefox.readSurface('popup.html', expression);
  const search = (query: string): Promise<string[]> => read(find(query, 'view'));
  beforeAll(async () => {
    tab = await firefox.newTab(pages.url('docs'));
    await tab.activate();
    await firefox.clickAction();
    await read(`view.document.activeElement?.id === 'search'`);
  });
  afterAll(() => tab?.close());

  it.each(QUERIES)('%s', async (query, ...found) => {
    expect((await search(query)).map(nameOf)).toEqual(found);
  });
  it.each(MALFORMED)('%s is looked for as words', async (query, first) => {
    expect((await search(query)).map(nameOf)[0]).toBe(first);
  });

  it.each([
    ['latncy', 'grid', 'latency'],
    ['overlasp', 'toolbar', 'overlaps'],
    ['consen', 'consensus', 'consensus'],
    ['cafe creme', 'café', 'Café crème'],
    ['図書館', 'library', '図書館'],
  ])('“%s”, typed by keys, finds %s first, with what it matched marked in the reason', async (query, found, marked) => {
    await read(`(view.document.querySelector('#search').select(), view.document.execCommand('delete'), true)`);
    await firefox.typeInPopup(query);
    await read(`view.document.querySelector('#search').value === ${JSON.stringify(query)}`);
    const card = `view.document.querySelector('[data-card]')`;
    await until('the answer to all of it', async () => {
      const [label, marks] = await read<[string, string]>(
        `[${card}.getAttribute('aria-label'), [...${card}.querySelectorAll('.card-why mark')].map((mark) => mark.textContent).join(' ')]`,
      );
      return nameOf(label) === found && marks === marked;
    });
  });

  it('an operator and its value are completed by keys, and ArrowUp goes back from the cards to the search', async () => {
    await read(`(view.document.querySelector('#search').select(), view.document.execCommand('delete'), true)`);
    await firefox.typeInPopup('status:');
    await read(`view.document.querySelector('[role=option]')?.textContent.startsWith('status:open')`);
    await firefox.typeInPopup([...'acc', 'ArrowDown', 'Enter']);
    await read(`view.document.querySelector('#search').value === 'status:accepted '`);
    await read(`view.document.querySelector('[data-card]')?.getAttribute('aria-label').includes('dashboards')`);
    await firefox.typeInPopup(['ArrowDown']);
    await read(`view.document.activeElement.matches('[data-card]')`);
    // not by Escape: Firefox closes a popup on it, which never hears of the key
    await firefox.typeInPopup(['ArrowUp']);
    expect(await read(`view.document.activeElement.id === 'search'`)).toBe(true);
  });
});

describe('in the library', () => {
  let library: FirefoxTab;
  const search = (query: string): Promise<string[]> => library.evaluate<string[]>(find(query));
  const typed = async (query: string): Promise<void> => {
    await library.evaluate(`(document.querySelector('#search').focus(), document.querySelector('#search').select())`);
    await library.press('Delete');
    await library.waitFor(`!document.querySelector('.app-found')`);
    await library.type(query);
  };
  const value = (): Promise<string> => library.evaluate<string>(`document.querySelector('#search').value`);
  beforeAll(async () => {
    library = await firefox.newTab(firefox.url('library.html?q=latency'));
    await library.activate();
  });
  afterAll(() => library?.close());

  it('the search of its address is there, and Back goes to it from the next one', async () => {
    await library.waitFor(`document.querySelector('[data-card]')?.getAttribute('aria-label').includes('latency table')`);
    await search('overlaps');
    expect(await library.evaluate('location.search')).toBe('?q=overlaps');
    await library.evaluate('history.back()');
    await library.waitFor(`document.querySelector('[data-card]')?.getAttribute('aria-label').includes('latency table')`);
    expect(await value()).toBe('latency');
  });

  it.each(QUERIES)('%s', async (query, ...found) => {
    expect((await search(query)).map(nameOf)).toEqual(found);
  });
  it.each(MALFORMED)('%s is looked for as words', async (query, first) => {
    expect((await search(query)).map(nameOf)[0]).toBe(first);
  });

  it('a filter that is pressed finds as many as it says, and Back takes it out', async () => {
    await library.goto(firefox.url('library.html?q=is%3Amine'));
    const filter = `[...document.querySelectorAll('.facet label')].find((one) => one.querySelector('.facet-label').textContent === 'Decision')`;
    const said = await library.waitFor<string>(`${filter}?.querySelector('.facet-count').textContent`);
    await library.click(`document.querySelector('.facets') && ${filter}.querySelector('input')`);
    await library.waitFor(`document.querySelector('.app-count [role=status]')?.textContent === '${said} results'`);
    expect(await library.evaluate(`document.querySelectorAll('[data-card]').length`)).toBe(Number(said));
    expect(await library.evaluate(`${filter}.querySelector('input').checked`)).toBe(true);
    await library.evaluate('history.back()');
    await library.waitFor(`document.querySelector('#search').value === 'is:mine'`);
    await library.waitFor(`!${filter}.querySelector('input').checked`);
  });

  it('a search that stands in the address is completed at its end', async () => {
    await library.goto(firefox.url('library.html?q=tag%3Amachine'));
    await library.waitFor(`document.activeElement?.id === 'search'`);
    await until('its values are known', async () => {
      await library.press('Alt+ArrowDown');
      return library.evaluate(`document.querySelector('[role=option]')?.textContent.startsWith('tag:"machine learning"')`);
    });
    await library.press('Escape');
  });

  it('values are offered for the place that the arrows lead to', async () => {
    await typed('tag:machin grid');
    for (let steps = 0; steps < 5; steps++) await library.press('ArrowLeft');
    await library.press('Alt+ArrowDown');
    await library.waitFor(`document.querySelector('[role=option]')?.textContent.startsWith('tag:"machine learning"')`);
    await library.press('Escape');
  });

  it('an operator and its value are completed by keys', async () => {
    await typed('ta');
    await library.press('Alt+ArrowDown');
    await library.waitFor(`document.querySelector('[role=option][aria-selected=true]')?.textContent.startsWith('tag:')`);
    await library.press('Enter');
    await library.waitFor(`document.querySelector('[role=option]')?.textContent.startsWith('tag:accessibility')`);
    await library.type('machine');
    await library.press('ArrowDown');
    await library.press('Enter');
    expect(await value()).toBe('tag:"machine learning" ');
    await library.waitFor(`document.querySelector('[data-card]')?.getAttribute('aria-label').startsWith('Café crème')`);
  });

  it('Escape on a card goes back to the search, Ctrl+Enter on one shares it', async () => {
    await search('overlaps');
    await library.press('ArrowDown');
    await library.waitFor(`document.activeElement?.matches('[data-card]')`);
    await library.press('Escape');
    await library.waitFor(`document.activeElement?.id === 'search'`);
    await library.press('ArrowDown');
    await library.press('Control+Enter');
    await library.waitFor(`document.querySelector('.share-preview')?.textContent.includes('The toolbar overlaps')`);
    await library.press('Escape');
    await library.waitFor(`!document.querySelector('.share-preview')`);
  });
});

describe('from a page', () => {
  it('the real context menu searches for what is selected', async () => {
    const tab = await firefox.newTab(pages.url('docs'));
    await tab.activate();
    await tab.evaluate(`getSelection().selectAllChildren(document.querySelector('h1'))`);
    const selected = await tab.evaluate<string>(`getSelection().toString().trim()`);
    expect(await firefox.chooseInContextMenu(tab, 'h1', 'Search')).toBe(`Search Whence for “${selected}”`);
    const address = `library.html?${new URLSearchParams({ q: selected }).toString()}`;
    await until('the library opens', async () => (await firefox.openSurfaces()).includes(address));
    await tab.close();
  });
});

describe('in the address bar', () => {
  it('what is found is suggested by its reason as it is, and Enter shows all of it in the library', async () => {
    const tab = await firefox.newTab();
    await tab.activate();
    const suggested = await until('a suggestion', async () => {
      const all = await firefox.typeInAddressBar('why consens');
      return all.length > 1 ? all : undefined;
    });
    expect(suggested.slice(1)).toEqual(['Explains consensus with <b>three</b> generals & one letter — video.example.tv']);
    await firefox.takeInAddressBar(0);
    await tab.waitFor(`location.href === ${JSON.stringify(firefox.url('library.html?q=consens'))}`);
    await tab.waitFor(`document.querySelector('[data-card]')?.getAttribute('aria-label').startsWith('Explains consensus')`);
    await tab.close();
  });
});
