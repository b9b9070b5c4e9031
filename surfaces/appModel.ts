import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { ClipEdit } from '../domain/clip.ts';
import type { Draft } from '../domain/draft.ts';
import type { Failure, Result } from '../domain/failure.ts';
import { pageKey } from '../domain/pageAddress.ts';
import type { Settings } from '../domain/settings.ts';
import type { CallName, Input } from '../messaging/protocol.ts';
import type { ask as askBackground } from '../messaging/send.ts';
import type { Hit } from '../search/index.ts';
import type { Card, Cards } from './cards.ts';
import type { CurrentPage } from './currentPage.ts';

export type View = Settings['lastView'];

/** What stands in the place of the list for a while. */
export type Sheet =
  | { readonly at: 'share'; readonly clipId: string; readonly communityId?: string }
  | { readonly at: 'join'; readonly link?: string }
  | { readonly at: 'create' }
  | { readonly at: 'thread'; readonly postId: string }
  | { readonly at: 'compose'; readonly draftId: string };

/** A short message with what can be done about it. */
export interface Message {
  readonly failure?: Failure;
  readonly text?: string;
  readonly undo?: () => void;
}

export interface Found {
  readonly card: Card;
  readonly hit: Hit | undefined;
}

export interface AppState {
  readonly cards: ReadonlySignal<Cards | undefined>;
  readonly drafts: ReadonlySignal<readonly Draft[] | undefined>;
  readonly page: ReadonlySignal<CurrentPage | undefined>;
  /** Searches everything; best first. */
  readonly search: (query: string) => readonly Hit[];
}

export interface AppModel extends AppState {
  readonly view: Signal<View>;
  readonly query: Signal<string>;
  readonly sheet: Signal<Sheet | undefined>;
  readonly message: Signal<Message | undefined>;
  /** The cards of the open view, or what was found. `undefined` while the first read is under way. */
  readonly shown: ReadonlySignal<readonly Found[] | undefined>;
  readonly onThisPage: ReadonlySignal<readonly Card[]>;
  readonly act: <N extends CallName>(name: N, input: Input<N>) => Promise<boolean>;
  readonly remove: (clipId: string) => Promise<void>;
  readonly edit: (clipId: string, edit: ClipEdit, decision?: string) => Promise<boolean>;
  readonly show: (view: View) => void;
}

/** The key of the page that a card's passage is on. */
const pageOf = (card: Card): string | undefined => {
  if (card.kind === 'clip') return card.clip.pageKey;
  return card.post.body.kind === 'clip' ? pageKey(card.post.body.target.source) : undefined;
};

/** The state of popup, side panel and library: signals to show, actions to call. Ends with `end`. */
export function appModel(
  { cards, drafts, page, search, ask, words, end }: AppState & { readonly ask: typeof askBackground; readonly words: { readonly deleted: string }; readonly end: AbortSignal },
  lastView: View,
): AppModel {
  const view = signal<View>(lastView);
  const query = signal('');
  const sheet = signal<Sheet | undefined>(undefined);
  const message = signal<Message | undefined>(undefined);

  const own = (now: Cards) => now.posts.filter((card) => !now.ownPostIds.has(card.id));
  const onThisPage = computed(() => {
    const now = cards.value;
    const key = page.value?.pageKey;
    return now && key !== undefined ? [...now.clips, ...own(now)].filter((card) => pageOf(card) === key) : [];
  });

  const shown = computed((): readonly Found[] | undefined => {
    const now = cards.value;
    if (!now) return undefined;
    if (query.value.trim() !== '') {
      return search(query.value).flatMap((hit) => {
        const card = now.byId.get(hit.id);
        return card ? [{ card, hit }] : [];
      });
    }
    const list = view.value === 'page' ? onThisPage.value : view.value === 'mine' ? now.clips : now.posts;
    return list.map((card) => ({ card, hit: undefined }));
  });

  const report = <T>(answer: Result<T>): boolean => {
    if (!answer.ok) message.value = { failure: answer.error };
    return answer.ok;
  };
  const act: AppModel['act'] = async (name, input) => report(await ask(name, input));

  const stop = effect(() => {
    // a failure is about what was just done: going elsewhere puts it away
    if (view.value || query.value) message.value = undefined;
  });
  end.addEventListener('abort', stop);

  return {
    cards, drafts, page, search, view, query, sheet, message, shown, onThisPage, act,
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
    edit: (clipId, edit, decision) => act('editClip', { id: clipId, edit, ...(decision !== undefined && { decision }) }),
    show(next) {
      query.value = '';
      sheet.value = undefined;
      view.value = next;
      void ask('saveSettings', { lastView: next });
    },
  };
}
