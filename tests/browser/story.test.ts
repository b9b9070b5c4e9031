import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Clip } from '../../domain/clip.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { badgeOf, clip, composerFrame, composerIn, markedTexts, openComposer, pressIn } from './drivers/composer.ts';
import { startCommunity, type RunningCommunity } from './drivers/server.ts';
import { until } from './drivers/waiting.ts';
import { servePages, type ServedPages } from './pages/serve.ts';

/** The main job, by two people with a browser each: every step stands on the one before. */
describe('clip with a why, find it again, share it, see it arrive', () => {
  let pages: ServedPages;
  let server: RunningCommunity;
  let ada: Chromium;
  let ben: Chromium;
  let article: Page;
  let adasLibrary: Page;
  let bensLibrary: Page;
  const quote = 'article p:nth-of-type(2)';

  beforeAll(async () => {
    [pages, server, ada, ben] = await Promise.all([servePages(), startCommunity(), launchChromium(), launchChromium()]);
  });
  afterAll(() => Promise.all([ada?.close(), ben?.close(), server?.stop(), pages?.close()]));

  it('the composer opens with the caret in why, the quote and the source shown', async () => {
    article = await ada.newPage(pages.url('article'));
    const composer = await openComposer(ada, article, quote);
    const text = await composer.locator('body').innerText();
    expect(text).toContain('For eleven years we cut the grass');
    expect(text).toContain('Why we stopped mowing the orchard');
    expect(await composer.evaluate(() => document.activeElement?.getAttribute('placeholder'))).toBe('Because…');
  });

  it('Escape closes it and the draft is there again when it is called again', async () => {
    await article.keyboard.type('half a thought');
    await article.keyboard.press('Escape');
    await until('the composer closes', () => !article.frames().some((frame) => frame.url().includes('/composer.html')));
    const again = await openComposer(ada, article, quote);
    expect(await again.locator('textarea').first().inputValue()).toBe('half a thought');
  });

  it('Enter keeps it with its decision and tags, marks it and counts it on the badge', async () => {
    const composer = await composerIn(article);
    await composer.locator('textarea').first().fill('Settles when to mow');
    await composer.getByLabel('Decision', { exact: true }).fill('When do we mow?');
    await composer.getByLabel('Tags').fill('meadow, bees');
    await composer.locator('textarea').first().press('Enter');
    await composer.getByText('Kept on this device').waitFor();
    const [kept] = await ada.readTable<Clip>('clips');
    expect(kept).toMatchObject({
      why: 'Settles when to mow',
      tags: ['meadow', 'bees'],
      kind: 'passage',
      source: { author: 'Inge Verhagen' },
    });
    expect(await ada.readTable('decisions')).toMatchObject([{ question: 'When do we mow?', status: 'open' }]);
    expect(await ada.readTable('drafts')).toEqual([]);
    await until('the passage is marked', async () => (await markedTexts(article)).some((text) => text.startsWith('For eleven years')));
    await until('the badge counts', async () => (await badgeOf(ada, article)) === '1');
  });

  it('Undo takes it back with everything typed, and Enter keeps it again', async () => {
    const composer = await composerFrame(article);
    await pressIn(composer, 'Undo');
    await until('the clip is a tombstone', async () => (await ada.readTable<Clip>('clips'))[0]?.deletedAt);
    await until('the mark goes', async () => (await markedTexts(article)).length === 0);
    expect(await composer.locator('textarea').first().inputValue()).toBe('Settles when to mow');
    await composer.locator('textarea').first().press('Enter');
    await composer.getByText('Kept on this device').waitFor();
    expect((await ada.readTable<Clip>('clips'))[0]?.deletedAt).toBeUndefined();
  });

  it('is marked again when one comes back to the page', async () => {
    await article.reload();
    await until('the passage is marked', async () => (await markedTexts(article)).some((text) => text.startsWith('For eleven years')));
    expect(await badgeOf(ada, article)).toBe('1');
  });

  it('without a selection the page itself is kept', async () => {
    const docs = await ada.newPage(pages.url('docs'));
    await clip(ada, docs, { why: 'the reference for later' });
    expect((await ada.readTable<Clip>('clips')).find(({ kind }) => kind === 'page')).toMatchObject({
      why: 'the reference for later',
      selectors: [],
    });
    await docs.close();
  });

  it('the real popup finds it by its reason, misspelt and unfinished', async () => {
    await ada.clickAction(article);
    const popup = await ada.attach('popup.html');
    expect(await popup.waitFor(`document.activeElement?.matches('#search')`)).toBe(true);
    await popup.waitFor(`document.querySelector('.card-why')?.textContent === 'Settles when to mow'`);
    await popup.type('setles mo');
    // the clip, and after it the decision that it is tied to, which has one of the words
    await popup.waitFor(`document.querySelector('.app-count p')?.textContent === '2 results'`);
    expect(await popup.evaluate(`document.querySelector('.card')?.innerText`)).toContain('Settles when to mow');
    expect(await popup.evaluate(`[...document.querySelectorAll('.card-why mark')].map((mark) => mark.textContent)`)).toContain('Settles');
    await popup.close();
  });

  it('a community is founded, and another member joins by one link', async () => {
    adasLibrary = await ada.newPage(ada.url('library.html'));
    await adasLibrary.getByRole('tab', { name: 'Community' }).click();
    await adasLibrary.getByRole('button', { name: 'Create a community' }).click();
    await adasLibrary.getByLabel('Name', { exact: true }).fill('Orchard guild');
    await adasLibrary.getByLabel('Purpose').fill('How to keep an orchard');
    await adasLibrary.getByLabel('Your name there').fill('Ada');
    await adasLibrary.getByLabel('Server').fill(server.address);
    await adasLibrary.getByLabel('Creation key').fill(server.creationKey);
    await adasLibrary.getByRole('button', { name: 'Create', exact: true }).click();
    await adasLibrary.getByRole('heading', { name: 'Orchard guild' }).waitFor();
    await adasLibrary.getByRole('button', { name: 'Invite' }).click();
    const link = await adasLibrary.getByLabel('Invite link').inputValue();
    await adasLibrary.getByRole('button', { name: 'Done' }).click();

    bensLibrary = await ben.newPage(ben.url('library.html'));
    await bensLibrary.getByRole('tab', { name: 'Community' }).click();
    await bensLibrary.getByRole('button', { name: 'Join with a link' }).click();
    await bensLibrary.getByLabel('Invite link').fill(link);
    await bensLibrary.getByRole('button', { name: 'Look at it' }).click();
    await bensLibrary.getByText('How to keep an orchard').waitFor();
    await bensLibrary.getByLabel('Your name there').fill('Ben');
    await bensLibrary.getByRole('button', { name: 'Join Orchard guild' }).click();
    await bensLibrary.getByText('2 members').waitFor();
    await adasLibrary.getByText('2 members').waitFor();
  });

  it('what goes out is shown, then confirmed, and the other member sees it within two seconds', async () => {
    await adasLibrary.getByRole('tab', { name: 'Mine' }).click();
    const card = adasLibrary.locator('.card', { hasText: 'Settles when to mow' });
    await card.hover();
    await card.getByRole('button', { name: 'Share' }).click();
    const review = adasLibrary.getByRole('region', { name: 'Share with Orchard guild' });
    const shown = await review.innerText();
    for (const part of [
      '2 members of Orchard guild can read this',
      'Settles when to mow',
      'For eleven years',
      pages.url('article'),
      'meadow',
      'When do we mow?',
    ])
      expect(shown).toContain(part);
    expect(await ada.readTable('outbox')).toEqual([]);
    const before = performance.now();
    await review.getByRole('button', { name: 'Share with Orchard guild' }).click();
    await bensLibrary.locator('.card', { hasText: 'Settles when to mow' }).waitFor();
    expect(performance.now() - before).toBeLessThan(2_000);
    await adasLibrary.getByText('Shared with Orchard guild').waitFor();
  });

  it('the other finds it by search, replies and relies on it, and the first sees both', async () => {
    await bensLibrary.getByLabel('Search your clips and communities').fill('meadow mow');
    const found = bensLibrary.locator('.card', { hasText: 'Settles when to mow' });
    await found.waitFor();
    await found.getByRole('button', { name: 'I relied on this' }).click();
    await found.getByRole('button', { name: 'Reply', exact: true }).click();
    await found.getByLabel('Write a reply').fill('We stopped in June; same result.');
    await found.getByLabel('Write a reply').press('Control+Enter');
    await adasLibrary.getByRole('tab', { name: 'Community' }).click();
    const post = adasLibrary.locator('.card', { hasText: 'Settles when to mow' });
    await post.getByRole('button', { name: '1 reply' }).click();
    await post.getByText('We stopped in June; same result.').waitFor();
    expect(await post.getByRole('button', { name: 'I relied on this' }).innerText()).toContain('1');
  });

  it("the shared passage is marked on the other's page too, in its own colour, and counted", async () => {
    const page = await ben.newPage(pages.url('article'));
    await until('the passage is marked', async () => (await markedTexts(page)).some((text) => text.startsWith('For eleven years')));
    expect(await badgeOf(ben, page)).toBe('1');
  });

  it('opens at its passage from a card', async () => {
    await bensLibrary.bringToFront();
    const opened = bensLibrary.context().waitForEvent('page');
    await bensLibrary.locator('.card', { hasText: 'Settles when to mow' }).getByRole('button', { name: 'Open at the passage' }).click();
    const page = await opened;
    await until(
      'the passage flashes',
      async () => (await markedTexts(page)).filter((text) => text.startsWith('For eleven years')).length === 2,
    );
  });

  it('a reply written while the server is down waits, and is sent once when it is back', async () => {
    const { address, data } = server;
    await server.kill();
    await bensLibrary.bringToFront();
    const post = bensLibrary.locator('.card', { hasText: 'Settles when to mow' });
    await post.getByLabel('Write a reply').fill('And in May?');
    await post.getByLabel('Write a reply').press('Control+Enter');
    await bensLibrary.getByText('1 waiting.').waitFor();
    await post.getByText('And in May?').waitFor();
    server = await startCommunity({ data, port: Number(new URL(address).port) });
    await bensLibrary.getByRole('button', { name: 'Try now' }).click();
    await until('it was sent', async () => (await ben.readTable<{ state: string }>('outbox')).every(({ state }) => state === 'sent'));
    const reply = adasLibrary.locator('.card', { hasText: 'Settles when to mow' }).getByText('And in May?');
    await reply.waitFor({ timeout: 15_000 });
    expect(await reply.count()).toBe(1);
  });
});
