import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip, markedTexts } from './drivers/composer.ts';
import { saidAbove } from './drivers/pageLayer.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type PageName, type ServedPages } from './pages/serve.ts';

/** What a page shows of its clips: the why at the passage, the card, the way from one to the next; and pages that make it hard. */
let pages: ServedPages;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  [pages, chromium] = await Promise.all([servePages(), launchChromium()]);
});
afterAll(() => Promise.all([chromium?.close(), pages?.close()]));
afterEach(() => page?.close());

const open = async (name: PageName, prepare?: (opened: Page) => Promise<unknown>): Promise<Page> => {
  page = await chromium.newPage();
  await prepare?.(page);
  await page.goto(pages.url(name));
  return page;
};
/** Clip, and come back to the page. */
const keep = async (selector: string, why: string): Promise<void> => {
  await clip(chromium, page, { selector, why });
  await page.reload();
};
const isMarked = (beginning: string): Promise<unknown> =>
  until(`“${beginning}” is marked`, async () => (await markedTexts(page)).some((text) => text.startsWith(beginning)));
const why = (text: string): Promise<unknown> =>
  until(`the bubble says “${text}”`, async () => (await saidAbove(page, 'status')).includes(text));
const noWhy = (): Promise<unknown> => until('the bubble goes', async () => (await saidAbove(page, 'status')) === '');
/** The card, with the keys. */
const card = (): Promise<Frame> =>
  until('the card opens', async () => {
    const frame = page.frames().find((one) => one.url().includes('#card='));
    return (await frame?.evaluate(() => document.hasFocus() && document.activeElement !== document.body)) ? frame : undefined;
  });
const noCard = (): Promise<unknown> => until('the card goes', () => !page.frames().some((frame) => frame.url().includes('#card=')));
/** Near the beginning of an element's text, in the window. */
const startOf = async (selector: string): Promise<{ x: number; y: number }> => {
  const box = await page.locator(selector).first().boundingBox();
  return { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 10 };
};
const hover = async (selector: string): Promise<void> => {
  const { x, y } = await startOf(selector);
  await page.mouse.move(x - 10, y);
  await page.mouse.move(x, y);
};
const press = async (selector: string): Promise<void> => {
  const { x, y } = await startOf(selector);
  await page.mouse.click(x, y);
};
const jump = (direction: 'next' | 'previous' = 'next'): Promise<void> => chromium.dispatchCommand(`${direction}-clip`, page);
const colourOf = (selector: string, paint = 'w-1'): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element, `::highlight(${name})`).backgroundColor, paint);

const SECOND = 'article p:nth-of-type(2)';

describe('a page with clips', () => {
  it('shows the why where the pointer rests, opens the card where it is pressed, and closes it elsewhere', async () => {
    await open('article');
    await keep(SECOND, 'because of the bees');
    await isMarked('For eleven years');
    await hover(SECOND);
    await why('because of the bees');
    await page.mouse.move(5, 5);
    await noWhy();
    await press(SECOND);
    const opened = await card();
    await opened.getByText('because of the bees').waitFor();
    await press('h1');
    await noCard();
    await press(SECOND);
    await (await card()).getByText('because of the bees').waitFor();
    await page.keyboard.press('Escape');
    await noCard();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('leaves its own links, buttons and selections alone, also inside a mark', async () => {
    await open('article');
    await isMarked('For eleven years');
    await page.locator(SECOND).evaluate((paragraph) => {
      const link = document.createElement('a');
      link.href = '#followed';
      link.append(paragraph.firstChild ?? '');
      paragraph.prepend(link);
    });
    await isMarked('For eleven years');
    await press(SECOND);
    await until('the link is followed', () => page.url().endsWith('#followed'));
    await page.evaluate(() =>
      (document.querySelector('a[href="#followed"]') as HTMLElement).replaceWith(
        ...(document.querySelector('a[href="#followed"]')?.childNodes ?? []),
      ),
    );
    await isMarked('For eleven years');
    const { x, y } = await startOf(SECOND);
    await page.mouse.dblclick(x, y);
    expect(await page.evaluate(() => getSelection()?.toString().trim())).not.toBe('');
    // longer than a press waits to be no double click
    await hover('h1');
    await hover(SECOND);
    await why('because of the bees');
    expect(page.frames().some((frame) => frame.url().includes('#card='))).toBe(false);
  });

  it('is gone through by the keyboard, in its order and around; every command has its key', async () => {
    const worker = await chromium.worker();
    const commands = (await worker.evaluate(() => chrome.commands.getAll())).filter(({ name }) => name !== '_execute_action');
    expect(commands.map(({ shortcut }) => shortcut)).toEqual(commands.map(() => expect.stringMatching(/^Alt\+Shift\+/)));
    await open('article');
    await keep('article p:nth-of-type(4)', 'the later one');
    await isMarked('For eleven years');
    for (const text of ['because of the bees 1 of 2', 'the later one 2 of 2', 'because of the bees 1 of 2']) {
      await jump();
      await why(text);
    }
    await jump('previous');
    await why('the later one 2 of 2');
    await page.keyboard.press('Enter');
    await (await card()).getByText('the later one').waitFor();
  });

  it('says so when there is nothing to go to', async () => {
    await open('docs');
    await jump();
    await until('it is said', async () => (await saidAbove(page, 'alert')).startsWith('Nothing is clipped on this page'));
  });

  it('marks what is in its frames and shadow trees, in the same colours, and shows their whys', async () => {
    await open('shadow');
    await keep('#inside', 'from the shelf');
    await isMarked('The shelf by the window');
    expect(await colourOf('#inside')).toBe('rgba(242, 185, 29, 0.32)');
    await hover('#inside');
    await why('from the shelf');
    await page.close();

    await open('frame');
    const inner = page.frameLocator('#inner').locator('#inner-text');
    await page.bringToFront();
    await inner.selectText();
    await inner.evaluate(() => self.focus());
    await chromium.dispatchCommand('clip', page);
    const composer = await until('the composer opens', () => page.frames().find((frame) => frame.url().includes('/composer.html')));
    await composer.locator('textarea').first().fill('on the ferry');
    await composer.locator('textarea').first().press('Enter');
    await composer.getByText('Kept on this device').waitFor();
    const painted = (): Promise<number> => inner.evaluate(() => CSS.highlights.get('w-1')?.size ?? 0);
    await until('the frame’s passage is marked', async () => (await painted()) === 1);
    expect(await inner.evaluate((element) => getComputedStyle(element, '::highlight(w-1)').backgroundColor)).toBe(
      'rgba(242, 185, 29, 0.32)',
    );
    const box = await inner.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
    await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 10);
    await why('on the ferry');
  });
});

describe('a page that', () => {
  it('wipes every highlight has the marks back, again and again', async () => {
    await open('article');
    await isMarked('For eleven years');
    for (let times = 0; times < 3; times++) {
      await page.evaluate(() => CSS.highlights.clear());
      await isMarked('For eleven years');
    }
    expect(await markedTexts(page)).toHaveLength(2);
  });

  it('has rules of its own for our names does not change the marks', async () => {
    await open('article');
    await isMarked('For eleven years');
    await page.addStyleTag({ content: '::highlight(w-1) { background-color: black; text-decoration: none; color: black }' });
    expect(await colourOf(SECOND)).toBe('rgba(242, 185, 29, 0.32)');
  });

  it('renders its article anew each second is marked in what it rendered last', async () => {
    await open('article');
    await isMarked('For eleven years');
    await page.evaluate(() => {
      const article = document.querySelector('article');
      let renders = 0;
      setInterval(() => {
        const html = article?.innerHTML ?? '';
        if (article) article.innerHTML = html;
        document.body.dataset['renders'] = String(++renders);
      }, 1_000);
    });
    for (const renders of [1, 2, 3]) {
      await until('it was rendered', () => page.evaluate((wanted) => Number(document.body.dataset['renders'] ?? 0) >= wanted, renders));
      await isMarked('For eleven years');
    }
  });

  it('opens a modal dialog shows the why and the card of what is inside it', async () => {
    await open('modal');
    await keep('#within', 'when somebody is there');
    await isMarked('The library lends tools');
    await hover('#within');
    await why('when somebody is there');
    await press('#within');
    const opened = await card();
    await opened.getByText('when somebody is there', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await noCard();
  });

  it('removes whatever is put into it keeps its marks, and the card goes without harm', async () => {
    await open('article');
    await isMarked('For eleven years');
    await page.evaluate(() => {
      new MutationObserver(() => {
        for (const child of document.documentElement.querySelectorAll(':scope > div')) child.remove();
      }).observe(document.documentElement, { childList: true });
    });
    await hover(SECOND);
    await press(SECOND);
    await jump();
    await until('it flashes', () => page.evaluate(() => CSS.highlights.has('w-3')));
    await noCard();
    await until('nothing of ours is left', () => page.evaluate(() => document.querySelectorAll('html > div').length === 0));
    expect((await markedTexts(page)).filter((text) => text.startsWith('For eleven years'))).toHaveLength(2);
  });

  it('keeps every pointer event to itself is gone through by the keyboard all the same', async () => {
    await open('article', (opened) =>
      opened.addInitScript(() => {
        for (const type of ['pointermove', 'pointerdown', 'pointerup', 'mousemove', 'click', 'keydown'])
          addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }),
    );
    await isMarked('For eleven years');
    await jump();
    await why('because of the bees 1 of 2');
    expect(await page.evaluate(() => CSS.highlights.has('w-3'))).toBe(true);
  });

  it('forbids everything by its policy shows marks, whys and cards as any other', async () => {
    await open('strict');
    await keep('#decision', 'a vote on record');
    await isMarked('The board resolved');
    expect(await colourOf('#decision')).toBe('rgba(242, 185, 29, 0.32)');
    await hover('#decision');
    await why('a vote on record');
    await press('#decision');
    await (await card()).getByText('a vote on record').waitFor();
  });
});
