import * as v from 'valibot';
import { KEPT } from './limits.ts';

/**
 * How a passage is found again: selectors of the W3C Web Annotation Data Model, section 4.2,
 * as plain JSON. Positions count UTF-16 code units of the page's text as anchoring/ reads it.
 */
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const TextQuoteSelector = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: text(KEPT.quote),
  prefix: v.optional(text(1_000)),
  suffix: v.optional(text(1_000)),
  /** Ours beside the model's own: how much of the quote the passage most like it had, elsewhere in the page as it was. */
  likeness: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** The words of the quote that the passage most like it lacked. */
  telling: v.optional(text(400)),
});
export const TextPositionSelector = v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset });
const XPathSelector = v.object({ type: v.literal('XPathSelector'), value: text(4_000) });
export const RangeSelector = v.object({
  type: v.literal('RangeSelector'),
  startSelector: XPathSelector,
  endSelector: XPathSelector,
  startOffset: v.optional(offset),
  endOffset: v.optional(offset),
});
export const FragmentSelector = v.object({
  type: v.literal('FragmentSelector'),
  value: text(4_000),
  conformsTo: v.optional(text(500)),
});

export const Selector = v.variant('type', [TextQuoteSelector, TextPositionSelector, RangeSelector, FragmentSelector]);
export type Selector = v.InferOutput<typeof Selector>;
export type TextQuoteSelector = v.InferOutput<typeof TextQuoteSelector>;

export const Selectors = v.pipe(v.array(Selector), v.maxLength(16));
