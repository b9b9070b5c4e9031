import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { words } from '../locales/index.ts';
import type { AppModel } from './appModel.ts';
import type { View } from './lists.ts';
import type { Library } from './library.ts';
import type { CurrentPage } from './currentPage.ts';

export interface EmptyViewProps {
  readonly model: AppModel;
  readonly library: Library;
  readonly page: CurrentPage | undefined;
  readonly view: View;
  /** The keys that clip; empty when there are none. */
  readonly shortcut: string;
  readonly onClipPage: (() => void) | undefined;
}

/** Where there is nothing yet: what could be here, and the next step towards it. */
export function EmptyView({ model, library, page, view, shortcut, onClipPage }: EmptyViewProps) {
  switch (view) {
    case 'mine':
      return <EmptyState icon="quote" sentence={words.empty.mine} hint={words.empty.mineHint} />;
    case 'community':
      if (library.memberships.length > 0) return <EmptyState icon="people" sentence={words.empty.feed} hint={words.empty.feedHint} />;
      return (
        <EmptyState icon="people" sentence={words.empty.community} hint={words.empty.communityHint}>
          <Button look="primary" onClick={() => (model.sheet.value = { at: 'join', link: '' })}>
            {words.empty.join}
          </Button>
          <Button onClick={() => (model.sheet.value = { at: 'create' })}>{words.empty.create}</Button>
        </EmptyState>
      );
    case 'page':
      if (page?.isClosed) return <EmptyState icon="info" sentence={words.empty.closed} hint={words.empty.closedHint} />;
      return (
        <EmptyState
          icon="quote"
          sentence={page?.address === undefined ? words.empty.unknownPage : words.empty.page}
          hint={page?.address === undefined ? words.empty.unknownPageHint(shortcut) : words.empty.pageHint(shortcut)}
        >
          {onClipPage && (
            <Button look="primary" onClick={onClipPage}>
              {words.empty.clipPage}
            </Button>
          )}
        </EmptyState>
      );
  }
}
