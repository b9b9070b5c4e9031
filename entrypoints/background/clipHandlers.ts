import type { Capture } from '../../domain/clip.ts';
import { fail, ok, type Result } from '../../domain/failure.ts';
import { mayPost } from '../../domain/community.ts';
import { siteOf } from '../../domain/pageAddress.ts';
import type { calls } from '../../messaging/protocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import { askPage } from '../../messaging/send.ts';
import { clipsOnPage, tagCounts } from '../../storage/clipLists.ts';
import { editClip, keepDraft, removeClip, restoreClip, undoKeep } from '../../storage/clips.ts';
import type { WhenceDatabase } from '../../storage/database.ts';
import { allDecisions } from '../../storage/decisions.ts';
import { beginDraft, discardDraft, draftById, saveDraft } from '../../storage/drafts.ts';
import { saveTrail } from '../../storage/draftTrail.ts';
import { memberCount } from '../../storage/feed.ts';
import { newId } from '../../storage/ids.ts';
import { allMemberships } from '../../storage/memberships.ts';
import { patchSettings, readSettings } from '../../storage/settings.ts';
import { isOpenedTo } from './access.ts';
import { reading, withDatabase } from './database.ts';
import { activeTab, clipTab, clipTarget, openComposerWindow, openShareWindow } from './gestures.ts';
import { openKept } from './openKept.ts';
import { openPage, refreshAllPages, refreshPage } from './pages.ts';
import { loadPageTools } from './pageScript.ts';
import { keepPageText } from './pageText.ts';
import { draftPreview } from './draftPreview.ts';
import { forgetTrails, noteStep, withTrail } from './trail.ts';

/** How many known tags and questions the composer completes from. */
const COMPLETIONS = 300;

const stamp = () => ({ now: Date.now(), newId });

/** The drafts that are being stored: a composer asks for its draft while it is. Nothing is lost with the worker: a new one finds what was stored. */
let beginning: Promise<unknown> = Promise.resolve();

/** Store a capture as a draft, under `id` when it is the first of its passage; with how its tab came to the page. */
export function begin(capture: Capture, id?: string, tabId?: number): Promise<Result<{ id: string }>> {
  const begun = withDatabase(async (database) => {
    const draft = await beginDraft(database, await withTrail(database, capture, tabId, Date.now()), {
      now: Date.now(),
      newId: () => id ?? newId(),
    });
    return draft.ok ? ok({ id: draft.value.id }) : draft;
  });
  beginning = begun;
  return begun;
}

const refreshPageOf = async (database: WhenceDatabase, id: string): Promise<void> => {
  const clip = await database.clips.get(id);
  if (clip) await refreshPage(database, clip.pageKey);
};

type ClipCalls = Pick<
  Handlers<typeof calls>,
  | 'pageOpened'
  | 'beginClip'
  | 'loadPageTools'
  | 'composeInWindow'
  | 'buttonOff'
  | 'composerState'
  | 'completions'
  | 'saveDraft'
  | 'saveTrail'
  | 'discardDraft'
  | 'keepDraft'
  | 'undoKeep'
  | 'reviewShare'
  | 'closeComposer'
  | 'sizeComposer'
  | 'editClip'
  | 'removeClip'
  | 'restoreClip'
  | 'openAtPassage'
  | 'clipActiveTab'
  | 'saveSettings'
>;

/** What concerns clips, drafts and pages: all of it works with no server at all. */
export const clipHandlers: ClipCalls = {
  pageOpened: ({ address, from = '' }, { tabId, address: sender, isOwnPage }) =>
    withDatabase(async (database) => {
      // an address within the page's own origin, as the browser states that; a single-page app stays there
      if (URL.parse(address)?.origin !== URL.parse(sender ?? '')?.origin) return fail('not-allowed');
      const [settings, isOpened, page] = await Promise.all([
        readSettings(database),
        // a page where Whence was called once by a gesture gets no button: that was not asked for
        isOwnPage || isOpenedTo(address),
        openPage(database, tabId ?? -1, address),
      ]);
      if (settings.trail && isOpened && tabId !== undefined) void noteStep(tabId, address, from, Date.now());
      const button = isOpened && settings.button && !settings.buttonOffSites.includes(siteOf(address));
      return ok({ marks: page.marks, button, ...(page.reveal !== undefined && { reveal: page.reveal }) });
    }),
  beginClip: async ({ id, capture }, { tabId }) => {
    const begun = await begin(capture, id, tabId);
    if (begun.ok && capture.kind === 'page' && tabId !== undefined) void keepPageText(tabId, begun.value.id);
    return begun;
  },
  loadPageTools: async (_nothing, { tabId }) => (tabId === undefined ? fail('not-allowed') : loadPageTools(tabId)),
  async composeInWindow({ id }) {
    await openComposerWindow(id);
    return ok(undefined);
  },
  buttonOff: (_nothing, { tabId, address }) =>
    withDatabase(async (database) => {
      const { buttonOffSites } = await readSettings(database);
      const site = siteOf(address ?? '');
      const saved = await patchSettings(database, { buttonOffSites: [...new Set([...buttonOffSites, site])] });
      if (saved.ok && tabId !== undefined) void askPage(tabId, 'setButton', { shown: false });
      return saved.ok ? ok(undefined) : saved;
    }),

  composerState: ({ id }) =>
    reading(async (database) => {
      await beginning;
      const draft = await draftById(database, id);
      if (!draft) return null;
      const [clipsHere, memberships] = await Promise.all([clipsOnPage(database, draft.pageKey), allMemberships(database)]);
      const audiences = await Promise.all(
        memberships
          .filter(({ revoked }) => !revoked)
          .map(async ({ id: communityId, name, role }) => ({
            communityId,
            name,
            members: await memberCount(database, communityId),
            mayPost: mayPost(role),
          })),
      );
      const picture = await draftPreview(database, draft);
      return { draft, clipsHere: clipsHere.length, audiences, ...(picture !== undefined && { picture }) };
    }),
  completions: () =>
    reading(async (database) => {
      const [tags, decisions] = await Promise.all([tagCounts(database), allDecisions(database)]);
      return {
        tags: tags.slice(0, COMPLETIONS).map(({ tag }) => tag),
        decisions: decisions.slice(0, COMPLETIONS).map(({ question }) => question),
      };
    }),
  saveDraft: ({ id, fields }) => withDatabase((database) => saveDraft(database, id, fields, Date.now())),
  saveTrail: ({ id, trail }) => withDatabase((database) => saveTrail(database, id, trail, Date.now())),
  discardDraft: ({ id }) => withDatabase((database) => discardDraft(database, id)),
  keepDraft: (draft) =>
    withDatabase(async (database) => {
      const kept = await keepDraft(database, draft, stamp());
      if (kept.ok) void refreshPage(database, kept.value.pageKey);
      return kept;
    }),
  undoKeep: ({ id }) =>
    withDatabase(async (database) => {
      const undone = await undoKeep(database, id, Date.now());
      if (undone.ok) void refreshPageOf(database, id);
      return undone;
    }),
  reviewShare: async ({ id, communityId }) => {
    await openShareWindow(id, communityId);
    return ok(undefined);
  },
  closeComposer: async (_, { tabId }) => (tabId === undefined ? ok(undefined) : askPage(tabId, 'hideComposer', undefined)),
  sizeComposer: async (size, { tabId }) => (tabId === undefined ? ok(undefined) : askPage(tabId, 'resizeComposer', size)),

  editClip: (edit) =>
    withDatabase(async (database) => {
      const edited = await editClip(database, edit, stamp());
      if (edited.ok) void refreshPage(database, edited.value.pageKey);
      return edited;
    }),
  removeClip: ({ id }) =>
    withDatabase(async (database) => {
      const removed = await removeClip(database, id, Date.now());
      if (removed.ok) void refreshPageOf(database, id);
      return removed;
    }),
  restoreClip: ({ id }) =>
    withDatabase(async (database) => {
      const restored = await restoreClip(database, id, Date.now());
      if (restored.ok) void refreshPageOf(database, id);
      return restored;
    }),
  openAtPassage: (asked) => withDatabase((database) => openKept(database, asked)),
  clipActiveTab: async (asked) => {
    const tab = await activeTab();
    await (asked ? clipTarget(tab, { kind: asked.what }, { beginDraft: begin }) : clipTab(tab, { beginDraft: begin }));
    return ok(undefined);
  },
  saveSettings: (patch) =>
    withDatabase(async (database) => {
      const saved = await patchSettings(database, patch);
      if (saved.ok && patch.trail === false) await forgetTrails();
      if (saved.ok && patch.highlights !== undefined) void refreshAllPages(database);
      return saved.ok ? ok(undefined) : saved;
    }),
};
