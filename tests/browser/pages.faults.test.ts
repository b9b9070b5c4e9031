import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Clip } from '../../domain/clip.ts';
import type { Draft } from '../../domain/draft.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip, composerFrame, composerIn, markedTexts, openComposer } from './drivers/composer.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type PageName, type ServedPages } from './pages/serve.ts';

/** Pages that make it hard, and what happens to what a person wrote when something breaks. */
let pages: ServedPages;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  [pages, chromium] = await Promise.all([servePages(), launchChromium()]);
});
afterAll(() => Promise.all([chromium?.close(), pages?.close()]));
afterEach(() => page?.close());

const open = async (name: PageName): Promise<Page> => (page = await chromium.newPage(pages.url(name)));
const clips = (): Promise<readonly Clip[]> => chromium.readTable<Clip>('clips');
const kept = async (why: string): Promise<Clip | undefined> => (await clips()).find((one) => one.why === why);

describe('a page', () => {
  it('whose policy forbids everything is clipped and marked as any other', async () => {
    await open('strict');
    await clip(chromium, page, { selector: 'p', why: 'strict' });
    expect((await kept('strict'))?.quote).toBeTruthy();
    await until('it is marked', async () => (await markedTexts(page)).length > 0);
  });

  it('that listens for every key sees none that is typed in the composer', async () => {
    await open('keys');
    await page.locator('p').first().click();
    await page.keyboard.press('x');
    const seen = (): Promise<string> => page.evaluate(() => JSON.stringify((window as unknown as { __seen: unknown }).__seen));
    expect(await seen()).toContain('"x"');
    await clip(chromium, page, { selector: 'p', why: 'qzj unseen' });
    expect(await kept('qzj unseen')).toBeDefined();
    expect(await seen()).not.toContain('"q"');
  });

  it('that restyles every element leaves the composer as it is', async () => {
    await open('restyled');
    const frame = await openComposer(chromium, page, 'p');
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const box = await (await frame.frameElement()).boundingBox();
    expect(box?.width).toBe(400);
    expect(box && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    await page.keyboard.type('restyled');
    await page.keyboard.press('Enter');
    await frame.getByText('Kept on this device').waitFor();
  });

  it('with a modal dialog open takes the composer inside it', async () => {
    await open('modal');
    await clip(chromium, page, { selector: '#within', why: 'inside the dialog' });
    expect((await kept('inside the dialog'))?.quote).toContain('The library lends tools');
  });

  it('that renders its text anew has it marked anew, also after going elsewhere and back', async () => {
    await open('app');
    await clip(chromium, page, { selector: '#text', why: 'about swifts' });
    await until('it is marked', async () => (await markedTexts(page)).length === 1);
    await page.click('#rerender');
    await until('it is marked again', async () => (await markedTexts(page)).some((text) => text.startsWith('A swift sleeps')));
    await page.click('[data-to=martin]');
    await until('nothing is marked on another page', async () => (await markedTexts(page)).every((text) => text === ''));
    await page.click('[data-to=swift]');
    await until('it is marked on return', async () => (await markedTexts(page)).some((text) => text.startsWith('A swift sleeps')));
  });

  it('of the browser itself says so in words', async () => {
    page = await chromium.newPage('chrome://version');
    const opened = chromium.context.waitForEvent('page');
    await chromium.dispatchCommand('clip', page);
    const window = await opened;
    await window.getByText('The browser lets no extension run on this page.').waitFor();
    await window.close();
  });
});

describe('a selection', () => {
  it('across blocks keeps its line breaks and is marked whole', async () => {
    await open('article');
    await page.evaluate(() => {
      const [, second, third] = document.querySelectorAll('article p');
      if (second && third) getSelection()?.setBaseAndExtent(second, 0, third, third.childNodes.length);
    });
    await clip(chromium, page, { why: 'across blocks' });
    expect((await kept('across blocks'))?.quote).toMatch(/\S\n+\S/);
    await until('both ends are marked', async () =>
      (await markedTexts(page)).some((text) => text.startsWith('For eleven') && text.includes('What the bees did')),
    );
  });

  it('in a field is its text, without a position, and it says so; a pass phrase is never taken', async () => {
    await open('form');
    await page.locator('#what').selectText();
    const frame = await openComposer(chromium, page);
    await frame.getByText('can’t be marked in its page again').waitFor();
    await page.keyboard.type('from a field');
    await page.keyboard.press('Enter');
    await frame.getByText('Kept on this device').waitFor();
    expect(await kept('from a field')).toMatchObject({ selectors: [], quote: expect.stringContaining('Foam on the water') });

    await page.locator('#secret').selectText();
    await openComposer(chromium, page);
    expect(JSON.stringify(await chromium.readTable('drafts'))).not.toContain('correct horse');
  });

  it('in a frame of the same origin is kept with its position', async () => {
    await open('frame');
    const inner = page.frameLocator('#inner').locator('p').first();
    await inner.click();
    await inner.selectText();
    const text = (await inner.innerText()).slice(0, 20);
    await clip(chromium, page, { why: 'inside a frame' });
    expect((await kept('inside a frame'))?.quote).toContain(text);
  });

  it.each(['rtl', 'cjk', 'docs', 'forum', 'shadow'] as const)('on the page “%s” is found again after a reload', async (name) => {
    await open(name);
    await clip(chromium, page, { selector: name === 'shadow' ? 'p' : 'main p, article p, p', why: `on ${name}` });
    const quote = (await kept(`on ${name}`))?.quote ?? '';
    await page.reload();
    await until('it is marked', async () => (await markedTexts(page)).some((text) => text.slice(0, 10) === quote.slice(0, 10)));
  });

  it('of one of several equal passages is found at its own place', async () => {
    await open('repeated');
    await clip(chromium, page, { selector: '#tuesday span', why: 'the second of three' });
    await page.reload();
    await until('one is marked', async () => (await markedTexts(page)).join() === 'The crossing stayed open all day.');
    const where = await page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map((range) => range.startContainer.parentElement?.closest('p')?.id),
      ),
    );
    expect(where).toEqual(['tuesday']);
  });
});

describe('what a person wrote', () => {
  it('is kept whole at 100,000 characters', async () => {
    await open('article');
    const frame = await openComposer(chromium, page, 'h1');
    const why = 'because '.repeat(12_500).trim();
    await frame.locator('textarea').first().fill(why);
    await frame.locator('textarea').first().press('Enter');
    await frame.getByText('Kept on this device').waitFor();
    expect(await kept(why)).toBeDefined();
  });

  it('longer than can be kept is refused in words, and stays in the composer', async () => {
    await open('article');
    const frame = await openComposer(chromium, page, 'h2');
    const why = 'x'.repeat(200_001);
    await frame.locator('textarea').first().fill(why);
    await frame.locator('textarea').first().press('Enter');
    await frame.getByRole('alert').getByText('200,000').waitFor();
    expect((await frame.locator('textarea').first().inputValue()).length).toBe(why.length);
  });

  it('is text, whatever it looks like', async () => {
    await open('article');
    const why = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await clip(chromium, page, { selector: 'article p:nth-of-type(3)', why });
    const library = await chromium.newPage(chromium.url('library.html'));
    await library.getByRole('tab', { name: 'Mine' }).click();
    await library.locator('.card-why', { hasText: '<script>' }).waitFor();
    expect(await library.title()).toBe('Whence');
    expect(await library.locator('.card img, .card script').count()).toBe(0);
    await library.close();
  });

  it('survives the worker that is killed between the keystroke and the save', async () => {
    await open('docs');
    const frame = await openComposer(chromium, page, 'h1');
    await page.keyboard.type('typed before the worker died');
    await chromium.killWorker();
    await page.bringToFront();
    await frame.locator('textarea').first().press('Enter');
    await frame.getByText('Kept on this device').waitFor();
    expect(await kept('typed before the worker died')).toBeDefined();
  });

  it('survives the page that goes away under the composer, and is offered again', async () => {
    await open('forum');
    await openComposer(chromium, page, 'h1');
    await page.keyboard.type('typed before the page went away');
    await page.goto(pages.url('article'));
    await until('the draft is stored', async () =>
      (await chromium.readTable<Draft>('drafts')).some(({ fields }) => fields.why === 'typed before the page went away'),
    );
    await page.goto(pages.url('forum'));
    const again = await openComposer(chromium, page, 'h1');
    expect(await again.locator('textarea').first().inputValue()).toBe('typed before the page went away');
  });

  it('survives the popup that is closed while one types', async () => {
    await open('forum');
    await chromium.clickAction(page);
    const popup = await chromium.attach('popup.html');
    await popup.waitFor(`document.querySelector('.draft')`);
    await popup.click('.draft button');
    await popup.waitFor(`document.activeElement?.matches('textarea')`);
    await popup.type(', and more');
    await popup.close();
    await until('the draft has it', async () =>
      (await chromium.readTable<Draft>('drafts')).some(({ fields }) => fields.why.endsWith(', and more')),
    );
  });

  it('is taken back by Undo after deleting', async () => {
    await open('article');
    const library = await chromium.newPage(chromium.url('library.html'));
    await library.getByRole('tab', { name: 'Mine' }).click();
    const card = library.locator('.card', { hasText: 'typed before the worker died' });
    await card.hover();
    await card.getByRole('button', { name: 'Delete' }).click();
    await card.waitFor({ state: 'detached' });
    await library.getByRole('button', { name: 'Undo' }).click();
    await card.waitFor();
    await card.getByRole('button', { name: 'Edit why and tags' }).click();
    await library.locator('.edit-clip textarea').first().fill('edited in its place');
    await library.locator('.edit-clip textarea').first().press('Enter');
    await library.locator('.card-why', { hasText: 'edited in its place' }).waitFor();
    await library.close();
  });
});

it('the button at the selection opens the composer, and can be switched off for the site', async () => {
  await open('article');
  await page.locator('article p').nth(1).selectText();
  const place = await until('the button shows', () =>
    // its shadow is closed to the page; the host is the popover at the end of the document
    page.evaluate(() => {
      const host = [...document.documentElement.children].findLast((element) => element.matches('[popover]'));
      const box = host?.getBoundingClientRect();
      return box && box.width > 0 ? { x: box.x + 14, y: box.y + box.height / 2 } : undefined;
    }),
  );
  await page.mouse.click(place.x, place.y);
  await composerIn(page);
  await page.keyboard.press('Escape');
  await until('the composer closes', () => !page.frames().some((frame) => frame.url().includes('/composer.html')));
  await chromium.ask('saveSettings', { button: false });
  await page.reload();
  await page.locator('article p').nth(1).selectText();
  await openComposer(chromium, page);
  expect(await page.evaluate(() => document.querySelectorAll('html > [popover]').length)).toBe(1);
  await composerFrame(page);
});
