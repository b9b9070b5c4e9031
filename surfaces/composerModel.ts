import { signal, type ReadonlySignal } from '@preact/signals';
import type { Trail } from '../domain/clip.ts';
import type { DraftFields } from '../domain/draft.ts';
import type { Failure } from '../domain/failure.ts';
import { KEPT } from '../domain/limits.ts';
import type { Completions, ComposerState } from '../messaging/protocol.ts';
import type { ask as askBackground } from '../messaging/send.ts';
import { relatedOffer, type RelatedOffer } from './relatedOffer.ts';

/** How long typing may rest unsaved, in milliseconds. */
const SAVE_AFTER = 120;
/** How long the toast stays when nobody points at it, in milliseconds. */
const TOAST_STAYS = 7_000;

export type Phase =
  | { readonly at: 'loading' }
  | { readonly at: 'gone' }
  | {
      readonly at: 'composing';
      readonly state: ComposerState;
      readonly fields: DraftFields;
      readonly saving: boolean;
      readonly failure?: Failure;
    }
  | { readonly at: 'kept'; readonly clipId: string; readonly shareTo?: string }
  | { readonly at: 'failed'; readonly failure: Failure };

export interface ComposerModel {
  readonly phase: ReadonlySignal<Phase>;
  /** Empty until they have come. */
  readonly completions: ReadonlySignal<Completions>;
  /** What is kept that is like what is typed. */
  readonly related: Pick<RelatedOffer, 'cards' | 'open'>;
  readonly edit: (fields: DraftFields) => void;
  /** Leave this of how the person came to the page. */
  readonly editTrail: (trail: Trail | undefined) => Promise<void>;
  /** What the person copied is the quote. */
  readonly quote: (copied: string) => Promise<void>;
  /** Go on in a window, where the page leaves the frame no peace. */
  readonly toWindow: () => Promise<void>;
  /** The draft got something from its page: show it, and leave what is typed. */
  readonly refresh: () => Promise<void>;
  /** Take the nth further passage out. */
  readonly removePassage: (index: number) => Promise<void>;
  /** Compose the nth further passage as a clip of its own; this draft stays. */
  readonly separatePassage: (index: number) => Promise<void>;
  readonly keep: () => Promise<void>;
  /** Close, the draft stays. */
  readonly close: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly review: () => Promise<void>;
  /** While somebody points at the toast it stays. */
  readonly hold: (isHeld: boolean) => void;
  /** Store what was typed now: the frame may go at any moment. */
  readonly flush: () => Promise<boolean>;
  /** The surface is gone: store what was typed, and close nothing that comes after it. */
  readonly dispose: () => void;
}

type Composing = Extract<Phase, { readonly at: 'composing' }>;

function withTrail(phase: Composing, trail: Trail | undefined): Composing {
  const { draft } = phase.state;
  const { trail: _, ...context } = draft.capture.context;
  const capture = { ...draft.capture, context: trail ? { ...context, trail } : context };
  return { ...phase, state: { ...phase.state, draft: { ...draft, capture } } };
}

/** The words of the nth further passage that is shown. */
const quoteOf = (phase: Phase, index: number): string | undefined =>
  phase.at === 'composing' ? phase.state.draft.capture.morePassages?.[index]?.quote : undefined;

/** The composer's behaviour: everything typed is on its way to the background within a moment of typing. */
export function composerModel(
  draftId: string,
  { ask, closeFrame }: { readonly ask: typeof askBackground; readonly closeFrame: () => void },
): ComposerModel {
  const phase = signal<Phase>({ at: 'loading' });
  const completions = signal<Completions>({ tags: [], decisions: [] });
  let unsaved: DraftFields | undefined;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let toastTimer: ReturnType<typeof setTimeout> | undefined;

  const load = async (): Promise<void> => {
    const answer = await ask('composerState', { id: draftId });
    if (!answer.ok) phase.value = { at: 'failed', failure: answer.error };
    else if (!answer.value) phase.value = { at: 'gone' };
    else {
      phase.value = { at: 'composing', state: answer.value, fields: answer.value.draft.fields, saving: false };
      related.follow(answer.value.draft.fields);
      const known = await ask('completions', undefined);
      if (known.ok) completions.value = known.value;
    }
  };

  /** Answers whether everything typed is stored. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(saveTimer);
    const fields = unsaved;
    unsaved = undefined;
    if (!fields) return true;
    const answer = await ask('saveDraft', { id: draftId, fields });
    if (answer.ok) return true;
    // what could not be stored is still to be stored
    unsaved ??= fields;
    if (phase.value.at === 'composing') phase.value = { ...phase.value, failure: answer.error };
    return false;
  };

  const related = relatedOffer(draftId, { ask, save: flush });

  const showToast = (): void => {
    clearTimeout(toastTimer);
    toastTimer = setTimeout(closeFrame, TOAST_STAYS);
  };

  /** Counts what was learnt of the draft: an answer that was asked for before that is out of date. */
  let learnt = 0;
  const refresh = async (): Promise<void> => {
    const mine = ++learnt;
    const answer = await ask('composerState', { id: draftId });
    if (mine === learnt && answer.ok && answer.value && phase.value.at === 'composing')
      phase.value = { ...phase.value, state: answer.value };
  };

  void load();
  return {
    phase,
    completions,
    related,
    flush,
    edit(fields) {
      // while it is being kept the fields stand still: what is kept is what is shown
      if (phase.value.at !== 'composing' || phase.value.saving) return;
      const { failure: _, ...rest } = phase.value;
      phase.value = { ...rest, fields };
      unsaved = fields;
      clearTimeout(saveTimer);
      saveTimer = setTimeout(() => void flush(), SAVE_AFTER);
      related.follow(fields);
    },
    async editTrail(trail) {
      const now = phase.value;
      if (now.at !== 'composing' || now.saving) return;
      const answer = await ask('saveTrail', { id: draftId, ...(trail && { trail }) });
      if (phase.value.at !== 'composing') return;
      // shown as it is stored: what can't be taken out is still seen
      phase.value = answer.ok ? withTrail(phase.value, trail) : { ...phase.value, failure: answer.error };
    },
    async quote(copied) {
      const answer = await ask('quoteDraft', { id: draftId, quote: copied.slice(0, KEPT.quote) });
      const now = phase.value;
      if (now.at !== 'composing') return;
      const { state } = now;
      if (answer.ok) learnt += 1;
      phase.value = answer.ok
        ? { ...now, state: { ...state, draft: { ...state.draft, capture: answer.value } } }
        : { ...now, failure: answer.error };
    },
    async toWindow() {
      if (!(await flush())) return;
      const answer = await ask('continueInWindow', { id: draftId });
      if (!answer.ok && phase.value.at === 'composing') phase.value = { ...phase.value, failure: answer.error };
    },
    refresh,
    async removePassage(index) {
      const quote = quoteOf(phase.value, index);
      if (quote === undefined) return;
      const answer = await ask('removePassage', { id: draftId, index, quote });
      if (answer.ok) await refresh();
      else if (phase.value.at === 'composing') phase.value = { ...phase.value, failure: answer.error };
    },
    async separatePassage(index) {
      const quote = quoteOf(phase.value, index);
      if (quote === undefined || !(await flush())) return;
      const answer = await ask('separatePassage', { id: draftId, index, quote });
      if (!answer.ok && phase.value.at === 'composing') phase.value = { ...phase.value, failure: answer.error };
    },
    async keep() {
      const now = phase.value;
      if (now.at !== 'composing' || now.saving) return;
      clearTimeout(saveTimer);
      related.rest();
      unsaved = undefined;
      const { failure: _, ...rest } = now;
      phase.value = { ...rest, saving: true };
      const answer = await ask('keepDraft', { id: draftId, fields: now.fields });
      if (!answer.ok) {
        unsaved = now.fields;
        phase.value = { ...rest, saving: false, failure: answer.error };
        return;
      }
      const { shareTo } = now.fields;
      phase.value = { at: 'kept', clipId: answer.value.id, ...(shareTo && { shareTo }) };
      if (shareTo) void ask('reviewShare', { id: answer.value.id, communityId: shareTo });
      showToast();
    },
    async close() {
      // not while words would be lost: the failure is shown, with the way to copy them
      if (await flush()) closeFrame();
    },
    async undo() {
      clearTimeout(toastTimer);
      const answer = await ask('undoKeep', { id: draftId });
      if (answer.ok) await load();
      else phase.value = { at: 'failed', failure: answer.error };
    },
    async review() {
      if (phase.value.at === 'kept' && phase.value.shareTo)
        await ask('reviewShare', { id: phase.value.clipId, communityId: phase.value.shareTo });
    },
    dispose() {
      clearTimeout(toastTimer);
      related.rest();
      void flush();
    },
    hold(isHeld) {
      if (phase.value.at !== 'kept') return;
      if (isHeld) clearTimeout(toastTimer);
      else showToast();
    },
  };
}
