import { computed, effect, signal, untracked, type ReadonlySignal, type Signal } from '@preact/signals';
import { gravest, type Drift } from '../domain/drift.ts';
import type { CallName, Input } from '../messaging/protocol.ts';
import type { ask as askBackground } from '../messaging/send.ts';
import { pageOf, type Card, type CardKey } from '../finding/cards.ts';
import type { FoundCards } from '../finding/finder.ts';
import type { Found, Hit } from '../search/index.ts';
import { anchorActions, type AnchorActions } from './anchorActions.ts';
import type { Lists, View } from './lists.ts';
import type { Message } from './message.ts';
import type { OpenedCard } from './openedCard.ts';

/** What stands in the place of the lists for a while. */
export type Sheet =
  | { readonly at: 'share'; readonly clipId: string; readonly communityId: string }
  | { readonly at: 'join'; readonly link: string }
  | { readonly at: 'create' }
  | { readonly at: 'ask'; readonly communityId: string }
  | { readonly at: 'invite'; readonly communityId: string }
  | { readonly at: 'compose'; readonly draftId: string; readonly isPasting?: boolean };

export interface Shown {
  readonly card: Card;
  /** Present when it was searched for. */
  readonly hit: Hit | undefined;
  /** What was found further down on the same page, best first. */
  readonly more?: readonly Shown[] | undefined;
}

interface Adapters {
  /** The view that is open, and the one card that is shown in the place of all lists. */
  readonly view: Signal<View>;
  readonly only: Signal<OpenedCard | undefined>;
  readonly lists: Lists;
  /** Searches everything; best first, at most `limit`. Answers nothing when what is kept can't be read. */
  readonly find: (query: string, limit: number) => Promise<FoundCards | undefined>;
  /** Rises when a search may find something else. */
  readonly kept: ReadonlySignal<number>;
  /** Tell how these cards stand, now and whenever that changes, until the answer is called. */
  readonly follow: (cards: readonly Card[], next: (now: ReadonlyMap<string, Card>) => void) => () => void;
  readonly ask: typeof askBackground;
  readonly words: { readonly deleted: string };
  readonly end: AbortSignal;
}

export interface AppModel {
  readonly view: Signal<View>;
  readonly query: Signal<string>;
  /** Search for what is being typed, or for what was picked. */
  readonly type: (query: string) => void;
  readonly search: (query: string) => void;
  /** Whether the query is what was typed last. */
  readonly isTyped: () => boolean;
  readonly isSearching: ReadonlySignal<boolean>;
  /** What the search was taken to ask for, while there is one. */
  readonly understood: ReadonlySignal<Found['understood'] | undefined>;
  /** How many answer the search in all; absent until that is known. */
  readonly total: ReadonlySignal<number | undefined>;
  /** There may be more than `total`. */
  readonly isAtLeast: ReadonlySignal<boolean>;
  /** The query that what was found answers; the last one until the next is answered. */
  readonly answered: ReadonlySignal<string | undefined>;
  /** How many cards the list that is shown has, read or not; `unknown` while only a further read can tell. */
  readonly size: ReadonlySignal<number | 'unknown'>;
  /** The end of what is shown is near: read on. */
  readonly readOn: () => void;
  /** A card that is shown or was found. */
  readonly cardOf: (id: string) => Card | undefined;
  readonly sheet: Signal<Sheet | undefined>;
  readonly message: Signal<Message | undefined>;
  /** The one card that is shown in the place of all lists. */
  readonly only: ReadonlySignal<OpenedCard | undefined>;
  /** Show one card by itself, opened from the card with the id `from`; and go back to what was there before. */
  readonly open: (card: CardKey, from: string) => void;
  readonly back: () => void;
  /** The id of the card that was just gone back to. */
  readonly returned: ReadonlySignal<string | undefined>;
  /** The card whose thread is open. */
  readonly openThread: Signal<string | undefined>;
  /** The card beside which what is like it is shown. */
  readonly openRelated: Signal<string | undefined>;
  /** The cards of the open view, or what was found. `undefined` while the first read is under way. */
  readonly shown: ReadonlySignal<readonly Shown[] | undefined>;
  /** How many cards each view has; absent until counted. */
  readonly counts: ReadonlySignal<Readonly<Record<View, number | undefined>>>;
  /** Ask the background; a failure becomes the message. Answers whether it went well. */
  readonly act: <N extends CallName>(name: N, input: Input<N>) => Promise<boolean>;
  readonly remove: (clipId: string) => Promise<void>;
  /** What the person says of passages that are no longer as they were clipped. */
  readonly anchors: AnchorActions;
  readonly show: (view: View) => void;
}

/** What is in its place first, what has gone last; each stays in its order otherwise. */
const GRAVITY: Readonly<Record<Drift['at'], number>> = { changed: 0, perhaps: 1, gone: 2 };
const gravityOf = ({ drifts }: Card): number => GRAVITY[gravest(drifts) ?? 'changed'];

/** The best of each page in its place, with the others of that page beside it. */
function byPage(hits: readonly Shown[]): readonly Shown[] {
  const pages = Map.groupBy(hits, ({ card }) => pageOf(card) ?? card.id);
  return [...pages.values()].flatMap(([first, ...more]) => (first ? [more.length > 0 ? { ...first, more } : first] : []));
}

/** Hits that are shown at first; twice as many as before each time that the end is near. */
const HITS = 20;

/** What was found, for which query. */
interface Search extends Pick<FoundCards, 'hits' | 'total' | 'isAtLeast' | 'understood' | 'cards'> {
  readonly query: string;
  readonly limit: number;
  /** How many hits the answer to the same query had before it was read on. */
  readonly before: number;
}

/** How many hits there were before an answer is one more read on. */
function hitsBefore(last: Search | undefined, query: string, limit: number): number {
  if (last?.query !== query) return 0;
  return last.limit < limit ? last.hits.length : last.before;
}

/** The state of popup, side panel and library: signals to show, actions to call. Ends with `end`. */
export function appModel({ view, only, lists, find, kept, follow, ask, words, end }: Adapters): AppModel {
  const query = signal('');
  const isSearching = computed(() => query.value.trim() !== '');
  const sheet = signal<Sheet | undefined>(undefined);
  const message = signal<Message | undefined>(undefined);
  const limit = signal(HITS);
  const found = signal<Search | undefined>(undefined);
  /** The found cards as they stand now. */
  const fresh = signal<ReadonlyMap<string, Card> | undefined>(undefined);
  const returned = signal<string | undefined>(undefined);
  let typed: string | undefined;

  const onThisPage = computed(() => lists.cards.page.value?.toSorted((one, other) => gravityOf(one) - gravityOf(other)));

  const shown = computed((): readonly Shown[] | undefined => {
    if (only.value !== undefined) {
      const answer = lists.only.value;
      // until it is read, the answer is that to the card before
      if (answer?.wanted !== only.value) return undefined;
      return answer.card ? [{ card: answer.card, hit: undefined }] : [];
    }
    if (isSearching.value) {
      const hits = found.value?.hits.flatMap((hit) => {
        const card = fresh.value ? fresh.value.get(hit.id) : found.value?.cards.get(hit.id);
        return card ? [{ card, hit }] : [];
      });
      return hits && byPage(hits);
    }
    const cards = view.value === 'page' ? onThisPage.value : lists.cards[view.value].value;
    return cards?.map((card) => ({ card, hit: undefined }));
  });

  const search = async (text: string, most: number, isAwaited: () => boolean): Promise<void> => {
    const answer = await find(text, most);
    // an answer that another letter overtook is not shown
    if (!answer || !isAwaited()) return;
    fresh.value = undefined;
    found.value = { ...answer, query: text, limit: most, before: hitsBefore(found.peek(), text, most) };
  };
  // before the search, which then asks for no more than can be seen
  let narrowed = '';
  const stopNarrowing = effect(() => {
    if (query.value === narrowed) return;
    narrowed = query.value;
    if (narrowed !== typed) typed = undefined;
    limit.value = HITS;
    only.value = undefined;
    returned.value = undefined;
  });
  let asked = 0;
  const stopFinding = effect(() => {
    void kept.value;
    const text = query.value;
    const most = limit.value;
    const mine = ++asked;
    if (text.trim() === '') {
      found.value = undefined;
      return;
    }
    void search(text, most, () => mine === asked);
  });
  const stopFollowing = effect(() => {
    const answer = found.value;
    if (!answer) return undefined;
    const cards = [...answer.cards.values()];
    return untracked(() => follow(cards, (now) => (fresh.value = now)));
  });

  const act: AppModel['act'] = async (name, input) => {
    const answer = await ask(name, input);
    if (!answer.ok) message.value = { failure: answer.error };
    return answer.ok;
  };

  let last = `${view.value} ${query.value}`;
  const stop = effect(() => {
    // a message is about what was just done: going elsewhere puts it away
    const here = `${view.value} ${query.value}`;
    if (here !== last) message.value = undefined;
    last = here;
  });
  end.addEventListener('abort', () => [stop, stopFinding, stopNarrowing, stopFollowing].forEach((one) => one()));

  return {
    view,
    query,
    type(text) {
      typed = text;
      query.value = text;
    },
    search(text) {
      typed = undefined;
      query.value = text;
      only.value = undefined;
    },
    isTyped: () => typed !== undefined && typed === query.peek(),
    isSearching,
    answered: computed(() => found.value?.query),
    size: computed(() => {
      const drawn = shown.value?.length ?? 0;
      if (only.value !== undefined) return drawn;
      if (isSearching.value) return found.value && found.value.total > found.value.limit ? 'unknown' : drawn;
      if (lists.isWhole(view.value)) return drawn;
      const count = lists.counts.value[view.value] ?? 0;
      // both are read by themselves, one after the other
      return count > drawn ? count : 'unknown';
    }),
    understood: computed(() => found.value?.understood),
    only,
    open(card, from) {
      const before = only.peek();
      if (before?.id !== card.id || before.kind !== card.kind) only.value = { kind: card.kind, id: card.id, from, before };
    },
    back() {
      const left = only.peek();
      only.value = left?.before;
      returned.value = left?.from;
    },
    returned,
    sheet,
    message,
    openThread: signal<string | undefined>(undefined),
    openRelated: signal<string | undefined>(undefined),
    shown,
    total: computed(() => found.value?.total),
    isAtLeast: computed(() => found.value?.isAtLeast ?? false),
    readOn() {
      if (only.peek()) return;
      if (!isSearching.peek()) return lists.readOn(view.peek());
      const answer = found.peek();
      if (answer?.limit !== limit.peek() || answer.total <= answer.limit) return;
      // where phrases are looked for in more and more texts and found in none, it ends
      if (answer.hits.length > answer.before) limit.value *= 2;
    },
    cardOf(id) {
      const listed = shown.value?.find(({ card }) => card.id === id)?.card;
      const hit = found.value && (fresh.value ?? found.value.cards).get(id);
      // of another view last: while nobody looks at that it is not read, and may be as it was some time ago
      return listed ?? hit ?? lists.cards.mine.value?.find((card) => card.id === id);
    },
    counts: lists.counts,
    act,
    anchors: anchorActions(ask, message),
    async remove(clipId) {
      if (!(await act('removeClip', { id: clipId }))) return;
      message.value = {
        text: words.deleted,
        undo: () => {
          message.value = undefined;
          void act('restoreClip', { id: clipId });
        },
      };
    },
    show(next) {
      query.value = '';
      only.value = undefined;
      returned.value = undefined;
      sheet.value = undefined;
      view.value = next;
      void ask('saveSettings', { lastView: next });
    },
  };
}
