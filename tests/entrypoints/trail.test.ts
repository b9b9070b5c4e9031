import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Trail } from '../../domain/clip.ts';
import { forgetTrail, forgetTrails, noteStep, withTrail } from '../../entrypoints/background/trail.ts';
import { keepDraft } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { beginDraft } from '../../storage/drafts.ts';
import { patchSettings } from '../../storage/settings.ts';
import { aCapture, freshDatabase, idOf, someFields, valueOf } from '../storage/samples.ts';

const LIST = 'https://a.example/list';
const PAGE = 'https://a.example/layout';
const NOW = 3_600_000;

/** A tab, by what the browser tells of it. */
const open = async (told: { readonly incognito?: boolean; readonly openerTabId?: number } = {}): Promise<number> => {
  const tab = await fakeBrowser.tabs.create({ url: PAGE });
  Object.assign(tab, told, { title: 'Layout' });
  fakeBrowser.tabs.get = async (asked) => ({ ...tab, ...(asked === tab.id ? told : {}) });
  return tab.id ?? -1;
};
let database: WhenceDatabase;
const trailIn = async (tabId: number): Promise<Trail | undefined> => (await withTrail(database, aCapture(), tabId, NOW)).context.trail;

beforeEach(async () => {
  fakeBrowser.reset();
  database = await freshDatabase();
});

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

  it('ends with what was clipped elsewhere just before, in the order of clipping, where one wants a trail', async () => {
    const minute = 60_000;
    const keep = async (n: number, ago: number, address: string) => {
      const capture = aCapture({ source: { address, title: `page ${n}` } });
      valueOf(await beginDraft(database, capture, { now: NOW - ago, newId: () => idOf(n) }));
      valueOf(
        await keepDraft(
          database,
          { id: idOf(n), fields: someFields({ why: n === 3 ? '' : `why ${n}` }) },
          { now: NOW - ago, newId: () => idOf(n + 100) },
        ),
      );
    };
    await keep(1, 31 * minute, 'https://long.example/ago');
    await keep(2, 9 * minute, 'https://b.example/');
    await keep(3, 5 * minute, 'https://c.example/');
    await keep(4, minute, PAGE);
    const tab = await open();
    expect(await trailIn(tab)).toBeUndefined();
    valueOf(await patchSettings(database, { trail: true }));
    expect(await trailIn(tab)).toMatchObject({
      pages: [],
      clips: [
        { why: 'why 2', title: 'page 2' },
        { why: '', title: 'page 3' },
      ],
    });
    expect(await trailIn(await open({ incognito: true }))).toBeUndefined();
  });

  it('is never taken from what a page says', async () => {
    const capture = aCapture({ context: { trail: { pages: [{ address: LIST, title: 'made up' }] } } });
    expect((await withTrail(database, capture, undefined, NOW)).context.trail).toBeUndefined();
  });
});
