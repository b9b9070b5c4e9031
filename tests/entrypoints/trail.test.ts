import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Trail } from '../../domain/clip.ts';
import { forgetTrail, forgetTrails, noteStep, withTrail } from '../../entrypoints/background/trail.ts';
import { aCapture } from '../storage/samples.ts';

const LIST = 'https://a.example/list';
const PAGE = 'https://a.example/layout';

/** A tab, by what the browser tells of it. */
const open = async (told: { readonly incognito?: boolean; readonly openerTabId?: number } = {}): Promise<number> => {
  const tab = await fakeBrowser.tabs.create({ url: PAGE });
  Object.assign(tab, told, { title: 'Layout' });
  fakeBrowser.tabs.get = async (asked) => ({ ...tab, ...(asked === tab.id ? told : {}) });
  return tab.id ?? -1;
};
const trailIn = async (tabId: number): Promise<Trail | undefined> => (await withTrail(aCapture(), tabId)).context.trail;

beforeEach(() => fakeBrowser.reset());

describe('the trail of a tab', () => {
  it('goes into what is clipped there', async () => {
    const tab = await open();
    await noteStep(tab, LIST, '', 1);
    await noteStep(tab, PAGE, LIST, 2);
    expect(await trailIn(tab)).toMatchObject({ pages: [{ address: LIST }] });
  });

  it('goes on in a tab that a link opened', async () => {
    const opener = await open();
    await noteStep(opener, LIST, '', 1);
    const tab = await open({ openerTabId: opener });
    await noteStep(tab, PAGE, LIST, 2);
    expect(await trailIn(tab)).toMatchObject({ pages: [{ address: LIST }] });
  });

  it('is not noted in a private window', async () => {
    const tab = await open({ incognito: true });
    await noteStep(tab, PAGE, LIST, 1);
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });

  it('goes with the tab, and with the choice to have none', async () => {
    const tab = await open();
    await noteStep(tab, PAGE, LIST, 1);
    await forgetTrail(tab);
    expect(await trailIn(tab)).toBeUndefined();
    await noteStep(tab, PAGE, LIST, 1);
    await forgetTrails();
    expect(await trailIn(tab)).toBeUndefined();
  });

  it('is never taken from what a page says', async () => {
    const capture = aCapture({ context: { trail: { pages: [{ address: LIST, title: 'made up' }] } } });
    expect((await withTrail(capture, 99)).context.trail).toBeUndefined();
  });
});
