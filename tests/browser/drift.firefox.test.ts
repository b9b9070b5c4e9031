import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../domain/clip.ts';
import type { KeptSighting } from '../../domain/sighting.ts';
import { launchFirefox, type Firefox } from './drivers/firefox.ts';
import type { FirefoxTab } from './drivers/firefoxTab.ts';
import { until } from './drivers/waiting.ts';
import { RULES, serveMeadow, type Meadow } from './pages/meadow.ts';

describe('a page that changes, in Firefox', () => {
  let meadow: Meadow;
  let firefox: Firefox;
  let tab: FirefoxTab;

  beforeAll(async () => {
    [meadow, firefox] = await Promise.all([serveMeadow(), launchFirefox()]);
    tab = await firefox.newTab(meadow.page);
    await tab.activate();
  });
  afterAll(() => Promise.all([firefox?.close(), meadow?.close()]));

  const frame = (): Promise<FirefoxTab> => tab.frame(firefox.url('composer.html'));
  /** The frame has the height of its content: what is pressed next does not move. */
  const isAtRest = (card: FirefoxTab): Promise<unknown> =>
    card.waitFor(`innerHeight === Math.ceil(document.querySelector('#app').getBoundingClientRect().height)`);
  const isSeenAs = (quality: KeptSighting['quality']): Promise<unknown> =>
    until(`it is seen as ${quality}`, async () => (await firefox.readTable<KeptSighting>('sightings'))[0]?.quality === quality, 15_000);

  it('what was hardly the same is confirmed on its card in the page, found there from then on, and taken back', async () => {
    await tab.evaluate(`getSelection().selectAllChildren(document.querySelector('#rule'))`);
    await firefox.command('clip');
    const composer = await frame();
    await composer.waitFor(`document.activeElement?.matches('textarea')`);
    await tab.type('Settles when to mow');
    await tab.press('Enter');
    await composer.waitFor(`document.body.innerText.includes('Kept on this device')`);

    meadow.rewrite(RULES.perhaps);
    await tab.goto(meadow.page);
    await isSeenAs('uncertain');
    await tab.click('#rule');
    const card = await frame();
    await card.waitFor(`document.body.innerText.includes('Is this still the passage?')`);
    await isAtRest(card);
    await card.click(`document.querySelector('.drift-actions button')`);
    await card.waitFor(`document.body.innerText.includes('Confirmed: it is found there from now on')`);
    const [clip] = await firefox.readTable<Clip>('clips');
    expect(clip).toMatchObject({ quote: RULES.clipped, formerAnchors: [{ part: 0 }] });
    await isSeenAs('exact');

    await isAtRest(card);
    await card.click('.toast button');
    await isSeenAs('uncertain');
    expect((await firefox.readTable<Clip>('clips'))[0]?.formerAnchors).toBeUndefined();
  });
});
