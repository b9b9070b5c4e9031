import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import type { Clip } from '../../domain/clip.ts';
import type { Draft } from '../../domain/draft.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip, composerFrame, composerIn, markedTexts, openComposer, pressIn, settled } from './drivers/composer.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** A picture as IndexedDB keeps it; its bytes do not survive the way out of the browser, so they are counted there. */
interface KeptAttachment {
  readonly clipId: string;
  readonly role: string;
  readonly type: string;
}

let pages: ServedPages;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  [pages, chromium] = await Promise.all([servePages(), launchChromium()]);
  page = await chromium.newPage(pages.url('media'));
  // pressing the button in the toolbar lets Whence see the tab, as choosing in the real menu does
  await chromium.clickAction(page);
  await (await chromium.attach('popup.html')).close();
});
afterAll(() => Promise.all([chromium?.close(), pages?.close()]));

const kept = async (why: string): Promise<Clip> =>
  until(`the clip “${why}”`, async () => (await chromium.readTable<Clip>('clips')).find((one) => one.why === why));
const attachments = (): Promise<readonly KeptAttachment[]> => chromium.readTable<KeptAttachment>('attachments');
const pictureOf = async ({ id }: Clip): Promise<KeptAttachment | undefined> =>
  (await attachments()).find(({ clipId, role }) => clipId === id && role === 'picture');

/** Write the why into the composer that is open, and keep. */
async function keep(why: string): Promise<Frame> {
  const frame = await composerIn(page);
  await page.keyboard.type(why);
  await page.keyboard.press('Enter');
  await frame.getByText('Kept on this device').waitFor();
  return frame;
}
/** The picture that the composer shows, by its own size. */
const shownSize = (frame: Frame): Promise<{ width: number; height: number }> =>
  until('the picture is shown', () =>
    frame.evaluate(() => {
      const picture = document.querySelector<HTMLImageElement>('.picture');
      return picture?.complete && picture.naturalWidth > 0 ? { width: picture.naturalWidth, height: picture.naturalHeight } : undefined;
    }),
  );

it('an image is kept with its bytes, its words and its caption', async () => {
  await chromium.dispatchContextMenu({ menuItemId: 'clip-image', srcUrl: `${pages.origin}/picture.png` }, page);
  const frame = await composerIn(page);
  expect(await shownSize(frame)).toEqual({ width: 240, height: 160 });
  await frame.getByText('The lower field').waitFor();
  await keep('shows the uncut grass');
  const image = await kept('shows the uncut grass');
  expect(image).toMatchObject({
    kind: 'image',
    media: {
      address: `${pages.origin}/picture.png`,
      alt: 'A meadow under a blue sky',
      caption: 'The lower field, three weeks after the last cut.',
    },
    context: { headings: ['The orchard in pictures'] },
  });
  expect(await pictureOf(image)).toMatchObject({ type: 'image/png' });
});

it('an image of another site, which its page can’t read, is kept all the same', async () => {
  await chromium.dispatchContextMenu({ menuItemId: 'clip-image', srcUrl: `${pages.otherOrigin}/picture.png` }, page);
  await shownSize(await composerIn(page));
  await keep('from next door');
  const image = await kept('from next door');
  expect(image.media).toMatchObject({ address: `${pages.otherOrigin}/picture.png`, alt: "The neighbour's picture" });
  // first as it was shown, then its own bytes
  await until('its own bytes are kept', async () => (await pictureOf(image))?.type === 'image/png');
});

it('a link is kept with where it leads, and its words are marked', async () => {
  await chromium.dispatchContextMenu({ menuItemId: 'clip-link', linkUrl: `${pages.origin}/article#bees` }, page);
  const frame = await composerIn(page);
  await frame.getByText('Leads to').waitFor();
  await keep('has the numbers');
  expect(await kept('has the numbers')).toMatchObject({
    kind: 'link',
    quote: 'the story of the mower',
    media: { address: `${pages.origin}/article#bees` },
    source: { address: pages.url('media') },
  });
  await until('the link is marked', async () => (await markedTexts(page)).includes('the story of the mower'));
});

it('a moment is kept with its time, a still, and the address that starts there', async () => {
  await until('the video plays', () => page.evaluate(() => (document.querySelector('video')?.currentTime ?? 0) > 1));
  await chromium.dispatchContextMenu({ menuItemId: 'clip-moment' }, page);
  const frame = await composerIn(page);
  expect(await shownSize(frame)).toEqual({ width: 320, height: 180 });
  await keep('the gate is seen here');
  const moment = await kept('the gate is seen here');
  expect(moment.kind).toBe('moment');
  expect(moment.media?.seconds).toBeGreaterThan(1);
  expect(moment.media?.address).toBe(`${pages.url('media')}#t=${Math.floor(moment.media?.seconds ?? 0)}`);
});

it('a region is what was dragged over, without anything of ours in it, and its text', async () => {
  await page.evaluate(() => scrollTo(0, 0));
  const box = await page.locator('#own').boundingBox();
  if (!box) throw new Error('the image is not shown');
  await chromium.dispatchContextMenu({ menuItemId: 'clip-region' }, page);
  await until('the window can be dragged over', () =>
    page.evaluate(() => document.querySelector('html > [popover][role=dialog]')?.matches(':popover-open')),
  );
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 220, box.y + 200, { steps: 4 });
  await page.mouse.up();
  const frame = await composerIn(page);
  const size = await shownSize(frame);
  expect(size.width / size.height).toBeCloseTo(200 / 180, 1);
  // the meadow's upper half is blue: nothing dims it
  const colour = await frame.evaluate(() => {
    const picture = document.querySelector<HTMLImageElement>('.picture');
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (!picture || !context) return [];
    context.drawImage(picture, 0, 0);
    return [...context.getImageData(20, 20, 1, 1).data].slice(0, 3);
  });
  [90, 150, 220].forEach((channel, index) => expect(Math.abs((colour[index] ?? 0) - channel)).toBeLessThan(8));
  await keep('how it looked');
  const region = await kept('how it looked');
  expect(region).toMatchObject({ kind: 'region', context: { paragraph: expect.stringContaining('lower field') } });
  expect(await pictureOf(region)).toBeDefined();
});

it('choosing a region ends with Escape, and the arrow keys and Enter choose too', async () => {
  const isChoosing = (): Promise<boolean> => page.evaluate(() => document.querySelector('html > [popover][role=dialog]') !== null);
  await chromium.dispatchContextMenu({ menuItemId: 'clip-region' }, page);
  await until('it begins', isChoosing);
  await page.keyboard.press('Escape');
  await until('it ends', async () => !(await isChoosing()));
  await chromium.dispatchContextMenu({ menuItemId: 'clip-region' }, page);
  await until('it begins', isChoosing);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await keep('by the keys');
  expect(await pictureOf(await kept('by the keys'))).toBeDefined();
});

it('what was just kept is clipped anew while its toast is there', async () => {
  await page.goto(pages.url('docs'));
  const toast = await clip(chromium, page, { selector: '#rule', why: 'the rule' });
  await settled(toast);
  await chromium.dispatchCommand('clip', page);
  await until('the composer takes the place of the toast', async () => (await composerIn(page)) !== toast);
  await page.keyboard.press('Escape');
  await until('the composer closes', () => !page.frames().some((one) => one.url().includes('/composer.html')));
});

it('a second passage, chosen while the composer has words, goes into the same clip; it can be taken out, or made its own', async () => {
  await page.goto(pages.url('article'));
  const frame = await openComposer(chromium, page, '#first');
  await page.keyboard.type('both say why');
  await until('the words are stored', async () =>
    (await chromium.readTable<Draft>('drafts')).some(({ fields }) => fields.why === 'both say why'),
  );
  const add = async (selector: string): Promise<void> => {
    await page.locator(selector).selectText();
    await chromium.dispatchCommand('clip', page);
  };
  await add('#bees-text');
  await frame.locator('.passage', { hasText: 'We counted visits' }).waitFor();
  await add('#quote');
  await frame.locator('.passage', { hasText: 'A lawn is a decision' }).waitFor();
  await add('#water-text');
  await frame.locator('.passage', { hasText: 'The long grass' }).waitFor();
  await pressIn(frame, 'Take this passage out', 1);
  await frame.locator('.passage', { hasText: 'A lawn is' }).waitFor({ state: 'detached' });
  await pressIn(frame, 'Make it a clip of its own');
  const own = await until('the composer shows the other passage', async () => {
    const next = await composerFrame(page);
    return (await next.locator('.captured > .quote', { hasText: 'The long grass' }).count()) > 0 ? next : undefined;
  });
  await keep('a clip of its own');
  await own.getByText('Kept on this device').waitFor();

  await pressIn(own, 'Dismiss');
  await until('the composer closes', () => !page.frames().some((one) => one.url().includes('/composer.html')));
  const again = await openComposer(chromium, page, '#first');
  expect(await again.locator('textarea').first().inputValue()).toBe('both say why');
  await again.locator('textarea').first().press('Enter');
  await again.getByText('Kept on this device').waitFor();
  const clipped = await kept('both say why');
  expect(clipped.morePassages).toMatchObject([{ quote: expect.stringMatching(/^We counted visits/) }]);
  expect((await kept('a clip of its own')).quote).toMatch(/^The long grass/);
});

it('a page’s text is kept beside its clip, found by its words, and read offline', async () => {
  await page.goto(pages.url('docs'));
  await clip(chromium, page, { why: 'the whole reference' });
  const whole = await kept('the whole reference');
  await until('its text is kept', async () => (await attachments()).some(({ clipId, role }) => clipId === whole.id && role === 'text'));
  const words = await page.locator('p').nth(1).innerText();

  const library = await chromium.newPage(chromium.url('library.html'));
  await library.getByRole('tab', { name: 'Mine' }).click();
  const card = library.locator('.card', { hasText: 'the whole reference' });
  await card.hover();
  const opened = library.context().waitForEvent('page');
  await card.getByRole('button', { name: 'Read offline' }).click();
  const reader = await opened;
  await reader.getByText('Saved for offline reading').waitFor();
  expect(await reader.locator('.reader-why').innerText()).toBe('the whole reference');
  expect((await reader.locator('.markdown').innerText()).replace(/\s+/g, ' ')).toContain(words.replace(/\s+/g, ' ').slice(0, 40));
  expect(await reader.locator('.markdown :is(img, script, iframe)').count()).toBe(0);
  expect(await reader.locator('.markdown a:not([rel~=noopener])').count()).toBe(0);
  await reader.close();

  await library.getByLabel('Search your clips and communities').fill('splashing');
  // a passage of the same page says it too, and stands first
  await library.getByRole('button', { name: '1 more from this page' }).click();
  await library.getByText('In the page’s text:').waitFor();
  expect(await library.locator('.card', { hasText: 'the whole reference' }).count()).toBe(1);
  await library.getByLabel('Search your clips and communities').fill('');

  // every card that has a picture shows it
  await until('the pictures of cards', () =>
    library.evaluate(
      () => [...document.querySelectorAll<HTMLImageElement>('.card .picture')].filter(({ naturalWidth }) => naturalWidth > 0).length >= 4,
    ),
  );
  await library.close();
});
