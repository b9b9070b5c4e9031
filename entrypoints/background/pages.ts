import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Clip } from '../../domain/clip.ts';
import type { Decision } from '../../domain/decision.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import { Mark } from '../../messaging/pageProtocol.ts';
import { askPage } from '../../messaging/send.ts';
import { clipsOnPage } from '../../storage/clipLists.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { authorNames, othersPostsOnPage, unseenCount } from '../../storage/feed.ts';
import { readSettings } from '../../storage/settings.ts';
import { refusedWords } from '../../storage/sightings.ts';
import { grantedSites, isOpenedTo } from './access.ts';
import { setBadge } from './badge.ts';
import { injectPageScript } from './pageScript.ts';
import { colourOf, marksOfClip, marksOfPost } from './marks.ts';

/**
 * Which tabs show which page, and which pages were opened for one clip. Kept in the session's storage,
 * which outlives the worker, ends with the browser, and which no page's script can read.
 */
const PAGE = 'page:';
const REVEAL = 'reveal:';

/** The next time that the page is opened, it scrolls to this passage. */
export const revealWhenOpened = (key: string, mark: Mark): Promise<void> => browser.storage.session.set({ [REVEAL + key]: mark });

async function takeReveal(key: string): Promise<Mark | undefined> {
  const name = REVEAL + key;
  const { [name]: stored } = await browser.storage.session.get(name);
  if (stored === undefined) return undefined;
  await browser.storage.session.remove(name);
  const mark = v.safeParse(Mark, stored);
  return mark.success ? mark.output : undefined;
}

/** The marks with the one that the person asked to see, also when marks are switched off or leave it out. */
export const withMark = (marks: readonly Mark[], wanted: Mark): Mark[] =>
  marks.some(({ id, part }) => id === wanted.id && part === wanted.part) ? [...marks] : [...marks, wanted];

async function tabsByPage(): Promise<{ readonly tabId: number; readonly key: string }[]> {
  const all = await browser.storage.session.get();
  return Object.entries(all).flatMap(([name, key]) =>
    name.startsWith(PAGE) && typeof key === 'string' ? [{ tabId: Number(name.slice(PAGE.length)), key }] : [],
  );
}

/** The key of the page that a tab shows, as far as Whence was called there. */
export async function pageOfTab(tabId: number): Promise<string | undefined> {
  const { [PAGE + tabId]: key } = await browser.storage.session.get(PAGE + tabId);
  return typeof key === 'string' ? key : undefined;
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
  const clipsHere = clips.length + posts.length;
  if (!highlights || clipsHere === 0) return { marks: [], clipsHere };
  const [decisions, names, refused] = await Promise.all([
    decisionsOf(database, clips),
    authorNames(database, posts),
    refusedWords(
      database,
      clips.map(({ id }) => id),
    ),
  ]);
  const marks = [
    ...clips.flatMap((clip) => marksOfClip(clip, colourOf(clip, decisions), refused.get(clip.id))),
    ...posts.flatMap((post) => marksOfPost(post, names.get(post.id) ?? '')),
  ];
  return { marks, clipsHere };
}

async function decisionsOf(database: WhenceDatabase, clips: readonly Clip[]): Promise<ReadonlyMap<string, Decision>> {
  const ids = clips.flatMap(({ evidence }) => (evidence ? [evidence.decisionId] : []));
  const decisions = await database.decisions.bulkGet([...new Set(ids)]);
  return new Map(decisions.flatMap((decision) => (decision ? [[decision.id, decision] as const] : [])));
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
  return { marks: reveal ? withMark(marks, reveal) : marks, reveal: reveal?.id };
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
  const keys = new Set((await tabsByPage()).map((tab) => tab.key));
  await Promise.all([...keys].map((key) => refreshPage(database, key)));
}

/** Sites were opened to Whence: begin in their tabs that are open already. */
export async function enterOpenPages(): Promise<void> {
  const matches = await grantedSites();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectPageScript(id)])));
}

/** Sites were closed to Whence: what is there already shows nothing more. */
export async function leaveClosedPages(): Promise<void> {
  for (const { tabId, key } of await tabsByPage()) {
    if (await isOpenedTo(key)) continue;
    await Promise.all([askPage(tabId, 'setButton', { shown: false }), askPage(tabId, 'setMarks', { marks: [] }), forgetTab(tabId)]);
  }
}
