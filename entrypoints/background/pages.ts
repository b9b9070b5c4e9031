import { browser } from 'wxt/browser';
import { pageKey } from '../../domain/pageAddress.ts';
import type { Mark } from '../../messaging/pageProtocol.ts';
import { askPage } from '../../messaging/send.ts';
import { clipsOnPage } from '../../storage/clipLists.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { othersPostsOnPage, unseenCount } from '../../storage/feed.ts';
import { readSettings } from '../../storage/settings.ts';
import { setBadge } from './badge.ts';
import { makeMarks } from './marks.ts';

/**
 * Which tabs show which page, and which pages were opened for one clip. Kept in the session's storage,
 * which outlives the worker, ends with the browser, and which no page's script can read.
 */
const PAGE = 'page:';
const REVEAL = 'reveal:';

/** The next time that the page is opened, it scrolls to this clip. */
export const revealWhenOpened = (key: string, clipId: string): Promise<void> => browser.storage.session.set({ [REVEAL + key]: clipId });

async function takeReveal(key: string): Promise<string | undefined> {
  const name = REVEAL + key;
  const { [name]: clipId } = await browser.storage.session.get(name);
  if (clipId !== undefined) await browser.storage.session.remove(name);
  return typeof clipId === 'string' ? clipId : undefined;
}

async function tabsByPage(): Promise<{ readonly tabId: number; readonly key: string }[]> {
  const all = await browser.storage.session.get();
  return Object.entries(all).flatMap(([name, key]) =>
    name.startsWith(PAGE) && typeof key === 'string' ? [{ tabId: Number(name.slice(PAGE.length)), key }] : [],
  );
}

export const forgetTab = (tabId: number): Promise<void> => browser.storage.session.remove(PAGE + tabId);

interface PageContent {
  readonly marks: Mark[];
  readonly clipsHere: number;
}

/** What is known of a page: own clips and, from every community, other members' posts. */
export async function pageContent(database: WhenceDatabase, key: string): Promise<PageContent> {
  const [clips, posts, { highlights }] = await Promise.all([
    clipsOnPage(database, key),
    othersPostsOnPage(database, key),
    readSettings(database),
  ]);
  return { marks: highlights ? makeMarks(clips, posts) : [], clipsHere: clips.length + posts.length };
}

/** A page was opened: what it marks, and whether it was opened for one clip. */
export async function openPage(
  database: WhenceDatabase,
  tabId: number,
  address: string,
): Promise<{ readonly marks: Mark[]; readonly reveal: string | undefined }> {
  const key = pageKey(address);
  const [{ marks, clipsHere }, reveal, unseen] = await Promise.all([
    pageContent(database, key),
    takeReveal(key),
    unseenCount(database),
    browser.storage.session.set({ [PAGE + tabId]: key }),
  ]);
  await setBadge({ tabId, clipsHere, unseen });
  return { marks, reveal };
}

/** The clips of a page changed: mark it again wherever it is open. */
export async function refreshPage(database: WhenceDatabase, key: string): Promise<void> {
  const tabs = (await tabsByPage()).filter((tab) => tab.key === key);
  if (tabs.length === 0) return;
  const [{ marks, clipsHere }, unseen] = await Promise.all([pageContent(database, key), unseenCount(database)]);
  await Promise.all(
    tabs.map(async ({ tabId }) => {
      const told = await askPage(tabId, 'setMarks', { marks });
      // the tab went to a page where Whence has not been called
      if (told.ok) await setBadge({ tabId, clipsHere, unseen });
      else await forgetTab(tabId);
    }),
  );
}

/** Something arrived or was seen: every badge, and the marks of pages that are open. */
export async function refreshAllPages(database: WhenceDatabase): Promise<void> {
  await setBadge({ unseen: await unseenCount(database) });
  for (const key of new Set((await tabsByPage()).map((tab) => tab.key))) await refreshPage(database, key);
}
