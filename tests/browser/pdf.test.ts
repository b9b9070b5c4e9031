import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Clip } from '../../domain/clip.ts';
import { findViolations } from './drivers/axe.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { badgeOf, clip, composerIn, markedTexts, openComposer, pressIn } from './drivers/composer.ts';
import { until } from './drivers/waiting.ts';
import { japanesePdf, longPdf, tidesPdf } from './pages/pdf.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** PDFs, and the pages in which nothing can be clipped. */
let pages: ServedPages;
let chromium: Chromium;
let page: Page;
let pdf: string;

beforeAll(async () => {
  [pages, chromium] = await Promise.all([servePages(), launchChromium()]);
  pdf = `${pages.origin}/tides.pdf`;
});
afterAll(() => Promise.all([chromium?.close(), pages?.close()]));
afterEach(() => page?.close());

const clips = (): Promise<readonly Clip[]> => chromium.readTable<Clip>('clips');
const kept = async (why: string): Promise<Clip | undefined> => (await clips()).find((one) => one.why === why);
const view = (address?: string): string => chromium.url(`pdf.html${address ? `?file=${encodeURIComponent(address)}` : ''}`);
/** A PDF in our view, with the text of all its pages. */
const openView = async (address: string, count = 3): Promise<Page> => {
  page = await chromium.newPage(view(address));
  await page.waitForFunction((all) => document.querySelectorAll('.pdf-text').length === all, count);
  return page;
};
const passage = (words: string): string => `.pdf-block:has-text("${words}")`;

describe('a PDF in Whence’s view', () => {
  it('is clipped as any page: its own address, what it says of itself, its page, and words that read well', async () => {
    await openView(pdf);
    await clip(chromium, page, { selector: passage('fills through a single channel'), why: 'forty minutes' });
    expect(await kept('forty minutes')).toMatchObject({
      kind: 'passage',
      source: { address: pdf, title: 'Tides of the inner harbour', author: 'Mara Lindqvist', published: '2024-01-31T09:30:00+01:00' },
      quote:
        'The harbour fills through a single channel, so that high water comes forty minutes after the coast. We measured this on eleven days in spring, and the delay was the same within two minutes on every one of them.',
      context: { headings: ['Tides of the inner harbour'] },
    });
    expect((await kept('forty minutes'))?.selectors).toContainEqual({
      type: 'FragmentSelector',
      value: 'page=1',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
    });
    await until('it is marked', async () => (await markedTexts(page)).some((text) => text.startsWith('The harbour fills')));
    expect(await badgeOf(chromium, page)).toBe('1');
  });

  it('has its passages found again, and opens at one', async () => {
    await openView(pdf);
    await clip(chromium, page, { selector: passage('The sill stays as it is'), why: 'why the sill stays' });
    const made = await kept('why the sill stays');
    await page.close();
    const opened = chromium.context.waitForEvent('page');
    expect(await chromium.ask('openAtPassage', { id: made?.id ?? '' })).toMatchObject({ ok: true });
    page = await opened;
    await until('both are marked', async () => {
      const texts = await markedTexts(page);
      return texts.some((text) => text.startsWith('The sill stays')) && texts.some((text) => text.startsWith('The harbour fills'));
    });
    await until('the third page is in sight', () =>
      page.evaluate(() => document.querySelector<HTMLInputElement>('.pdf-number')?.value === '3'),
    );
    const tabs = chromium.context.pages().length;
    await page.evaluate(() => scrollTo(0, 0));
    await chromium.ask('openAtPassage', { id: made?.id ?? '' });
    await until('the same view goes there', () =>
      page.evaluate(() => document.querySelector<HTMLInputElement>('.pdf-number')?.value === '3'),
    );
    expect(chromium.context.pages().length).toBe(tabs);
  });

  it('shows its clips in the popup, and clips from there', async () => {
    await openView(pdf);
    await page.locator(passage('Three gauges stand')).selectText();
    await chromium.clickAction(page);
    const popup = await chromium.attach('popup.html');
    await popup.waitFor(`document.querySelectorAll('.card').length === 2`);
    expect(await popup.evaluate(`document.querySelector('.page-offers')`)).toBeNull();
    await popup.close();
    await page.getByRole('button', { name: 'Clip with why' }).click();
    const frame = await composerIn(page);
    await frame.getByText('Three gauges stand along the quay').waitFor();
    await page.keyboard.press('Escape');
  });

  it('is read page by page: by the buttons, by number and by keys', async () => {
    await openView(pdf);
    const number = page.getByLabel('Page', { exact: true });
    await page.getByRole('button', { name: 'Next page' }).click();
    await until('the second page', async () => (await number.inputValue()) === '2');
    await number.fill('3');
    await number.press('Enter');
    await until('the third page', async () => (await number.inputValue()) === '3');
    await page.mouse.click(5, 300);
    await page.keyboard.press('ArrowLeft');
    await until('the second page again', async () => (await number.inputValue()) === '2');
    const width = (): Promise<number> =>
      page
        .locator('.pdf-page')
        .first()
        .evaluate((element) => element.clientWidth);
    const before = await width();
    await page.getByRole('button', { name: 'Larger' }).click();
    expect(await width()).toBeGreaterThan(before);
    await until('one is still on the same page', async () => (await number.inputValue()) === '2');
    expect(await findViolations(page)).toEqual([]);
  });

  it('is opened from the device, and known again by its name and content', async () => {
    page = await chromium.newPage(view());
    await page.getByRole('button', { name: 'Open a PDF from this device' }).waitFor();
    const file = { name: 'my tides.pdf', mimeType: 'application/pdf', buffer: Buffer.from(tidesPdf()) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator(passage('Three gauges')).waitFor();
    await clip(chromium, page, { selector: passage('Three gauges'), why: 'from the device' });
    expect((await kept('from the device'))?.source.address).toMatch(/^file:\/\/\/my%20tides\.pdf\?pdf=/);
    await page.reload();
    await page.getByText('my tides.pdf is a file on your device').waitFor();
    await page.locator('input[type=file]').setInputFiles(file);
    await until('it is marked', async () => (await markedTexts(page)).some((text) => text.startsWith('Three gauges')));
  });

  it('in Japanese is read by the tables that come along', async () => {
    page = await chromium.newPage(view());
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'j.pdf', mimeType: 'application/pdf', buffer: Buffer.from(japanesePdf()) });
    await until('its text', async () => (await page.locator('.pdf-text').textContent()) === '港の潮');
  });

  it('that is none, or is not there, says so in words', async () => {
    page = await chromium.newPage(view(pages.url('article')));
    await page.getByText('This is no PDF, or a broken one.').waitFor();
    await page.goto(view(`${pages.origin}/none.pdf`));
    await page.getByText('did not give out this PDF (it answered 404)').waitFor();
    await page.goto(view('javascript:alert(1)'));
    await page.getByRole('button', { name: 'Open a PDF from this device' }).waitFor();
  });

  it('of 300 pages is shown at once and read in the background, with pictures near the window only', async () => {
    page = await chromium.newPage(view());
    const file = { name: 'long.pdf', mimeType: 'application/pdf', buffer: Buffer.from(longPdf(300)) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.pdf-picture').first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.pdf-text').length === 300);
    await clip(chromium, page, { selector: passage('Entry 300.50 of the log'), why: 'the last entry' });
    expect(await page.locator('.pdf-picture').count()).toBeLessThan(12);
  });
});

describe('a PDF in the browser’s own viewer', () => {
  it('is offered our view by the popup, which opens it', async () => {
    page = await chromium.newPage(pdf);
    await chromium.clickAction(page);
    const popup = await chromium.attach('popup.html');
    await popup.waitFor(`document.querySelector('.page-offers button')?.textContent === 'Open in Whence’s PDF view'`);
    const opened = chromium.context.waitForEvent('page');
    await popup.evaluate(`document.querySelector('.page-offers button').click()`);
    const shown = await opened;
    await shown.locator(passage('The harbour fills')).waitFor();
    expect(await shown.title()).toBe('Tides of the inner harbour');
    await shown.close();
  });

  it('gives the chosen text by the context menu, without a position, and the card says so', async () => {
    page = await chromium.newPage(pdf);
    const opened = chromium.context.waitForEvent('page');
    await chromium.dispatchContextMenu({ menuItemId: 'clip', selectionText: 'Boats that draw more than a metre' }, page);
    const window = await opened;
    await window.getByText('Without a position').waitFor();
    await window.locator('textarea').first().fill('by the menu');
    await window.locator('textarea').first().press('Enter');
    await window.getByText('Kept on this device').waitFor();
    expect(await kept('by the menu')).toMatchObject({
      source: { address: pdf },
      quote: 'Boats that draw more than a metre',
      selectors: [],
    });
    const library = await chromium.newPage(chromium.url('library.html'));
    await library.getByRole('tab', { name: 'Mine' }).click();
    await library.locator('.card', { hasText: 'by the menu' }).getByText('Without a position').waitFor();
    await library.close();
  });
});

describe('where nothing can be clipped', () => {
  it('the popup takes what was copied, or a note', async () => {
    page = await chromium.newPage('chrome://version');
    await chromium.clickAction(page);
    const popup = await chromium.attach('popup.html');
    await popup.waitFor(
      `document.querySelector('[role=tab]')?.click() ?? document.body.innerText.includes('This page belongs to the browser')`,
    );
    await popup.evaluate(`[...document.querySelectorAll('button')].find((one) => one.textContent === 'Use what I copied').click()`);
    await popup.waitFor(`document.activeElement?.matches('.unread-area')`);
    // pasting without a clipboard, which a headless browser has not
    await popup.evaluate(
      `{ const data = new DataTransfer(); data.setData('text/plain', 'Version 156 of the browser'); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }`,
    );
    await popup.waitFor(
      `document.activeElement?.matches('.why-input') && document.querySelector('blockquote')?.textContent.includes('Version 156')`,
    );
    await popup.type('which version it was');
    await popup.press('Enter');
    await popup.waitFor(`document.body.innerText.includes('Kept on this device')`);
    await popup.close();
    expect(await kept('which version it was')).toMatchObject({ kind: 'passage', quote: 'Version 156 of the browser', selectors: [] });
  });

  it('a page that draws its words says so, and takes what was copied', async () => {
    page = await chromium.newPage(pages.url('drawn'));
    const frame = await openComposer(chromium, page);
    await frame.getByText('Whence can’t read the words of this page.').waitFor();
    await frame.getByRole('button', { name: 'Clip a region' }).waitFor();
    await pressIn(frame, 'Use what I copied');
    await frame.locator('.unread-area').fill('The committee moves the winter closing');
    await pressIn(frame, 'Clip it');
    await frame.locator('blockquote', { hasText: 'winter closing' }).waitFor();
    await until('the caret is in why', () => frame.evaluate(() => document.activeElement?.matches('.why-input')));
    await page.keyboard.type('drawn on a canvas');
    await page.keyboard.press('Enter');
    await frame.getByText('Kept on this device').waitFor();
    expect(await kept('drawn on a canvas')).toMatchObject({
      quote: 'The committee moves the winter closing',
      source: { title: 'Minutes of the lock committee' },
    });
  });

  it('a page that takes the focus again and again is left for a window, with what was typed', async () => {
    page = await chromium.newPage(pages.url('keys'));
    await openComposer(chromium, page, '#log-2');
    await page.keyboard.type('typed in the page');
    await page.evaluate(() => ((window as unknown as { __greedy: boolean }).__greedy = true));
    const frame = await until('the composer', () => page.frames().find((one) => one.url().includes('/composer.html')));
    // a person clicks back into it, and again
    await until('the composer says so', async () => {
      await frame.locator('.why-input').click();
      return frame.getByText('This page keeps taking the focus.').isVisible();
    });
    const opened = chromium.context.waitForEvent('page');
    await pressIn(frame, 'Continue in a window');
    const window = await opened;
    await until('what was typed is there', async () => (await window.locator('.why-input').inputValue()) === 'typed in the page');
    await until('the frame has gone', () => !page.frames().some((one) => one.url().includes('/composer.html')));
    await window.close();
  });
});
