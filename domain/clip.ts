import * as v from 'valibot';
import { Id, Instant } from './id.ts';
import { KEPT } from './limits.ts';
import { Selectors } from './selector.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** A web address as the page gave it; only these schemes are ever opened again. */
export const Address = v.pipe(
  text(KEPT.address),
  v.check(
    (value) => /^(?:https?|file|chrome|about|edge|moz-extension|chrome-extension|view-source|data|blob):/i.test(value),
    'not an address',
  ),
);

/** What a page says of itself. A field that the page does not state is absent, never guessed. */
export const Source = v.object({
  address: Address,
  title: text(KEPT.title),
  canonical: v.optional(Address),
  site: v.optional(text(200)),
  author: v.optional(text(300)),
  /** As the page wrote it (usually ISO 8601). */
  published: v.optional(text(60)),
  /** BCP 47. */
  language: v.optional(text(40)),
});
export type Source = v.InferOutput<typeof Source>;

/** What surrounds a passage, as a person would read it. */
export const Context = v.object({
  /** The text of the block, or blocks, that the passage stands in. */
  paragraph: v.optional(text(KEPT.paragraph)),
  /** From the page's top heading down to the nearest one above the passage. */
  headings: v.optional(v.pipe(v.array(text(300)), v.maxLength(8))),
});
export type Context = v.InferOutput<typeof Context>;

export const Tag = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(KEPT.tag));
export const Tags = v.pipe(v.array(Tag), v.maxLength(KEPT.tags));

/** How a clip bears on a decision. */
export const STANCES = ['informs', 'supports', 'opposes'] as const;
export const Evidence = v.object({ decisionId: Id, stance: v.picklist(STANCES) });
export type Evidence = v.InferOutput<typeof Evidence>;
export type Stance = Evidence['stance'];

/** What the page side hands over when a person asks to clip: everything that a machine can know. */
export const Capture = v.object({
  kind: v.picklist(['passage', 'page']),
  source: Source,
  /** The chosen text, white space as shown. Absent for a whole page. */
  quote: v.optional(text(KEPT.quote)),
  /** Empty when the passage has no position (a form field, a PDF, another origin's frame). */
  selectors: Selectors,
  context: Context,
});
export type Capture = v.InferOutput<typeof Capture>;

export const Clip = v.object({
  ...Capture.entries,
  id: Id,
  /** Normalised address: clips with the same key are on the same page (pageAddress.ts). */
  pageKey: v.string(),
  why: text(KEPT.why),
  tags: Tags,
  evidence: v.optional(Evidence),
  createdAt: Instant,
  updatedAt: Instant,
  /** A deleted clip is a tombstone: it keeps its content so that Undo is whole. */
  deletedAt: v.optional(Instant),
});
export type Clip = v.InferOutput<typeof Clip>;

/** The fields of a clip that a person edits. */
export const ClipEdit = v.object({
  why: v.optional(text(KEPT.why)),
  tags: v.optional(Tags),
  /** How it bears on its decision. */
  stance: v.optional(v.picklist(STANCES)),
});
export type ClipEdit = v.InferOutput<typeof ClipEdit>;

/** Tags as typed, with commas or hashes: `#css, layout` → ['css', 'layout']; doubles (ignoring case) go. */
export function parseTags(typed: string): string[] {
  const tags = new Map<string, string>();
  for (const part of typed.split(/[,\n]|(?:^|\s)#/)) {
    const tag = part.trim().replace(/\s+/g, ' ').slice(0, KEPT.tag).trim();
    if (tag && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, KEPT.tags);
}
