import { computed, type ReadonlySignal } from '@preact/signals';
import type { Settings } from '../domain/settings.ts';
import type { ask as askBackground } from '../messaging/send.ts';

/** Searches that are offered again. */
export interface Searches {
  /** The last one first. */
  readonly recent: ReadonlySignal<readonly string[]>;
  readonly saved: ReadonlySignal<readonly string[]>;
  /** A search led somewhere: something it found was opened, or Enter was pressed. */
  readonly noteRecent: (query: string) => void;
  readonly forgetRecent: (query: string) => void;
  readonly save: (query: string) => void;
  readonly forget: (query: string) => void;
  readonly isSaved: (query: string) => boolean;
}

const MOST_RECENT = 10;
const MOST_SAVED = 50;

const clean = (query: string): string => query.trim().replace(/\s+/g, ' ');
const without = (queries: readonly string[], query: string): string[] => queries.filter((one) => one !== clean(query));

/** The searches that the settings keep. */
export function searches(settings: ReadonlySignal<Settings | undefined>, ask: typeof askBackground): Searches {
  const recent = computed(() => settings.value?.recentSearches ?? []);
  const saved = computed(() => settings.value?.savedSearches ?? []);
  const write = (patch: Partial<Pick<Settings, 'recentSearches' | 'savedSearches'>>): void => void ask('saveSettings', patch);
  return {
    recent,
    saved,
    noteRecent(query) {
      if (clean(query) === '' || recent.peek()[0] === clean(query)) return;
      write({ recentSearches: [clean(query), ...without(recent.peek(), query)].slice(0, MOST_RECENT) });
    },
    forgetRecent: (query) => write({ recentSearches: without(recent.peek(), query) }),
    save(query) {
      if (clean(query) !== '') write({ savedSearches: [...without(saved.peek(), query), clean(query)].slice(-MOST_SAVED) });
    },
    isSaved: (query) => saved.value.includes(clean(query)),
    forget: (query) => write({ savedSearches: without(saved.peek(), query) }),
  };
}
