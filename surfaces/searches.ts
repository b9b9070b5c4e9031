import { computed, type ReadonlySignal } from '@preact/signals';
import type { Failure } from '../domain/failure.ts';
import type { Settings } from '../domain/settings.ts';
import type { ask as askBackground } from '../messaging/send.ts';
import { tidySearch } from '../storage/searches.ts';

/** Searches that are offered again. */
export interface Searches {
  /** The last one first. */
  readonly recent: ReadonlySignal<readonly string[]>;
  readonly saved: ReadonlySignal<readonly string[]>;
  /** A search led somewhere: something it found was opened or read, or Enter was pressed. */
  readonly noteRecent: (query: string) => void;
  readonly forgetRecent: (query: string) => void;
  readonly save: (query: string) => void;
  readonly forget: (query: string) => void;
  readonly isSaved: (query: string) => boolean;
}

interface Adapters {
  readonly ask: typeof askBackground;
  /** A search that the person wanted saved or forgotten was not. */
  readonly onFailure: (failure: Failure) => void;
}

/** The searches that the settings keep. The background changes the lists: what is known of them here may be older than the last change. */
export function searches(settings: ReadonlySignal<Settings | undefined>, { ask, onFailure }: Adapters): Searches {
  const recent = computed(() => settings.value?.recentSearches ?? []);
  const saved = computed(() => settings.value?.savedSearches ?? []);
  const change = async (name: 'keepSearch' | 'forgetSearch', query: string): Promise<void> => {
    const changed = await ask(name, { list: 'saved', query });
    if (!changed.ok) onFailure(changed.error);
  };
  return {
    recent,
    saved,
    noteRecent(query) {
      if (tidySearch(query) !== '' && recent.peek()[0] !== tidySearch(query)) void ask('keepSearch', { list: 'recent', query });
    },
    forgetRecent: (query) => void ask('forgetSearch', { list: 'recent', query }),
    save: (query) => void change('keepSearch', query),
    forget: (query) => void change('forgetSearch', query),
    isSaved: (query) => saved.value.includes(tidySearch(query)),
  };
}
