import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { DraftList } from '../components/DraftList.tsx';
import { FacetList } from '../components/FacetList.tsx';
import { NothingFound } from '../components/NothingFound.tsx';
import { QueryChips, type QueryChip } from '../components/QueryChips.tsx';
import { SavedSearches } from '../components/SavedSearches.tsx';
import { SaveSearch } from '../components/SaveSearch.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { Toast } from '../components/Toast.tsx';
import type { Draft } from '../domain/draft.ts';
import type { Settings } from '../domain/settings.ts';
import type { Card } from '../finding/cards.ts';
import type { Suggestion } from '../finding/suggestion.ts';
import { words } from '../locales/index.ts';
import type { Found } from '../search/index.ts';
import { AppHead } from './AppHead.tsx';
import type { AppModel } from './appModel.ts';
import { audiencesOf } from './audiences.ts';
import { CardResults } from './CardResults.tsx';
import { ClipActions } from './ClipActions.tsx';
import { CommunityPanel } from './CommunityPanel.tsx';
import type { CurrentPage } from './currentPage.ts';
import { EmptyView } from './EmptyView.tsx';
import { useFallenFocus } from './fallenFocus.ts';
import type { Library } from './library.ts';
import type { LiveStates } from './liveUpdates.ts';
import { OnlyCard } from './OnlyCard.tsx';
import { Outbox } from './Outbox.tsx';
import type { SearchAids } from './searchAids.ts';
import type { Searches } from './searches.ts';
import { PageOffers } from './PageOffers.tsx';
import { SheetView } from './SheetView.tsx';
import { SiteAccess } from './SiteAccess.tsx';
import './App.css';

export interface AppProps {
  readonly model: AppModel;
  readonly library: ReadonlySignal<Library | undefined>;
  readonly aids: SearchAids;
  readonly searches: Searches;
  /** Clips and posts that are still to be put into the index. */
  readonly waiting: ReadonlySignal<number>;
  /** Whether facets stand beside the cards. */
  readonly hasFacets: boolean;
  readonly drafts: ReadonlySignal<readonly Draft[] | undefined>;
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly unseen: ReadonlySignal<number | undefined>;
  readonly page: ReadonlySignal<CurrentPage | undefined>;
  readonly live: ReadonlySignal<LiveStates>;
  /** The present, to the half minute. */
  readonly now: ReadonlySignal<number>;
  /** The present, to the second while something is counted down. */
  readonly seconds: ReadonlySignal<number>;
  readonly shortcut: ReadonlySignal<string>;
  readonly onOpenPanel: (() => void) | undefined;
  readonly onOpenLibrary: (() => void) | undefined;
  readonly onOpenSettings: () => void;
  /** Put the composer on the tab in front, or let the person choose a region, or take the moment of its video. */
  readonly onClipPage: ((what?: 'region' | 'moment') => void) | undefined;
  /** The text of a clip's page, as far as it was read to be searched. */
  readonly textOf: (clipId: string) => string | undefined;
  /** What is most like a card, the likest first. */
  readonly related: (card: Card) => Promise<readonly Suggestion[]>;
  /** Read the page of a clip offline. */
  readonly onRead: (clipId: string) => void;
  /** After something was opened in a tab; the popup closes then. */
  readonly onOpened: () => void;
}

const SEARCH = 'search';
const LIST = 'cards';

/** Popup, side panel and library: one search over everything, and three views. */
export function App(props: AppProps) {
  const { model, aids, searches, library, drafts, settings, page, now } = props;
  const searchBox = useRef<HTMLElement>(null);
  const foundBox = useRef<HTMLDivElement>(null);
  const hasShown = useRef(false);
  const kept = library.value;
  const sheet = model.sheet.value;
  const view = model.view.value;
  const message = model.message.value;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (event.key !== '/' || isTyping || model.sheet.peek() || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      searchBox.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  // what another query found begins at its best; more of the same leaves the place
  useLayoutEffect(() => foundBox.current?.scrollTo(0, 0), [model.answered.value]);

  const answer = model.shown.value;
  useFallenFocus(searchBox, answer !== undefined && !sheet);
  // once anything was shown, what is read for another view leaves the rest, and the focus, where it is
  hasShown.current ||= answer !== undefined || model.isSearching.value;
  if (!kept || !hasShown.current) return <main class="app" aria-busy="true" aria-label={words.loading} />;
  const audiences = audiencesOf(kept);
  const shown = answer ?? [];
  const only = model.only.value;
  const isFound = model.isSearching.value && only === undefined;
  const total = model.total.value ?? 0;
  // not what is being typed: that would draw every card anew for a letter that was not looked for yet
  const asked = model.answered.value ?? '';
  const said = words.search.found(total, model.isAtLeast.value);
  const chips = chipsOf(model.understood.value);
  const search = (query: string): void => {
    model.search(query);
    // the button that was pressed is gone then
    searchBox.current?.querySelector('input')?.focus();
  };

  const list = (
    <CardResults
      id={LIST}
      key={only?.id}
      searchId={only ? undefined : SEARCH}
      startAt={only ? only.id : model.returned.value}
      label={isFound ? said : words.views[view]}
      shown={shown}
      model={model}
      library={kept}
      tags={aids.known.value.tags ?? []}
      audiences={audiences}
      now={now.value}
      pageKey={page.value?.pageKey}
      isGrouped={!isFound && view === 'page'}
      textOf={props.textOf}
      onRead={props.onRead}
      related={props.related}
      onSearch={search}
      onOpened={() => {
        searches.noteRecent(model.query.value);
        props.onOpened();
      }}
    />
  );
  const help = aids.help.value;
  const empty = model.isSearching.value ? (
    <NothingFound
      near={help?.near ?? []}
      without={[
        ...(help?.without ?? []).map(({ chip, query, total: found }) => ({
          label: words.search.quoted(words.query.chip(chip.says)),
          query,
          total: found,
        })),
        ...(help?.unfiltered ? [{ label: words.search.withoutFilters, ...help.unfiltered }] : []),
      ]}
      communities={audiences.filter(({ mayPost }) => mayPost).map(({ communityId: id, name }) => ({ id, name }))}
      onQuery={search}
      onAsk={(communityId) => (model.sheet.value = { at: 'ask', communityId })}
    />
  ) : (
    <EmptyView model={model} library={kept} page={page.value} view={view} shortcut={props.shortcut.value} onClipPage={props.onClipPage} />
  );
  const body = shown.length > 0 ? list : answer && empty;

  const main = sheet ? (
    <div class="app-sheet">
      <SheetView sheet={sheet} model={model} audiences={audiences} settings={settings.value} />
    </div>
  ) : only ? (
    <OnlyCard key={only.id} model={model} card={answer && (shown.length > 0 ? list : null)} />
  ) : model.isSearching.value ? (
    <div class="app-found" key="found" ref={foundBox}>
      {chips.length > 0 && <QueryChips label={words.query.understood} chips={chips} onQuery={search} />}
      <div class="app-count">
        <p role="status">{answer && said}</p>
        {answer && (
          <SaveSearch isSaved={searches.isSaved(asked)} onSave={() => searches.save(asked)} onForget={() => searches.forget(asked)} />
        )}
      </div>
      {props.waiting.value > 0 && <p class="app-waiting">{words.search.waiting(props.waiting.value)}</p>}
      {body}
    </div>
  ) : (
    <Tabs
      label={words.views.label}
      tabs={[
        // the library is a tab itself: there is no page in front of it
        ...(props.onOpenLibrary ? [{ key: 'page' as const, label: words.views.page, count: model.counts.value.page }] : []),
        { key: 'mine', label: words.views.mine, count: model.counts.value.mine },
        {
          key: 'community',
          label: words.views.community,
          count: model.counts.value.community,
          ...(props.unseen.value && view !== 'community' ? { news: words.views.news(props.unseen.value) } : {}),
        },
      ]}
      chosen={view}
      onChoose={model.show}
    >
      {view !== 'community' && (
        <DraftList
          drafts={(drafts.value ?? []).filter((draft) => view === 'mine' || draft.pageKey === page.value?.pageKey)}
          now={now.value}
          onContinue={(draftId) => (model.sheet.value = { at: 'compose', draftId })}
          onDiscard={(id) => void model.act('discardDraft', { id })}
        />
      )}
      {view === 'page' && page.value && props.onClipPage && (
        <ClipActions page={page.value} hasClips={shown.length > 0} onClip={props.onClipPage} />
      )}
      {view === 'community' && <CommunityPanel model={model} library={kept} live={props.live.value} />}
      {view === 'page' && page.value && !page.value.isClosed && <PageOffers page={page.value} model={model} onOpened={props.onOpened} />}
      {body}
      {view === 'page' && page.value?.isClosed && <PageOffers page={page.value} model={model} onOpened={props.onOpened} />}
      {view === 'page' && page.value?.address !== undefined && <SiteAccess address={page.value.address} />}
    </Tabs>
  );

  return (
    <main class="app">
      <h1 class="visually-hidden">{words.name}</h1>
      <AppHead
        id={SEARCH}
        listId={LIST}
        box={searchBox}
        model={model}
        aids={aids}
        searches={searches}
        isHidden={sheet !== undefined}
        onOpenPanel={props.onOpenPanel}
        onOpenLibrary={props.onOpenLibrary}
        onOpenSettings={props.onOpenSettings}
      />
      <Outbox model={model} library={library} seconds={props.seconds} />
      {sheet || only ? null : !model.isSearching.value && aids.saved.value.length > 0 ? (
        <SavedSearches saved={aids.saved.value} onPick={search} onForget={searches.forget} />
      ) : null}
      {props.hasFacets && !sheet && !only ? (
        <div class="app-columns">
          <FacetList facets={aids.facets.value} onToggle={aids.toggle} />
          <div class="app-main">{main}</div>
        </div>
      ) : (
        main
      )}
      {message && (
        <div class="app-message">
          {'failure' in message ? (
            <Toast message="" failure={message.failure} onClose={() => (model.message.value = undefined)} />
          ) : (
            <Toast message={message.text} onUndo={message.undo} onClose={() => (model.message.value = undefined)} />
          )}
        </div>
      )}
    </main>
  );
}

/** Words alone need no explanation. */
function chipsOf(understood: Found['understood'] | undefined): readonly QueryChip[] {
  const chips = understood?.chips ?? [];
  if (chips.every(({ says }) => says.type === 'word' && !says.isNegated)) return [];
  return chips.map(({ says, without }) => ({ label: words.query.chip(says), removeLabel: words.query.remove(says), without }));
}
