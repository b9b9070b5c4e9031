import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import type { Clip } from '../../domain/clip.ts';
import type { Draft } from '../../domain/draft.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip, openComposer, settled } from './drivers/composer.ts';
import { until } from './drivers/waiting.ts';
import { keepRows, LIBRARY } from './find.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

const WHY = 'owls keep the voles down';
/** CSS pixels: two lines of the composer's small text, and what is around them. */
const TWO_LINES = 48;

let pages: ServedPages;
let chromium: Chromium;
let page: Page;

const offerIn = (frame: Frame) => frame.getByRole('region', { name: 'You decided something like this' });
const heightOf = async (frame: Frame): Promise<number> => {
  await settled(frame);
  return frame.evaluate(() => innerHeight);
};

beforeAll(async () => {
  [pages, chromium] = await Promise.all([servePages(), launchChromium()]);
  // among few clips no word tells
  await keepRows(chromium, LIBRARY);
  const article = await chromium.newPage(pages.url('article'));
  const composer = await openComposer(chromium, article, '#last');
  await composer.getByLabel('Decision', { exact: true }).fill('Does the grass stay long?');
  await composer.locator('textarea').first().fill(WHY);
  await composer.locator('textarea').first().press('Enter');
  await composer.getByText('Kept on this device').waitFor();
  await article.close();
  page = await chromium.newPage(pages.url('docs'));
});
afterAll(() => Promise.all([chromium?.close(), pages?.close()]));

it('what was decided comes up while a like why is written, and neither the caret nor Enter takes notice', async () => {
  const frame = await openComposer(chromium, page, '#rule');
  const before = await heightOf(frame);
  await page.keyboard.type('more owls, fewer voles');
  await offerIn(frame).getByRole('button', { name: WHY }).waitFor();
  expect((await heightOf(frame)) - before).toBeLessThanOrEqual(TWO_LINES);
  const caret = await frame.evaluate(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLTextAreaElement && focused.selectionStart === focused.value.length;
  });
  expect(caret).toBe(true);
  await page.keyboard.type(' here');
  await page.keyboard.press('Enter');
  await frame.getByText('Kept on this device').waitFor();
  expect(await chromium.readTable<Clip>('clips')).toContainEqual(expect.objectContaining({ why: 'more owls, fewer voles here' }));
});

it('what is like a clip is shown on its card, and opens in the place of the list', async () => {
  const article = await chromium.newPage(pages.url('article'));
  await clip(chromium, article, { selector: '#bees-text', why: 'fewer voles, since owls came down' });
  await article.close();
  const library = await chromium.newPage(`${chromium.url('library.html')}?q=since`);
  const card = library.locator('.card', { hasText: 'fewer voles, since owls' });
  await card.hover();
  await card.getByRole('button', { name: 'Related', exact: true }).click();
  const related = card.getByRole('region', { name: 'Related' });
  await related.getByRole('button', { name: new RegExp(WHY) }).click();
  await library.getByRole('button', { name: 'Back to what was found' }).waitFor();
  expect(await library.locator('.card').allTextContents()).toEqual([expect.stringContaining(WHY)]);
  await library.close();
});

it('goes again when the why turns to something else', async () => {
  const frame = await openComposer(chromium, page, '#code');
  await page.keyboard.type('owls keep voles down');
  await offerIn(frame).waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('settles the size of barrels');
  await offerIn(frame).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
});

it('chosen, it opens at its passage, and what was typed is stored', async () => {
  const frame = await openComposer(chromium, page, '#table-heading');
  await page.keyboard.type('here too owls keep voles down');
  await offerIn(frame).getByRole('button', { name: WHY }).click();
  const opened = await until('the article opens', () =>
    page
      .context()
      .pages()
      .find((one) => one.url().startsWith(pages.url('article'))),
  );
  expect(opened).not.toBe(page);
  expect(await chromium.readTable<Draft>('drafts')).toContainEqual(
    expect.objectContaining({ fields: expect.objectContaining({ why: 'here too owls keep voles down' }) }),
  );
});
