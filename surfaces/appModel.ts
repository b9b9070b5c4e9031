import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { gravest, type Drift } from '../domain/drift.ts';
import { pageKey } from '../domain/pageAddress.ts';
import type { Settings } from '../domain/settings.ts';
import type { CallName, Input } from '../messaging/protocol.ts';
import type { ask as askBackground } from '../messaging/send.ts';
import type { Found, Hit } from '../search/index.ts';
import { anchorActions, type AnchorActions } from './anchorActions.ts';
import type { Card, Cards } from './cards.ts';
import type { CurrentPage } from './currentPage.ts';
import type { Message } from './message.ts';

export type View = Settings['lastView'];

/** What stands in the place of the lists for a while. */
export type Sheet =
  | { readonly at: 'share'; readonly clipId: string; readonly communityId: string }
  | { readonly at: 'join'; readonly link: string }
  | { readonly at: 'create' }
  | { readonly at: 'invite'; readonly communityId: string }
  | { readonly at: 'compose'; readonly draftId: string; readonly isPasting?: boolean };

export interface Shown {
  readonly card: Card;
  /** Present when it was searched for. */
  readonly hit: Hit | undefined;
}

interface Adapters {
  readonly cards: ReadonlySignal<Cards | undefined>;
  readonly page: ReadonlySignal<CurrentPage | undefined>;
  /** Searches everything; best first. */
  readonly search: (query: string) => Pick<Found, 'hits' | 'understood'>;
  readonly ask: typeof askBackground;
  readonly words: { readonly deleted: string };
  readonly end: AbortSignal;
}

export interface AppModel {
  readonly view: Signal<View>;
  readonly query: Signal<string>;
  readonly isSearching: ReadonlySignal<boolean>;
  /** What the search was taken to ask for, while there is one. */
  readonly understood: ReadonlySignal<Found['understood'] | undefined>;
  readonly sheet: Signal<Sheet | undefined>;
  readonly message: Signal<Message | undefined>;
  /** The one card that is shown in the place of all lists: an own clip's id, or a post's. */
  readonly only: Signal<string | undefined>;
  /** The card whose thread is open. */
  readonly openThread: Signal<string | undefined>;
  /** The cards of the open view, or what was found. `undefined` while the first read is under way. */
  readonly shown: ReadonlySignal<readonly Shown[] | undefined>;
  /** How many cards each view has. */
  readonly counts: ReadonlySignal<Readonly<Record<View, number>>>;
  /** Ask the background; a failure becomes the message. Answers whether it went well. */
  readonly act: <N extends CallName>(name: N, input: Input<N>) => Promise<boolean>;
  readonly remove: (clipId: string) => Promise<void>;
  /** What the person says of passages that are no longer as they were clipped. */
  readonly anchors: AnchorActions;
  readonly show: (view: View) => void;
}

/** The key of the page that a card's passage is on. */
const pageOf = (card: Card): string | undefined => {
  if (card.kind === 'clip') return card.clip.pageKey;
  return card.post.body.kind === 'clip' ? pageKey(card.post.body.target.source) : undefined;
};

/** What is in its place first, what has gone last; each stays in its order otherwise. */
const GRAVITY: Readonly<Record<Drift['at'], number>> = { changed: 0, perhaps: 1, gone: 2 };
const gravityOf = ({ drifts }: Card): number => GRAVITY[gravest(drifts) ?? 'changed'];

/** The state of popup, side panel and library: signals to show, actions to call. Ends with `end`. */
export function appModel({ cards, page, search, ask, words, end }: Adapters, lastView: View): AppModel {
  const view = signal<View>(lastView);
  const query = signal('');
  const isSearching = computed(() => query.value.trim() !== '');
  const only = signal<string | undefined>(undefined);
  const sheet = signal<Sheet | undefined>(undefined);
  const message = signal<Message | undefined>(undefined);

  const onThisPage = computed((): readonly Card[] => {
    const now = cards.value;
    const key = page.value?.pageKey;
    if (!now || key === undefined) return [];
    const here = [...now.clips, ...now.posts.filter(({ id }) => !now.ownPostIds.has(id))].filter((card) => pageOf(card) === key);
    return here.sort((one, other) => gravityOf(one) - gravityOf(other));
  });

  const found = computed(() => (cards.value && isSearching.value ? search(query.value) : undefined));

  const shown = computed((): readonly Shown[] | undefined => {
    const now = cards.value;
    if (!now) return undefined;
    if (found.value) {
      return found.value.hits.flatMap((hit) => {
        const card = now.byId.get(hit.id);
        return card ? [{ card, hit }] : [];
      });
    }
    if (only.value !== undefined) {
      const card = now.byId.get(only.value) ?? now.posts.find(({ post }) => post.id === only.value);
      return card ? [{ card, hit: undefined }] : [];
    }
    const lists: Readonly<Record<View, readonly Card[]>> = { page: onThisPage.value, mine: now.clips, community: now.posts };
    return lists[view.value].map((card) => ({ card, hit: undefined }));
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
  end.addEventListener('abort', stop);

  return {
    view,
    query,
    isSearching,
    understood: computed(() => found.value?.understood),
    only,
    sheet,
    message,
    openThread: signal<string | undefined>(undefined),
    shown,
    counts: computed(() => ({
      page: onThisPage.value.length,
      mine: cards.value?.clips.length ?? 0,
      community: cards.value?.posts.length ?? 0,
    })),
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
      sheet.value = undefined;
      view.value = next;
      void ask('saveSettings', { lastView: next });
    },
  };
}
