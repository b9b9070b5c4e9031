import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import type { Draft } from '../../domain/draft.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { composerIn, openComposer } from './drivers/composer.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';
import { choose, dragOver, PAINTED, ROWS } from './rows.ts';

/** Every place that a passage can be in: chosen, kept as a person sees it, and painted over the same characters on return. */
let pages: ServedPages;
let chromium: Chromium;
let page: Page;
const chosen: string[] = [];

beforeAll(async () => {
  [pages, chromium] = await Promise.all([servePages(), launchChromium()]);
  page = await chromium.newPage(pages.url('rows'));
});
afterAll(() => Promise.all([chromium?.close(), pages?.close()]));

const painted = (): Promise<readonly string[]> => page.evaluate<readonly string[]>(PAINTED);
const kept = async (why: string): Promise<Clip | undefined> => (await chromium.readTable<Clip>('clips')).find((one) => one.why === why);
async function keep(why: string): Promise<void> {
  const frame = await composerIn(page);
  await page.keyboard.type(why);
  await page.keyboard.press('Enter');
  await frame.getByText('Kept on this device').waitFor();
}

it.each(ROWS)('a passage $name is kept as a person sees it', async (row) => {
  chosen.push(await page.evaluate<string>(choose(row)));
  if (row.name.includes('shadow')) {
    // a person's choice in a shadow tree is shown to scripts otherwise than one made by a script
    const { from, to } = await page.evaluate<Record<'from' | 'to', { x: number; y: number }>>(dragOver(row));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
  }
  await chromium.dispatchCommand('clip', page);
  await keep(row.name);
  const clip = await kept(row.name);
  expect(clip).toMatchObject({ kind: 'passage', quote: row.quote });
  expect(clip?.selectors.map(({ type }) => type)).toEqual(expect.arrayContaining(['TextQuoteSelector', 'TextPositionSelector']));
});

it('on return each is painted over the very characters that were chosen', async () => {
  await page.reload();
  await until('all are painted', async () => (await painted()).length >= ROWS.length);
  expect((await painted()).toSorted()).toEqual(chosen.toSorted());
});

it('going to a passage in closed details unfolds them', async () => {
  expect(await page.evaluate(() => document.querySelector('details')?.open)).toBe(false);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await chromium.dispatchCommand('previous-clip', page);
  await until('it stands out', () =>
    page.evaluate(() => [...(CSS.highlights.get('w-3') ?? [])].join() === 'last year the store was locked at six'),
  );
  expect(await page.evaluate(() => document.querySelector('details')?.open)).toBe(true);
});

it('several passages of one clip are all painted on return', async () => {
  await page.goto(pages.url('docs'));
  const frame = await openComposer(chromium, page, '#rule');
  await page.keyboard.type('both ');
  await until('the words are stored', async () => (await chromium.readTable<Draft>('drafts')).some(({ fields }) => fields.why === 'both '));
  await page.locator('#shed-row').selectText();
  await chromium.dispatchCommand('clip', page);
  await frame.locator('.passage', { hasText: 'Shed' }).waitFor();
  await keep('at once');
  expect((await kept('both at once'))?.morePassages).toMatchObject([{ quote: expect.stringMatching(/^Shed\s+12 m²\s+450 l$/) }]);
  await page.reload();
  await until(
    'both are painted',
    async () =>
      (await painted())
        .map((text) => text.slice(0, 4))
        .toSorted()
        .join() === 'Shed,Take',
  );
});
