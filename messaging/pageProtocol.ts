import * as v from 'valibot';
import type { Capture } from '../domain/clip.ts';
import { Id } from '../domain/id.ts';
import { Selectors } from '../domain/selector.ts';
import { call } from './call.ts';

/** What a mark tells by its colour; `decided`: tied to a decision, `rejected`: a decision ruled this out. */
export const COLOURS = ['mine', 'shared', 'decided', 'rejected'] as const;

/** What paints and lists one passage of a clip, or of a community's post, in its page. */
export const Mark = v.object({
  id: Id,
  /** 0 is the clip's own passage, n the nth after it. */
  part: v.pipe(v.number(), v.integer(), v.minValue(0)),
  selectors: Selectors,
  colour: v.picklist(COLOURS),
  /** The beginning of the why, shown at the passage. */
  why: v.string(),
  /** Words of which the person said that they are not the passage: these are not offered again. */
  refused: v.optional(v.string()),
  /** The member whose post it is; absent for an own clip. */
  by: v.optional(v.string()),
});
export type Mark = v.InferOutput<typeof Mark>;

/** Something else than the selection that the person asked to clip. */
export const Target = v.object({
  kind: v.picklist(['image', 'link', 'moment', 'region']),
  /** Of the draft that it becomes. */
  id: Id,
  /** Of the image, the link's target or the video, as the browser tells it. */
  address: v.optional(v.string()),
});
export type Target = v.InferOutput<typeof Target>;

const nothing = v.undefined();

/** From the background to the script in a page. In a file of its own: every page pays for what stands here. */
export const pageCalls = {
  /** Capture the target, else the selection, else the page, and open the composer. `fallbackQuote`: what the browser says is selected. */
  startClip: call<'opened' | 'closed-page'>()('own', v.object({ fallbackQuote: v.optional(v.string()), target: v.optional(Target) })),
  /** Open the composer with a draft that is there already. */
  openDraft: call()('own', v.object({ id: Id })),
  /** What is selected, for a clip that is attached anew. */
  readSelection: call<Capture>()('own', nothing),
  hideComposer: call()('own', nothing),
  /** Give the composer's frame this height, in CSS pixels. */
  resizeComposer: call()('own', v.object({ height: v.number(), isToast: v.boolean() })),
  setMarks: call()('own', v.object({ marks: v.array(Mark), reveal: v.optional(Id) })),
  /** Go to the next or the previous mark; answers how many there are. */
  jump: call<number>()('own', v.object({ direction: v.picklist(['next', 'previous']) })),
  /** The choice about the button changed. */
  setButton: call()('own', v.object({ shown: v.boolean() })),
} as const;

export type PageCalls = typeof pageCalls;
export type PageCallName = keyof PageCalls;
