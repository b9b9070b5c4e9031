import { defineBackground } from 'wxt/utils/define-background';
import { browser } from 'wxt/browser';
import { calls } from '../../messaging/protocol.ts';
import { answer } from '../../messaging/receive.ts';
import { sweepDrafts } from '../../storage/drafts.ts';
import { renewPageKeys } from '../../storage/pageKeys.ts';
import { sweepSightings } from '../../storage/sightings.ts';
import { registerPageScript } from './access.ts';
import { begin, clipHandlers } from './clipHandlers.ts';
import { withDatabase } from './database.ts';
import { feedHandlers } from './feedHandlers.ts';
import { createMenu, listenForGestures } from './gestures.ts';
import { listenForJumps } from './jump.ts';
import { findHandlers, followWrites } from './indexing.ts';
import { mediaHandlers } from './mediaHandlers.ts';
import { listenForOmnibox } from './omnibox.ts';
import { enterOpenPages, forgetTab, leaveClosedPages } from './pages.ts';
import { relatedHandlers } from './relatedHandlers.ts';
import { searchHandlers } from './searchHandlers.ts';
import { sightingHandlers } from './sightingHandlers.ts';
import { ensureSync, listenForSync } from './sync.ts';
import { forgetTrail } from './trail.ts';
import { unreadHandlers } from './unreadHandlers.ts';

/** At a start too: the worker may have died under it when the extension was updated. */
const renewKeys = () => withDatabase((database) => renewPageKeys(database, browser.runtime.getManifest().version));

/**
 * The background: owns the database and answers everybody. It may be stopped at any moment, so every
 * listener is registered here and now, and whatever has to outlive a moment is written down.
 */
export default defineBackground({
  main() {
    answer(calls, {
      ...clipHandlers,
      ...feedHandlers,
      ...sightingHandlers,
      ...mediaHandlers,
      ...unreadHandlers,
      ...findHandlers,
      ...relatedHandlers,
      ...searchHandlers,
    });
    listenForGestures({ beginDraft: begin });
    listenForJumps();
    listenForSync();
    listenForOmnibox();
    void ensureSync();
    void followWrites();

    browser.runtime.onInstalled.addListener(({ reason }) => {
      void createMenu();
      void registerPageScript();
      if (reason === 'update') void renewKeys();
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    });
    browser.runtime.onStartup.addListener(() => void withDatabase((database) => sweepDrafts(database, Date.now())));
    browser.runtime.onStartup.addListener(() => void withDatabase(sweepSightings));
    browser.runtime.onStartup.addListener(() => void renewKeys());
    browser.permissions.onAdded.addListener(() => void registerPageScript().then(enterOpenPages));
    browser.permissions.onRemoved.addListener(() => void registerPageScript().then(leaveClosedPages));
    browser.tabs.onRemoved.addListener((tabId) => {
      void forgetTab(tabId);
      void forgetTrail(tabId);
    });
  },
});
