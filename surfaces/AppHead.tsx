import type { RefObject } from 'preact';
import { IconButton } from '../components/Button.tsx';
import { SearchBox } from '../components/SearchBox.tsx';
import { words } from '../locales/index.ts';
import type { AppModel } from './appModel.ts';
import type { SearchAids } from './searchAids.ts';
import type { Searches } from './searches.ts';

export interface AppHeadProps {
  /** The id of the search field, and of the list of cards that ArrowDown goes to. */
  readonly id: string;
  readonly listId: string;
  readonly box: RefObject<HTMLElement | null>;
  readonly model: Pick<AppModel, 'query' | 'type' | 'search'>;
  readonly aids: Pick<SearchAids, 'caret' | 'completions' | 'saved'>;
  readonly searches: Pick<Searches, 'recent' | 'noteRecent' | 'forgetRecent'>;
  readonly isHidden: boolean;
  /** Each absent where there is nothing to open. */
  readonly onOpenPanel: (() => void) | undefined;
  readonly onOpenLibrary: (() => void) | undefined;
  readonly onOpenSettings: () => void;
}

/** The search field and what else can be opened. It alone is drawn anew with every letter and every step of the caret. */
export const AppHead = ({ id, listId, box, model, aids, searches, isHidden, ...open }: AppHeadProps) => (
  <header class="app-head" ref={box} hidden={isHidden}>
    <SearchBox
      id={id}
      value={model.query.value}
      autoFocus={!isHidden}
      listId={listId}
      onInput={model.type}
      completions={aids.completions.value}
      onComplete={({ text }) => model.type(text)}
      onCaret={(caret) => (aids.caret.value = caret)}
      recent={searches.recent.value}
      saved={aids.saved.value}
      onPick={model.search}
      onForget={searches.forgetRecent}
      onEnter={searches.noteRecent}
    />
    {open.onOpenPanel && <IconButton icon="panel" label={words.openPanel} onClick={open.onOpenPanel} />}
    {open.onOpenLibrary && <IconButton icon="open" label={words.openLibrary} onClick={open.onOpenLibrary} />}
    <IconButton icon="settings" label={words.settings.title} onClick={open.onOpenSettings} />
  </header>
);
