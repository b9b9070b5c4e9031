import type { Signal } from '@preact/signals';
import type { Drift } from '../domain/drift.ts';
import type { Result } from '../domain/failure.ts';
import { words } from '../locales/index.ts';
import type { ask as askBackground } from '../messaging/send.ts';
import type { Message } from './message.ts';

/** What a person says of a passage that is no longer as it was clipped; each with the way back. */
export interface AnchorActions {
  /** The words of now are the passage. */
  readonly confirm: (clipId: string, drift: Drift) => Promise<void>;
  /** The words of now are not the passage. */
  readonly refuse: (clipId: string, drift: Drift) => Promise<void>;
  /** What is selected in the page is the passage. */
  readonly attach: (clipId: string, part: number) => Promise<void>;
}

export function anchorActions(ask: typeof askBackground, message: Signal<Message | undefined>): AnchorActions {
  const takeBack = async (change: () => Promise<Result<unknown>>): Promise<void> => {
    message.value = undefined;
    const answer = await change();
    if (!answer.ok) message.value = { failure: answer.error };
  };
  const done = (text: string, undo: () => Promise<Result<unknown>>): void => {
    message.value = { text, undo: () => void takeBack(undo) };
  };
  return {
    async confirm(id, { part, now = '' }) {
      const answer = await ask('confirmAnchor', { id, part, now });
      if (answer.ok) done(words.drift.done.confirmed, () => ask('undoAnchor', { id, part, until: answer.value.until }));
      else message.value = { failure: answer.error };
    },
    async refuse(id, { part, now = '' }) {
      const answer = await ask('refuseAnchor', { id, part, now, isRefused: true });
      if (answer.ok) done(words.drift.done.refused, () => ask('refuseAnchor', { id, part, now, isRefused: false }));
      else message.value = { failure: answer.error };
    },
    async attach(id, part) {
      const answer = await ask('attachHere', { id, part });
      if (answer.ok) done(words.drift.done.attached, () => ask('undoAnchor', { id, part, until: answer.value.until }));
      else message.value = { failure: answer.error };
    },
  };
}
