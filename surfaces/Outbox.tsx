import type { ReadonlySignal } from '@preact/signals';
import { OutboxStrip } from '../components/OutboxStrip.tsx';
import type { AppModel } from './appModel.ts';
import type { Library } from './library.ts';
import { outboxView } from './outboxView.ts';

export interface OutboxProps {
  readonly model: AppModel;
  readonly library: ReadonlySignal<Library | undefined>;
  readonly seconds: ReadonlySignal<number>;
}

/** The outbox's strip, counting its seconds by itself so that nothing around it is drawn again. */
export function Outbox({ model, library, seconds }: OutboxProps) {
  const kept = library.value;
  if (!kept) return null;
  return (
    <OutboxStrip
      {...outboxView(kept.outbox, kept.memberships)}
      now={seconds.value}
      onSendNow={() => void model.act('sendNow', undefined)}
      onDiscard={(id) => void model.act('discardOutboxItem', { id })}
      onCopy={(text) => void navigator.clipboard.writeText(text)}
    />
  );
}
