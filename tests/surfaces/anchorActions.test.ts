import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../domain/failure.ts';
import type { ask } from '../../messaging/send.ts';
import { anchorActions } from '../../surfaces/anchorActions.ts';
import type { Message } from '../../surfaces/message.ts';

const drift = { part: 1, at: 'perhaps', clipped: 'June', now: 'July', isConfirmed: false } as const;

function acting(answers: Readonly<Record<string, Result<unknown>>> = {}) {
  const asked: [string, unknown][] = [];
  const fake = (name: string, input: unknown): Promise<Result<unknown>> => {
    asked.push([name, input]);
    return Promise.resolve(answers[name] ?? ok({ until: 7 }));
  };
  const message = signal<Message | undefined>(undefined);
  const undo = (): void => {
    if (!message.value || !('undo' in message.value)) throw new Error('no undo');
    message.value.undo();
  };
  // the fake answers every call alike
  return { asked, message, undo, actions: anchorActions(fake as unknown as typeof ask, message) };
}

describe('what a person says of a passage', () => {
  it('confirms the very words that were shown, and can be taken back', async () => {
    const { actions, asked, undo, message } = acting();
    await actions.confirm('clip', drift);
    undo();
    expect(asked).toEqual([
      ['confirmAnchor', { id: 'clip', part: 1, now: 'July' }],
      ['undoAnchor', { id: 'clip', part: 1, until: 7 }],
    ]);
    expect(message.value).toBeUndefined();
  });

  it('refuses them, and can be taken back', async () => {
    const { actions, asked, undo } = acting();
    await actions.refuse('clip', drift);
    undo();
    expect(asked.map(([, input]) => input)).toMatchObject([
      { now: 'July', isRefused: true },
      { now: 'July', isRefused: false },
    ]);
  });

  it('attaches it anew, and can be taken back', async () => {
    const { actions, asked, undo } = acting();
    await actions.attach('clip', 0);
    undo();
    expect(asked.map(([name]) => name)).toEqual(['attachHere', 'undoAnchor']);
  });

  it('that fails says why, and offers no way back', async () => {
    const { actions, message } = acting({ attachHere: fail('nothing-selected') });
    await actions.attach('clip', 0);
    expect(message.value).toEqual({ failure: { code: 'nothing-selected' } });
  });
});
