import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { FailureNotice } from '../components/FailureNotice.tsx';
import '../components/styles/base.css';
import { Button } from '../components/Button.tsx';
import { parseInvite } from '../domain/invite.ts';
import { words } from '../locales/index.ts';
import { ask } from '../messaging/send.ts';
import { createIndex } from '../search/index.ts';
import { pictureOf, textOf } from '../storage/attachments.ts';
import { newestSeq } from '../storage/feed.ts';
import { databaseFailure } from '../storage/failures.ts';
import { openDatabase } from '../storage/open.ts';
import { askPersistence } from '../storage/persistence.ts';
import { readSettings } from '../storage/settings.ts';
import { App } from './App.tsx';
import { appModel, type View } from './appModel.ts';
import { makeCards } from './cards.ts';
import { followCurrentPage } from './currentPage.ts';
import { liveLibrary } from './library.ts';
import { liveUpdates } from './liveUpdates.ts';
import { pageTexts } from './pageTexts.ts';
import { PictureSourceContext } from './pictureSource.ts';
import { readAddress } from './readAddress.ts';
import { followedIndex } from './searchIndex.ts';
import { clipShortcut } from './shortcut.ts';
import { openSidePanel } from './sidePanel.ts';

export type SurfaceName = 'popup' | 'sidepanel' | 'library';

/** Mount the app in a page of the extension. */
export async function mountApp(surface: SurfaceName): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const ending = new AbortController();
  const end = ending.signal;
  addEventListener('pagehide', () => ending.abort(), { once: true });

  const failed = (failure: Parameters<typeof FailureNotice>[0]['failure']): void =>
    render(
      <main class="app">
        <FailureNotice failure={failure}>
          <Button onClick={() => location.reload()}>{words.reload}</Button>
        </FailureNotice>
      </main>,
      root,
    );
  const opened = await openDatabase({ onOutdated: () => failed({ code: 'database-newer' }) });
  if (!opened.ok) {
    failed(opened.error);
    return;
  }
  const database = opened.value;
  const kept = liveLibrary(database, end, (error) => failed(databaseFailure(error)));
  const cards = computed(() => kept.library.value && makeCards(kept.library.value));
  const page = surface === 'library' ? signal(undefined) : followCurrentPage(end, { isGranted: surface === 'popup' });
  const texts = pageTexts(
    (id, max) => textOf(database, id, max),
    (ids) => index.learn(ids),
    end,
  );
  const index = followedIndex(createIndex(), texts.textOf);
  // searched for on demand: a popup that is only looked at builds no index, and reads no page's text
  const search = (query: string) => {
    if (cards.value) {
      index.follow(cards.value);
      texts.follow(cards.value.clips);
    }
    // what was read meanwhile may answer too
    void texts.read.value;
    return index.search(query, Date.now());
  };
  let lastView: View;
  try {
    ({ lastView } = await readSettings(database));
  } catch (error) {
    failed(databaseFailure(error));
    return;
  }
  const model = appModel({ cards, page, search, ask, words, end }, surface === 'library' && lastView === 'page' ? 'mine' : lastView);

  const shortcut = signal('');
  void clipShortcut().then((keys) => (shortcut.value = keys));
  // times on cards are told in minutes; a second counts only while the next attempt to send is counted down
  const now = signal(Date.now());
  const seconds = signal(Date.now());
  const isCounting = (): boolean => kept.library.peek()?.outbox.some(({ state, failure }) => state === 'waiting' && failure) ?? false;
  const clock = setInterval(() => {
    if (isCounting()) seconds.value = Date.now();
    if (Date.now() - now.peek() >= 30_000) now.value = Date.now();
  }, 1_000);
  const memberships = computed(() => kept.library.value?.memberships);
  const live = liveUpdates(memberships, end);
  const isVisible = signal(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', () => (isVisible.value = document.visibilityState === 'visible'), { signal: end });
  const stopSeeing = effect(() => {
    // only what a person has in front of them was seen
    const isInFront = isVisible.value && model.view.value === 'community' && !model.isSearching.value && !model.sheet.value;
    if (!isInFront || !kept.unseen.value) return;
    for (const { id, seenSeq } of memberships.value ?? []) {
      void newestSeq(database, id).then((seq) => (seq > seenSeq ? ask('markSeen', { communityId: id, seq }) : undefined));
    }
  });
  end.addEventListener('abort', () => {
    clearInterval(clock);
    stopSeeing();
  });
  let offered: string | undefined;
  const stopInvite = effect(() => {
    // pressed on an invitation's own page, the button means: join. Its server is asked once the person says so
    const address = page.value?.address;
    if (surface !== 'popup' || !address || address === offered || !parseInvite(address).ok || model.sheet.peek()) return;
    offered = address;
    model.sheet.value = { at: 'join', link: address };
  });
  const [, only] = /^#card=(.+)$/.exec(location.hash) ?? [];
  if (only !== undefined) model.only.value = only;
  if (location.hash === '#join') model.sheet.value = { at: 'join', link: '' };
  end.addEventListener('abort', stopInvite);

  const closeIfPopup = (): void => {
    if (surface === 'popup') window.close();
  };
  const openPanel = (): void => {
    if (page.value) void openSidePanel(page.value.windowId).then(closeIfPopup);
  };
  const openTab = (path: `/library.html${string}`): void =>
    void browser.tabs.create({ url: browser.runtime.getURL(path) }).then(closeIfPopup);
  render(
    <PictureSourceContext.Provider value={(clipId) => pictureOf(database, clipId)}>
      <App
        model={model}
        cards={cards}
        library={kept.library}
        drafts={kept.drafts}
        settings={kept.settings}
        unseen={kept.unseen}
        page={page}
        live={live}
        now={now}
        seconds={seconds}
        shortcut={shortcut}
        onOpenPanel={surface === 'popup' ? openPanel : undefined}
        onOpenLibrary={surface === 'library' ? undefined : () => openTab('/library.html')}
        onOpenSettings={() => void browser.runtime.openOptionsPage().then(closeIfPopup)}
        onClipPage={surface === 'library' ? undefined : (what) => void ask('clipActiveTab', what && { what }).then(closeIfPopup)}
        textOf={texts.textOf}
        onRead={(clipId) => openTab(readAddress(clipId))}
        onOpened={closeIfPopup}
      />
    </PictureSourceContext.Provider>,
    root,
  );
  void askPersistence(navigator.storage);
}
