import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip } from './drivers/composer.ts';
import { startCommunity, type RunningCommunity } from './drivers/server.ts';
import type { Surface } from './drivers/surface.ts';
import { until } from './drivers/waiting.ts';
import { find, keepRows, LIBRARY, MALFORMED, nameOf, QUERIES } from './find.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** Finding in Chromium, with a person's own clips and the demo community: every operator, and what a person does around it. */
let pages: ServedPages;
let server: RunningCommunity;
let chromium: Chromium;
beforeAll(async () => {
  [pages, server, chromium] = await Promise.all([servePages(), startCommunity({ args: ['--demo'] }), launchChromium()]);
  await keepRows(chromium, LIBRARY);
  await chromium.ask('joinCommunity', { link: server.invite ?? '', memberName: 'Me' });
  await until('the posts are here', async () => (await chromium.readTable('posts')).length >= 12);
  await chromium.ask('saveSettings', { lastView: 'mine' });
  chromium.context.setDefaultTimeout(5_000);
});
afterAll(() => Promise.all([chromium?.close(), server?.stop(), pages?.close()]));

describe('in the popup', () => {
  let page: Page;
  let popup: Surface;
  beforeAll(async () => {
    page = await chromium.newPage(pages.url('docs'));
    await chromium.clickAction(page);
    popup = await chromium.attach('popup.html');
    await popup.waitFor(`document.activeElement?.id === 'search'`);
  });
  afterAll(async () => {
    await popup?.close();
    await page?.close();
  });

  it.each(QUERIES)('%s', async (query, ...found) => {
    expect((await popup.evaluate<string[]>(find(query))).map(nameOf)).toEqual(found);
  });
  it.each(MALFORMED)('%s is looked for as words', async (query, first) => {
    expect((await popup.evaluate<string[]>(find(query))).map(nameOf)[0]).toBe(first);
  });

  const typed = async (query: string): Promise<void> => {
    await popup.evaluate(`document.querySelector('#search').select()`);
    await popup.press('Delete');
    await popup.waitFor(`!document.querySelector('.app-found')`);
    await popup.type(query);
  };
  it.each([
    ['latncy', 'grid', 'latency'],
    ['overlasp', 'toolbar', 'overlaps'],
    ['clearfxi', 'float', 'clearfix'],
    ['consen', 'consensus', 'consensus'],
    ['tooolb', 'toolbar', 'toolbar'],
    ['cafe creme', 'café', 'Café crème'],
    ['GOUTÉ', 'café', 'goûté'],
    ['図書館', 'library', '図書館'],
    ['東京', 'library', '東京'],
    ['generals', 'consensus', 'generals'],
  ])('“%s”, typed by keys, finds %s first, with what it matched marked in the reason', async (query, found, marked) => {
    await typed(query);
    const first = `document.querySelector('[data-card]')`;
    await popup.waitFor(`${first} && document.querySelector('.card-why mark')`);
    await until('the answer to all of it', async () => {
      const [label, marks] = await popup.evaluate<[string, string]>(
        `[${first}.getAttribute('aria-label'), [...${first}.querySelectorAll('.card-why mark')].map((mark) => mark.textContent).join(' ')]`,
      );
      return nameOf(label) === found && marks === marked;
    });
  });

  it('chips say what was understood; the cross of one takes it out, and the field has the rest and the caret', async () => {
    await popup.evaluate(find('is:mine -tag:css "latency table"'));
    const chips = `[...document.querySelectorAll('.query-chip')].map((chip) => chip.innerText.trim())`;
    expect(await popup.evaluate(chips)).toEqual(['mine', 'not tagged css', '“latency table”']);
    await popup.click('[aria-label="Take out: not tagged css"]');
    await popup.waitFor(`document.querySelector('[data-card]')`);
    expect(await popup.evaluate(chips)).toEqual(['mine', '“latency table”']);
    expect(await popup.evaluate(`document.querySelector('#search').value`)).toBe('is:mine "latency table"');
    expect(await popup.evaluate(`document.activeElement.id`)).toBe('search');
  });

  it('an operator and its value are completed by keys', async () => {
    await typed('sta');
    await popup.press('Alt+ArrowDown');
    await popup.waitFor(`document.querySelector('[role=option][aria-selected=true]')?.textContent.startsWith('status:')`);
    await popup.press('Enter');
    await popup.waitFor(
      `[...document.querySelectorAll('[role=option]')].some(({ textContent }) => textContent.startsWith('status:accepted'))`,
    );
    await popup.type('acc');
    await popup.press('ArrowDown');
    await popup.press('Enter');
    expect(await popup.evaluate(`document.querySelector('#search').value`)).toBe('status:accepted ');
    await popup.waitFor(`document.querySelector('[data-card]')?.getAttribute('aria-label').includes('dashboards')`);
    expect(await popup.evaluate(`document.querySelector('[role=listbox]')`)).toBe(null);
  });

  it('a question that nothing answers begins with the words of the search, and is there again after Escape', async () => {
    const button = `[...document.querySelectorAll('button')].find((one) => one.textContent.startsWith('Ask '))`;
    const question = `document.querySelector('.app-sheet textarea')`;
    await typed('zebra tag:css');
    await popup.waitFor(button);
    await popup.evaluate(`${button}.click()`);
    await popup.waitFor(`document.activeElement === ${question}`);
    expect(await popup.evaluate(`${question}.value`)).toBe('zebra');
    await popup.type(' stripes?');
    await popup.press('Escape');
    await popup.waitFor(`!${question} && ${button}`);
    await popup.evaluate(`${button}.click()`);
    await popup.waitFor(`${question}?.value === 'zebra stripes?'`);
    await popup.press('Escape');
    await popup.waitFor(button);
  });

  it('Escape on a card goes back to the search, Ctrl+Enter on one shares it, and the popup stays', async () => {
    await popup.evaluate(find('overlaps'));
    await popup.press('ArrowDown');
    await popup.waitFor(`document.activeElement?.matches('[data-card]')`);
    await popup.press('Escape');
    await popup.waitFor(`document.activeElement?.id === 'search'`);
    await popup.press('ArrowDown');
    await popup.press('Control+Enter');
    await popup.waitFor(`document.querySelector('.share-preview')?.textContent.includes('The toolbar overlaps')`);
    await popup.press('Escape');
    await popup.waitFor(`!document.querySelector('.share-preview')`);
  });
});

it('in the side panel what is typed finds, and arrows and Enter lead through it', async () => {
  const page = await chromium.newPage(pages.url('docs'));
  await page.bringToFront();
  const panel = await chromium.openPanel();
  await panel.waitFor(`document.querySelector('#search')`);
  await panel.evaluate(`document.querySelector('#search').focus()`);
  await panel.type('overlasp');
  await panel.waitFor(`document.querySelector('[data-card] .card-why mark')?.textContent === 'overlaps'`);
  await panel.press('Escape');
  await panel.type('status:acc');
  await panel.press('ArrowDown');
  await panel.press('Enter');
  expect(await panel.evaluate(`document.querySelector('#search').value`)).toBe('status:accepted ');
  await panel.waitFor(`document.querySelector('[data-card]')?.getAttribute('aria-label').includes('dashboards')`);
  await panel.press('ArrowDown');
  await panel.waitFor(`document.activeElement?.matches('[data-card]')`);
  // a decision's card finds what leads to it
  await panel.press('Enter');
  await panel.waitFor(`document.querySelector('[data-card]')?.getAttribute('aria-label').includes('latency table')`);
  expect(await panel.evaluate(`document.querySelector('#search').value`)).toBe('has:decision "Which layout do dashboards get?"');
  await panel.close();
  await page.close();
});

describe('in the library', () => {
  let library: Page;
  beforeAll(async () => {
    const article = await chromium.newPage(pages.url('article'));
    await clip(chromium, article, { selector: '#bees-text', why: 'Counts what mowing costs the bees' });
    await clip(chromium, article, { selector: '#last', why: 'When we would go back to mowing, whatever it costs the bees' });
    await article.close();
    library = await chromium.newPage(chromium.url('library.html'));
  });
  afterAll(() => library?.close());

  const search = (query: string): Promise<string[]> => library.evaluate<string[]>(find(query));
  const field = () => library.getByRole('combobox', { name: 'Search your clips and communities' });
  const isFocused = (element: Locator): Promise<unknown> =>
    until('it has the focus', () => element.evaluate((one) => one === document.activeElement));

  it.each(QUERIES)('%s', async (query, ...found) => {
    const names = (await search(query)).map(nameOf);
    expect(names.filter((name) => !name.includes('mowing'))).toEqual(found);
  });
  it.each(MALFORMED)('%s is looked for as words', async (query, first) => {
    expect((await search(query)).map(nameOf)[0]).toBe(first);
  });

  it('values are offered from what is kept, the most used first', async () => {
    await field().fill('');
    await field().pressSequentially('tag:');
    await library.getByRole('option').first().waitFor();
    expect(await library.getByRole('option').first().textContent()).toContain('tag:accessibility');
    await field().pressSequentially('machine');
    await field().press('ArrowDown');
    await field().press('Enter');
    expect(await field().inputValue()).toBe('tag:"machine learning" ');
    await library.locator('.card', { hasText: 'Café crème' }).waitFor();
  });

  it('filters beside the results count them, and pressing one changes the search and the other counts', async () => {
    await search('is:mine');
    const filters = library.getByRole('region', { name: 'Tag' });
    const kinds = library.getByRole('region', { name: 'Kind' });
    await kinds.getByRole('checkbox', { name: 'Passage 4', exact: true }).waitFor();
    await filters.getByRole('checkbox', { name: 'bug 1' }).click();
    await library.locator('.card', { hasText: 'The toolbar overlaps' }).waitFor();
    expect(await field().inputValue()).toContain('tag:bug');
    // one kind that all of them are tells nothing
    await kinds.waitFor({ state: 'detached' });
    // another value of the same filter widens
    await filters.getByRole('checkbox', { name: 'talk 1' }).click();
    await library.getByRole('status').getByText('2 results').waitFor();
    await kinds.getByRole('checkbox', { name: 'Moment 1', exact: true }).waitFor();
    await filters.getByRole('checkbox', { name: 'bug' }).click();
    await filters.getByRole('checkbox', { name: 'talk' }).click();
    await kinds.getByRole('checkbox', { name: 'Passage 4', exact: true }).waitFor();
    expect((await field().inputValue()).trim()).toBe('is:mine');
  });

  it('when nothing is found, words that are near and fewer conditions lead on', async () => {
    await search('latencytable tag:css');
    await library.getByRole('button', { name: 'latency table' }).click();
    await library.locator('.card', { hasText: 'latency table' }).waitFor();
    await search('overlaps tag:css kind:page');
    await library.getByRole('button', { name: '1 without any filter' }).click();
    await library.locator('.card', { hasText: 'The toolbar overlaps' }).waitFor();
    expect((await field().inputValue()).trim()).toBe('overlaps');
    await search('overlaps tag:css');
    await library.getByRole('button', { name: '1 without “tagged css”' }).click();
    await library.locator('.card', { hasText: 'The toolbar overlaps' }).waitFor();
  });

  it('what was found on the same page stands under the best of it, folded', async () => {
    await search('mowing');
    expect(await library.locator('[data-card]').count()).toBe(1);
    await library.getByRole('button', { name: '1 more from this page' }).click();
    expect(await library.locator('[data-card]').count()).toBe(2);
  });

  it('a decision is a card that says where it stands; opening it finds what leads to it', async () => {
    await search('dashboards kind:decision');
    const card = library.getByRole('article', { name: 'Decision: Which layout do dashboards get?, Accepted' });
    expect(await card.textContent()).toContain('1 clip leads to it');
    await card.press('Enter');
    await library.locator('.card', { hasText: 'Keeps the latency table' }).waitFor();
    expect(await field().inputValue()).toBe('has:decision "Which layout do dashboards get?"');
  });

  it('a post that only a reply answers shows the reply, the match marked', async () => {
    expect((await search('flicker')).map(nameOf)).toEqual(['state post']);
    const around = library.locator('.card-around');
    expect(await around.textContent()).toMatch(/^In a reply: .*and the flicker with them\.$/);
    expect(await around.locator('mark').allTextContents()).toEqual(['flicker']);
  });

  it('a decision that nothing leads to is shown itself, and Escape leads back to what was found', async () => {
    await search('monorepo kind:decision');
    const card = library.getByRole('article', { name: /monorepo/ });
    await card.press('Enter');
    const back = library.getByRole('button', { name: 'Back to what was found' });
    await back.waitFor();
    await isFocused(card);
    expect(new URL(library.url()).hash).toMatch(/^#card=decision/);
    await library.keyboard.press('Escape');
    await back.waitFor({ state: 'detached' });
    await isFocused(card);
    expect(await field().inputValue()).toBe('monorepo kind:decision');
    expect(new URL(library.url()).hash).toBe('');
  });

  it('what is like a card opens in its place with the focus, and the way back leads to that card, also one that was folded', async () => {
    await search('mowing');
    await library.getByRole('button', { name: '1 more from this page' }).click();
    const folded = library.getByRole('list', { name: 'From the same page' }).getByRole('article');
    const label = (await folded.getAttribute('aria-label')) ?? '';
    await folded.getByRole('button', { name: 'Related' }).click();
    await folded.locator('.related-entry').first().click();
    const back = library.getByRole('button', { name: 'Back to what was found' });
    await back.waitFor();
    await isFocused(library.getByRole('article'));
    await back.click();
    await isFocused(library.getByRole('article', { name: label }));
    expect(await field().inputValue()).toBe('mowing');
  });

  it('a search is saved with what it finds now, done again, and forgotten', async () => {
    await search('tag:css');
    await library.getByRole('button', { name: 'Save this search' }).click();
    await field().fill('');
    const saved = library.getByRole('list', { name: 'Saved searches' });
    await saved.getByRole('button', { name: 'tag:css 2 results' }).click();
    await library.locator('.card', { hasText: 'clearfix' }).waitFor();
    await field().fill('');
    await saved.getByRole('button', { name: 'Forget: tag:css' }).click();
    await saved.waitFor({ state: 'detached' });
    await isFocused(field());
  });

  it('a search that led to a page is offered by an empty field, and forgotten by Delete', async () => {
    await search('bees');
    const opened = chromium.context.waitForEvent('page');
    await library.locator('[data-card]').first().press('Enter');
    await (await opened).close();
    await library.bringToFront();
    await field().fill('');
    await field().press('Alt+ArrowDown');
    const recent = library.getByRole('option', { name: 'bees recent' });
    expect(await recent.getAttribute('aria-selected')).toBe('true');
    await field().press('Delete');
    await recent.waitFor({ state: 'detached' });
    await field().press('Escape');
  });
});
