import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Capture } from '../../domain/clip.ts';
import { fail, ok, type Result } from '../../domain/failure.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import type { CardState } from '../../messaging/anchorProtocol.ts';
import type { calls } from '../../messaging/protocol.ts';
import type { Handlers, Origin } from '../../messaging/receive.ts';
import { attachAnew, confirmAnchor, undoAnchor } from '../../storage/anchors.ts';
import { clipById } from '../../storage/clipLists.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { authorNames } from '../../storage/feed.ts';
import { membershipById } from '../../storage/memberships.ts';
import { keepSightings, refuseSighting, sightingsOf } from '../../storage/sightings.ts';
import { cardAddress } from '../../surfaces/cardAddress.ts';
import { reading, withDatabase } from './database.ts';
import { activeTab } from './gestures.ts';
import { pageOfTab, refreshPage } from './pages.ts';
import { askPageAfterInjecting } from './pageScript.ts';

type SightingCalls = Pick<
  Handlers<typeof calls>,
  'sighted' | 'cardState' | 'confirmAnchor' | 'refuseAnchor' | 'attachHere' | 'undoAnchor' | 'showInLibrary'
>;

/** The one document of ours that a web page can frame. */
const FRAME = '/composer.html';
const isFramed = ({ address }: Origin): boolean => URL.parse(address ?? '')?.pathname === FRAME;

/** A frame in a page speaks of what is on that page only: the page may have framed it itself. Other surfaces speak of anything. */
async function mayTouch(origin: Origin, key: string | undefined): Promise<boolean> {
  if (!isFramed(origin)) return true;
  return origin.tabId !== undefined && key !== undefined && (await pageOfTab(origin.tabId)) === key;
}

/** Change the anchor of a clip that the sender may touch, and mark its page again. */
const changing = <T>(id: string, origin: Origin, change: (database: WhenceDatabase) => Promise<Result<T>>): Promise<Result<T>> =>
  withDatabase(async (database) => {
    const clip = await clipById(database, id);
    if (!clip) return fail('not-found');
    if (!(await mayTouch(origin, clip.pageKey))) return fail('not-allowed');
    const changed = await change(database);
    if (changed.ok) void refreshPage(database, clip.pageKey);
    return changed;
  });

/** What is selected in a tab's page; what comes from a page is parsed like any message. */
async function selectionIn(tabId: number): Promise<Result<Capture>> {
  const answer = await askPageAfterInjecting(tabId, 'readSelection', undefined);
  if (!answer.ok) return answer;
  const capture = v.safeParse(Capture, answer.value);
  return capture.success ? ok(capture.output) : fail('bad-message', { call: 'readSelection', problem: capture.issues[0].message });
}

async function cardState(database: WhenceDatabase, id: string, origin: Origin): Promise<CardState | null> {
  const clip = await clipById(database, id);
  if (clip) {
    if (!(await mayTouch(origin, clip.pageKey))) return null;
    const [decision, sightings] = await Promise.all([
      clip.evidence && database.decisions.get(clip.evidence.decisionId),
      sightingsOf(database, id),
    ]);
    return { kind: 'clip', clip, ...(decision && { decision }), sightings };
  }
  const here = origin.tabId === undefined ? undefined : await pageOfTab(origin.tabId);
  const post =
    here === undefined
      ? undefined
      : await database.posts
          .where('pageKey')
          .equals(here)
          .filter((row) => row.id === id)
          .first();
  if (!post) return null;
  const [names, membership, sightings] = await Promise.all([
    authorNames(database, [post]),
    membershipById(database, post.communityId),
    sightingsOf(database, id),
  ]);
  return { kind: 'post', post, authorName: names.get(id) ?? '', communityName: membership?.name ?? '', sightings };
}

/** Where passages stand now: what pages tell of them, and what the person says to that. */
export const sightingHandlers: SightingCalls = {
  sighted: ({ address, sightings }, { address: sender }) =>
    withDatabase(async (database) => {
      // as for `pageOpened`: the page's own origin, as the browser states it
      if (URL.parse(address)?.origin !== URL.parse(sender ?? '')?.origin) return fail('not-allowed');
      const kept = await keepSightings(database, pageKey(address), sightings, Date.now());
      return kept.ok ? ok(undefined) : kept;
    }),
  cardState: ({ id }, origin) => reading((database) => cardState(database, id, origin)),
  confirmAnchor: (confirmed, origin) => changing(confirmed.id, origin, (database) => confirmAnchor(database, confirmed, Date.now())),
  refuseAnchor: (refused, origin) => changing(refused.id, origin, (database) => refuseSighting(database, refused)),
  attachHere: (passage, origin) =>
    changing(passage.id, origin, async (database) => {
      const tabId = isFramed(origin) ? origin.tabId : (await activeTab())?.id;
      const selection = tabId === undefined ? fail('nothing-selected') : await selectionIn(tabId);
      if (!selection.ok) return selection;
      const capture = selection.value;
      return attachAnew(database, passage, { pageKey: pageKey(capture.source.address), capture }, Date.now());
    }),
  undoAnchor: async (change, origin) => {
    const undone = await changing(change.id, origin, (database) => undoAnchor(database, change, Date.now()));
    return undone.ok ? ok(undefined) : undone;
  },
  async showInLibrary({ id }) {
    await browser.tabs.create({ url: browser.runtime.getURL(cardAddress({ kind: 'clip', id })) });
    return ok(undefined);
  },
};
