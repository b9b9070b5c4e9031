import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import type { KeptSighting } from '../../domain/sighting.ts';
import { findViolations } from './drivers/axe.ts';
import { launchChromium, type Chromium } from './drivers/chromium.ts';
import { clip, markedTexts, openComposer, pressIn } from './drivers/composer.ts';
import type { Surface } from './drivers/surface.ts';
import { until } from './drivers/waiting.ts';
import { RULES, serveMeadow, type Meadow } from './pages/meadow.ts';

/** A passage is clipped, and its page is rewritten again and again: every step stands on the one before. */
describe('a page that changes', () => {
  let meadow: Meadow;
  let chromium: Chromium;
  let page: Page;
  let library: Page;

  beforeAll(async () => {
    [meadow, chromium] = await Promise.all([serveMeadow(), launchChromium()]);
    page = await chromium.newPage(meadow.page);
    await clip(chromium, page, { selector: '#rule', why: 'Settles when to mow' });
    library = await chromium.newPage(chromium.url('library.html'));
    await library.getByRole('tab', { name: 'Mine' }).click();
  });
  afterAll(() => Promise.all([chromium?.close(), meadow?.close()]));

  const kept = async (): Promise<Clip | undefined> => (await chromium.readTable<Clip>('clips'))[0];
  const quality = async (): Promise<string | undefined> => (await chromium.readTable<KeptSighting>('sightings'))[0]?.quality;
  const comeBackTo = async (rule: string, expected: KeptSighting['quality']): Promise<void> => {
    meadow.rewrite(rule);
    await page.bringToFront();
    await page.reload();
    await until(`the passage is seen as ${expected}`, async () => (await quality()) === expected, 15_000);
  };
  const card = () => library.locator('.card', { hasText: 'Settles when to mow' });

  it('that is as it was clipped has nothing to tell', async () => {
    await comeBackTo(RULES.clipped, 'exact');
    expect(await card().innerText()).not.toContain('Changed');
  });

  it('a few other words: the card shows then and now, word by word', async () => {
    await comeBackTo(RULES.changed, 'fuzzy');
    await library.bringToFront();
    await card().getByText('Changed since you clipped it').waitFor();
    await card().getByRole('button', { name: 'Show then and now' }).click();
    expect(await card().locator('.diff-text del').allTextContents()).toEqual(['went: June', 'went: three']);
    expect(await card().locator('.diff-text ins').allTextContents()).toEqual(['came: July', 'came: five']);
  });

  it('a press on the mark opens its card in the page: why first, then what changed', async () => {
    await page.bringToFront();
    await page.locator('#rule').click();
    const frame = await cardFrame(page);
    const text = await frame.locator('.card-surface').innerText();
    expect(text.indexOf('Settles when to mow')).toBeLessThan(text.indexOf('Mow the meadow'));
    expect(text).toContain('Changed since you clipped it');
    expect(await frame.getByRole('button').allInnerTexts()).not.toContain('Delete');
    expect(await findViolations(frame)).toEqual([]);
    await page.keyboard.press('Escape');
    await until('the card closes', () => page.frames().every((one) => !one.url().includes('card=')));
  });

  it('hardly the same: the person is asked, confirms in the page, and it is found there from then on', async () => {
    await comeBackTo(RULES.perhaps, 'uncertain');
    await library.bringToFront();
    await card().getByText('Is this still the passage?').waitFor();
    await page.bringToFront();
    await page.locator('#rule').click();
    const frame = await cardFrame(page);
    await pressIn(frame, 'Yes, this is it');
    await frame.getByText('Confirmed: it is found there from now on').waitFor();
    expect(await quality()).toBe('exact');
    expect(await kept()).toMatchObject({ quote: RULES.clipped, formerAnchors: [{ part: 0 }] });
    expect(JSON.stringify((await kept())?.formerAnchors)).toContain('second half of June');
    await page.reload();
    await until('it is found as it is kept', async () => (await quality()) === 'exact');
    await card().getByText('as you confirmed').waitFor();
  });

  it('a refused place is not offered again, and Undo offers it once more', async () => {
    const { id, formerAnchors } = (await kept()) ?? {};
    await chromium.ask('undoAnchor', { id: id ?? '', part: 0, until: formerAnchors?.[0]?.until ?? 0 });
    expect((await kept())?.formerAnchors).toBeUndefined();
    await until('it is marked', async () => (await markedTexts(page)).length > 0);
    await library.bringToFront();
    await card().getByRole('button', { name: 'No', exact: true }).click();
    await card().getByText('No longer in the page').waitFor();
    await until('it is no longer marked', async () => (await markedTexts(page)).length === 0);
    await library.getByRole('button', { name: 'Undo' }).click();
    await card().getByText('Is this still the passage?').waitFor();
    await until('it is marked again', async () => (await markedTexts(page)).length > 0);
  });

  it('gone: it is listed as an orphan with where it stood, and attached again to what is selected', async () => {
    await comeBackTo(RULES.gone, 'missing');
    const panel = await chromium.openPanel();
    await press(panel, 'This page');
    await panel.waitFor(`document.querySelector('.card-group')?.textContent === 'No longer in the page'`);
    await press(panel, 'Show where it stood');
    await panel.waitFor(`document.querySelector('.stored-context')?.textContent.includes('When we mow')`);
    await press(panel, 'Attach here');
    await panel.waitFor(`document.body.innerText.includes('Nothing is selected in the page')`);
    await page.locator('#thanks').selectText();
    await press(panel, 'Attach here');
    await panel.waitFor(`document.body.innerText.includes('Attached to what you selected')`);
    expect(await kept()).toMatchObject({ formerAnchors: [{ quote: RULES.clipped }] });
    expect((await kept())?.quote).toContain('apple juice');
    await press(panel, 'Undo');
    await panel.waitFor(`document.querySelector('.card-group')`);
    expect((await kept())?.quote).toBe(RULES.clipped);
    await comeBackTo(RULES.clipped, 'exact');
    await panel.waitFor(`!document.querySelector('.card-group') && document.querySelector('.card-why')`);
    await panel.close();
  });
});

describe('how one came to a page', () => {
  const SEARCH = 'http://www.baidu.com/s?wd=when+to+mow';
  let meadow: Meadow;
  let chromium: Chromium;

  beforeAll(async () => {
    [meadow, chromium] = await Promise.all([serveMeadow(), launchChromium()]);
    await chromium.context.route(SEARCH, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<title>when to mow</title><a href="${meadow.list}">Meadows</a>` }),
    );
  });
  afterAll(() => Promise.all([chromium?.close(), meadow?.close()]));

  const noted = async (): Promise<string> => JSON.stringify(await (await chromium.worker()).evaluate(() => chrome.storage.session.get()));
  /** Search, press the result, press a link. With the trail on, each step is noted once its page stands still. */
  const come = async (isOn: boolean): Promise<Page> => {
    const page = await chromium.newPage(SEARCH);
    for (const next of [meadow.list, meadow.page]) {
      const here = page.url();
      if (isOn) await until(`${here} is noted`, async () => (await noted()).includes(`"address":"${here}"`));
      await page.locator('a').click();
      await page.waitForURL(next);
    }
    await page.locator('#rule').waitFor();
    return page;
  };
  const trails = async () => (await chromium.readTable<Clip>('clips')).map(({ context }) => context.trail);

  it('is not noted unless one wants it', async () => {
    const page = await come(false);
    await clip(chromium, page, { selector: '#thanks', why: 'without' });
    expect(await trails()).toEqual([undefined]);
    expect(await noted()).not.toContain('trail:');
    await page.close();
  });

  it('is shown in the composer once it is switched on, and kept as the person leaves it', async () => {
    const settings = await chromium.newPage(chromium.url('options.html'));
    await settings.getByRole('switch', { name: 'Note how I came to a page' }).click();
    await until('it is switched on', async () => JSON.stringify(await chromium.readTable('settings')).includes('"trail":true'));
    const page = await come(true);
    const composer = await openComposer(chromium, page, '#rule');
    await pressIn(composer, '“when to mow” · 1 page');
    await composer.getByText('Meadows nearby').waitFor();
    await pressIn(composer, 'Leave out what you searched for');
    await composer.getByRole('button', { name: '1 page', exact: true }).waitFor();
    await composer.locator('textarea').first().press('Enter');
    await composer.getByText('Kept on this device').waitFor();
    expect(await trails()).toContainEqual({ pages: [{ address: meadow.list, title: 'Meadows nearby' }] });
    await page.close();
  });

  it('is forgotten when it is switched off', async () => {
    const page = await come(true);
    await chromium.ask('saveSettings', { trail: false });
    expect(await noted()).not.toContain('trail:');
    await page.close();
  });
});

/** The frame of a card in a page, once the card is there. */
async function cardFrame(page: Page): Promise<Frame> {
  const frame = await until('the card opens', () => page.frames().findLast((one) => one.url().includes('card=')));
  await frame.locator('.card-why').waitFor();
  return frame;
}

const press = (panel: Surface, name: string): Promise<unknown> =>
  panel.waitFor(
    `(() => { const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(${JSON.stringify(name)})); button?.click(); return button !== undefined; })()`,
  );
