import { signal, type ReadonlySignal } from '@preact/signals';
import type { DraftFields } from '../domain/draft.ts';
import type { RelatedCard } from '../messaging/findProtocol.ts';
import type { ask as askBackground } from '../messaging/send.ts';

/** Characters from which on a why says what it is about. */
const ENOUGH = 8;
/** How long typing rests before it is asked for anew, in milliseconds. */
const REST = 400;
/** Characters of a why that are sent: no more words than these have are compared. */
const COMPARED = 2_000;

type Typed = Pick<DraftFields, 'why' | 'decision'>;

/** What was decided before that is like what is being written. */
export interface RelatedOffer {
  /** Empty until something like it is known. */
  readonly cards: ReadonlySignal<readonly RelatedCard[]>;
  /** Asked for at once when a why first says enough, after that whenever typing rests. */
  readonly follow: (typed: Typed) => void;
  /** Ask no more for what was typed so far; what is offered stays. */
  readonly rest: () => void;
  /** Open one that is offered. */
  readonly open: (id: string) => Promise<void>;
}

/** `save` stores what is typed: that goes before asking, and before the person goes elsewhere; answers whether it is stored. */
export function relatedOffer(
  draftId: string,
  { ask, save }: { readonly ask: typeof askBackground; readonly save: () => Promise<boolean> },
): RelatedOffer {
  const cards = signal<readonly RelatedCard[]>([]);
  let last: Typed | undefined;
  let hasAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the questions: the answer to an older one is out of date. */
  let questions = 0;

  const askFor = async ({ why, decision }: Typed): Promise<void> => {
    hasAsked = true;
    const mine = ++questions;
    await save();
    if (mine !== questions) return;
    const answer = await ask('related', { id: draftId, why: why.slice(0, COMPARED), decision });
    // a failure is not told: nobody asked for the offer
    if (mine === questions && answer.ok) cards.value = answer.value;
  };
  const rest = (): void => {
    clearTimeout(timer);
    questions += 1;
    last = undefined;
    hasAsked = false;
  };

  return {
    cards,
    rest,
    follow(typed) {
      if (typed.why.trim().length < ENOUGH) {
        rest();
        cards.value = [];
        return;
      }
      if (last?.why === typed.why && last.decision === typed.decision) return;
      last = typed;
      clearTimeout(timer);
      if (hasAsked) timer = setTimeout(() => void askFor(typed), REST);
      else void askFor(typed);
    },
    async open(id) {
      const chosen = cards.value.find((card) => card.id === id);
      if (chosen && (await save())) await ask('openRelated', { id, kind: chosen.kind });
    },
  };
}
