import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { trailOf, withStep, type Step } from '../../capture/trail.ts';
import type { Capture } from '../../domain/clip.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import { clipsJustBefore } from '../../storage/clipLists.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { readSettings } from '../../storage/settings.ts';

/**
 * The steps of each tab, while the person has the trail switched on. In the session's storage, which is
 * never written to the disk and ends with the browser.
 */
const TRAIL = 'trail:';
const Steps = v.array(v.object({ address: v.string(), title: v.string(), at: v.number() }));

async function stepsOf(tabId: number | undefined): Promise<readonly Step[]> {
  if (tabId === undefined) return [];
  const name = TRAIL + tabId;
  const stored = v.safeParse(Steps, (await browser.storage.session.get(name))[name]);
  return stored.success ? stored.output : [];
}

/** One after the other: the next page of a tab may open while the one before is being noted. Lost with the worker is a step at most. */
let noting: Promise<void> = Promise.resolve();

/** A tab opened a page, reached from `from`. A private window leaves no trail. */
export function noteStep(tabId: number, address: string, from: string, now: number): Promise<void> {
  noting = noting.then(() => note(tabId, address, from, now));
  return noting;
}

async function note(tabId: number, address: string, from: string, now: number): Promise<void> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito || !/^https?:/i.test(address)) return;
    const own = await stepsOf(tabId);
    // a tab that was opened by a link goes on where the link was
    const before = own.length > 0 ? own : await stepsOf(tab.openerTabId);
    await browser.storage.session.set({ [TRAIL + tabId]: withStep(before, { address, title: tab.title ?? '', at: now }, from) });
  } catch {
    // the tab was closed in the meantime
  }
}

/** The capture with how its tab came to the page, and what was clipped just before. */
export async function withTrail(database: WhenceDatabase, capture: Capture, tabId: number | undefined, now: number): Promise<Capture> {
  const { address } = capture.source;
  const [steps, clips] = await Promise.all([stepsOf(tabId), clipsBefore(database, address, tabId, now)]);
  const { trail: _, ...context } = capture.context;
  const led = trailOf(steps, address);
  const trail = clips.length > 0 ? { pages: [], ...led, clips } : led;
  return { ...capture, context: { ...context, ...(trail && { trail }) } };
}

/** None while the trail is switched off, nor for a private window. */
async function clipsBefore(database: WhenceDatabase, address: string, tabId: number | undefined, now: number) {
  const { trail } = await readSettings(database);
  if (!trail || (tabId !== undefined && (await browser.tabs.get(tabId)).incognito)) return [];
  return clipsJustBefore(database, pageKey(address), now);
}

export const forgetTrail = (tabId: number): Promise<void> => browser.storage.session.remove(TRAIL + tabId);

/** The person switched the trail off. */
export async function forgetTrails(): Promise<void> {
  const names = Object.keys(await browser.storage.session.get()).filter((name) => name.startsWith(TRAIL));
  await browser.storage.session.remove(names);
}
