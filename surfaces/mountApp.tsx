import { computed, effect, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { FailureNotice } from '../components/FailureNotice.tsx';
import '../components/styles/base.css';
import { Button } from '../components/Button.tsx';
import { parseInvite } from '../domain/invite.ts';
import { words } from '../locales/index.ts';
import { ask } from '../messaging/send.ts';
import type { Finder } from '../finding/finder.ts';
import type { Card } from '../finding/cards.ts';
import { cardsInOrder } from '../finding/lists.ts';
import { searchedOf } from '../finding/readCards.ts';
import { relatedCards } from '../finding/related.ts';
import type { SearchIndex } from '../search/index.ts';
import { pictureOf } from '../storage/attachments.ts';
import { newestSeq } from '../storage/feed.ts';
import { databaseFailure } from '../storage/failures.ts';
import { openDatabase } from '../storage/open.ts';
import { askPersistence } from '../storage/persistence.ts';
import { readSettings } from '../storage/settings.ts';
import { App } from './App.tsx';
import { appModel } from './appModel.ts';
import type { View } from './lists.ts';
import { followCurrentPage } from './currentPage.ts';
import { readLikely } from './likelySearches.ts';
import { liveLibrary } from './library.ts';
import { liveLists } from './lists.ts';
import { liveUpdates } from './liveUpdates.ts';
import type { OpenedCard } from './openedCard.ts';
import { PictureSourceContext } from './pictureSource.ts';
import { followAddress } from './queryAddress.ts';
import { readAddress } from './readAddress.ts';
import { searchAids } from './searchAids.ts';
import { searches } from './searches.ts';
import { clipShortcut } from './shortcut.ts';
import { openSidePanel } from './sidePanel.ts';

/** What only helps to search comes after what was found. Milliseconds. */
const AFTER = 30;
/** What was found and looked at for so long was searched for. Milliseconds. */
const READ = 2_500;

/** What was found is followed after so long: a letter follows the one before it sooner. Milliseconds. */
const RESTING = 250;

/** What is like a card, at most. */
const RELATED = 4;

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
  const open = await openDatabase({ onOutdated: () => failed({ code: 'database-newer' }) });
  if (!open.ok) {
    failed(open.error);
    return;
  }
  const database = open.value;
  const onError = (error: unknown): void => failed(databaseFailure(error));
  const isKept = signal(0);
  const index = signal<SearchIndex | undefined>(undefined);
  const waiting = signal(0);
  let opened: Finder | undefined;
  let opening: Promise<Finder> | undefined;
  const openIt = async (): Promise<Finder> => {
    // the code that searches is no small part of all, and the cards don't wait for it
    const { openFinder } = await import('../finding/finder.ts');
    const made = openFinder(database, {
      onChange: () => void know().then(() => (isKept.value += 1)),
      onUnreadable: () => void ask('rebuildIndex', undefined),
      onError,
      end,
    });
    const know = async (): Promise<void> => {
      index.value = await made.index();
      waiting.value = made.waiting();
    };
    void know();
    opened = made;
    return made;
  };
  const finder = (): Promise<Finder> =>
    (opening ??= openIt().catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  const kept = liveLibrary(database, end, onError);
  const page = surface === 'library' ? signal(undefined) : followCurrentPage(end, { isGranted: surface === 'popup' });
  let lastView: View;
  try {
    ({ lastView } = await readSettings(database));
  } catch (error) {
    onError(error);
    return;
  }
  const view = signal(surface === 'library' && lastView === 'page' ? 'mine' : lastView);
  const only = signal<OpenedCard | undefined>(undefined);
  const model = appModel({
    view,
    only,
    lists: liveLists(database, { view, pageKey: computed(() => page.value?.pageKey), only }, end, onError),
    find: (query, limit) =>
      finder()
        .then(({ search }) => search(query, { limit, now: Date.now() }))
        .catch((error: unknown) => {
          onError(error);
          return undefined;
        }),
    kept: isKept,
    follow: (cards, next) => {
      const ids = cards.map(({ id, kind }) => searchedOf(id, kind));
      const read = async () => new Map((await cardsInOrder(database, ids, { own: false })).map((card) => [card.id, card]));
      // not what one letter finds and the next does not
      const told = (now: ReadonlyMap<string, Card>): void => {
        opened?.refresh(now);
        next(now);
      };
      let stop = (): void => undefined;
      const timer = setTimeout(() => {
        const subscription = liveQuery(read).subscribe({ next: told, error: onError });
        stop = () => subscription.unsubscribe();
      }, RESTING);
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
    ask,
    words,
    end,
  });

  const saved = searches(kept.settings, { ask, onFailure: (failure) => (model.message.value = { failure }) });
  const aids = searchAids({
    query: model.query,
    total: model.total,
    index,
    kept: isKept,
    savedSearches: saved.saved,
    hasFacets: surface === 'library',
    later: (work) => void setTimeout(work, AFTER),
    now: Date.now,
    end,
  });
  const readAhead = (query: string): Promise<void> =>
    finder()
      .then((made) => made.readAhead(query, { now: Date.now() }))
      // a search that is asked for tells what is wrong
      .catch(() => undefined);
  const stopReadingAhead = effect(() => {
    const query = model.answered.value;
    if (query === undefined) return undefined;
    const timer = setTimeout(() => void readAhead(query), AFTER);
    return () => clearTimeout(timer);
  });
  end.addEventListener('abort', stopReadingAhead);
  let isLikelyRead = false;
  const stopReadingLikely = effect(() => {
    if (isLikelyRead || !index.value || !kept.settings.value) return;
    isLikelyRead = true;
    void readLikely(saved.recent.peek(), {
      idle: () => new Promise((resolve) => requestIdleCallback(() => resolve())),
      isWanted: () => !end.aborted && !model.isSearching.peek(),
      readAhead,
    });
  });
  end.addEventListener('abort', stopReadingLikely);
  const stopNoting = effect(() => {
    const query = model.query.value;
    if (!model.total.value) return undefined;
    const timer = setTimeout(() => saved.noteRecent(query), READ);
    return () => clearTimeout(timer);
  });
  end.addEventListener('abort', stopNoting);
  if (surface === 'library') followAddress({ query: model.query, isTyped: model.isTyped, only }, window, () => performance.now(), end);
  // the cards first; the index is read while they are looked at
  const stopWaiting = effect(() => {
    if (model.shown.value && !opening) setTimeout(() => void (end.aborted || finder().catch(onError)));
  });
  end.addEventListener('abort', stopWaiting);
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
        library={kept.library}
        aids={aids}
        searches={saved}
        waiting={waiting}
        hasFacets={surface === 'library'}
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
        textOf={(clipId) => opened?.textOf(clipId)}
        related={async (card) => relatedCards(await finder(), card, { limit: RELATED, now: Date.now() })}
        onRead={(clipId) => openTab(readAddress(clipId))}
        onOpened={closeIfPopup}
      />
    </PictureSourceContext.Provider>,
    root,
  );
  void askPersistence(navigator.storage);
}
