import type { ComponentChild } from 'preact';
import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { words } from '../locales/index.ts';
import type { AppModel } from './appModel.ts';

export interface OnlyCardProps {
  readonly model: Pick<AppModel, 'only' | 'isSearching' | 'view' | 'back'>;
  /** The list of one; null when there is no such card (any more), `undefined` until that is known. */
  readonly card: ComponentChild | null | undefined;
}

/** One card in the place of all lists, and the way back to what was there before, which Escape is too. */
export function OnlyCard({ model, card }: OnlyCardProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const isText = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isText) return;
    event.preventDefault();
    // a popup would close on Escape
    event.stopPropagation();
    model.back();
  };
  return (
    <div class="app-found" onKeyDown={onKeyDown}>
      <p class="app-count">
        <Button look="quiet" keys="Escape" onClick={model.back}>
          {whereTo(model)}
        </Button>
      </p>
      {card === null ? <Notice kind="info" title={words.cardFrame.gone} /> : card}
    </div>
  );
}

function whereTo({ only, isSearching, view }: OnlyCardProps['model']): string {
  if (only.value?.before) return words.cardFrame.backToCard;
  return isSearching.value ? words.cardFrame.backToFound : words.cardFrame.backToView(words.views[view.value]);
}
