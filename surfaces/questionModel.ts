import { signal, type ReadonlySignal } from '@preact/signals';
import type { Failure } from '../domain/failure.ts';
import type { ask as askBackground } from '../messaging/send.ts';
import { parseQuery, type Part } from '../search/query/index.ts';
import type { newOutgoing } from './outgoing.ts';

const KEY = 'ask:';

/** A question to a community while it is written. */
export interface QuestionModel {
  readonly text: ReadonlySignal<string>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  readonly write: (text: string) => void;
  /** Put it into the outbox; answers whether it is there. */
  readonly send: () => Promise<boolean>;
}

interface Adapters {
  readonly communityId: string;
  /** What was searched for: its words begin a question where none is begun yet. */
  readonly query: string;
  /** Written at once, so that a popup may close at any moment. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly ask: typeof askBackground;
  readonly newIds: typeof newOutgoing;
}

/** The question to one community; what is written stays in `storage` until it is sent. */
export function questionModel({ communityId, query, storage, ask, newIds }: Adapters): QuestionModel {
  const key = KEY + communityId;
  const text = signal(storage.getItem(key) ?? wordsOf(query));
  const isBusy = signal(false);
  const failure = signal<Failure | undefined>(undefined);
  // one question, however often it is tried
  const ids = newIds();

  const write = (written: string): void => {
    text.value = written;
    if (written) storage.setItem(key, written);
    else storage.removeItem(key);
  };
  return {
    text,
    isBusy,
    failure,
    write,
    async send() {
      isBusy.value = true;
      failure.value = undefined;
      const queued = await ask('reply', { ...ids, communityId, body: { kind: 'note', text: text.peek() } });
      isBusy.value = false;
      if (queued.ok) write('');
      else failure.value = queued.error;
      return queued.ok;
    },
  };
}

/** What a query looks for, without its operators: people don't speak in those. No date is counted, so any present will do. */
const wordsOf = (query: string): string => parseQuery(query, { now: 0 }).parts.flatMap(saidIn).join(' ');

function saidIn(part: Part): readonly string[] {
  switch (part.type) {
    case 'word':
    case 'phrase':
      return [part.text];
    case 'field':
      return saidIn(part.part);
    case 'all':
    case 'any':
      return part.parts.flatMap(saidIn);
    case 'fact':
    case 'date':
    case 'not':
      return [];
  }
}
