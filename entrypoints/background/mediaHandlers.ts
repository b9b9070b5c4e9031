import { browser } from 'wxt/browser';
import { fromBase64 } from '../../domain/base64.ts';
import { fail, ok } from '../../domain/failure.ts';
import { pageKey } from '../../domain/pageAddress.ts';
import type { mediaCalls } from '../../messaging/mediaProtocol.ts';
import type { Handlers } from '../../messaging/receive.ts';
import { askPage } from '../../messaging/send.ts';
import { addPassage, separatePassage, takePassage } from '../../storage/drafts.ts';
import { newId } from '../../storage/ids.ts';
import { tellComposers } from './composers.ts';
import { withDatabase } from './database.ts';
import { activeTab, openComposerWindow } from './gestures.ts';
import { fetchPicture, forgetImage, keepPicture, photograph } from './keepPicture.ts';
import { loadMediaTools } from './pageScript.ts';

/** What concerns pictures and further passages: whatever is kept beside a clip's first words. */
export const mediaHandlers: Handlers<typeof mediaCalls> = {
  loadMediaTools: async (_nothing, { tabId }) => (tabId === undefined ? fail('not-allowed') : loadMediaTools(tabId)),
  async keepPicture({ id, type, base64 }) {
    await forgetImage(id);
    const bytes = fromBase64(base64);
    return bytes ? keepPicture(id, new Blob([bytes], { type })) : fail('bad-message', { call: 'keepPicture' });
  },
  photograph: async ({ id, view }, { tabId }) => (tabId === undefined ? fail('not-allowed') : photograph(tabId, id, view)),
  fetchPicture: ({ id }) => fetchPicture(id),

  addPassage: ({ id, address, passage }) =>
    withDatabase(async (database) => {
      const added = await addPassage(database, { id, pageKey: pageKey(address) }, passage, Date.now());
      if (!added.ok) return added;
      if (added.value) tellComposers(id);
      return ok(added.value ? 'added' : 'separate');
    }),
  removePassage: (passage) =>
    withDatabase(async (database) => {
      const taken = await takePassage(database, passage, Date.now());
      return taken.ok || taken.error.code === 'not-found' ? ok(undefined) : taken;
    }),
  separatePassage: (passage, { tabId }) =>
    withDatabase(async (database) => {
      const begun = await separatePassage(database, passage, { now: Date.now(), newId });
      if (!begun.ok) return begun;
      const opened = tabId === undefined ? undefined : await askPage(tabId, 'openDraft', { id: begun.value.id });
      if (!opened?.ok) await openComposerWindow(begun.value.id);
      return ok(undefined);
    }),

  async pageOffers() {
    const tab = await activeTab();
    if (tab?.id === undefined) return ok({ video: false });
    try {
      const [run] = await browser.scripting.executeScript({
        target: { tabId: tab.id, frameIds: [0] },
        // runs in the page, where there is a document
        func: () => globalThis.document.querySelector('video') !== null,
      });
      return ok({ video: run?.result === true });
    } catch {
      return ok({ video: false });
    }
  },
};
