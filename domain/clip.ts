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

/** What kind of page it is, as the page itself states. */
export const SOURCE_TYPES = ['article', 'issue', 'question', 'documentation', 'paper', 'video'] as const;

/** Where a work was published, as its page states for reference managers. */
export const Citation = v.object({
  /** Without a resolver's address: `10.1000/182`. */
  doi: v.optional(text(200)),
  /** Journal, proceedings or book. */
  container: v.optional(text(500)),
  publisher: v.optional(text(300)),
  volume: v.optional(text(60)),
  issue: v.optional(text(60)),
  /** First and last page, or one number: `12-34`. */
  pages: v.optional(text(60)),
  isbn: v.optional(text(40)),
  issn: v.optional(text(40)),
});
export type Citation = v.InferOutput<typeof Citation>;

/** What a page says of itself. A field that the page does not state is absent, never guessed. */
export const Source = v.object({
  address: Address,
  title: text(KEPT.title),
  canonical: v.optional(Address),
  site: v.optional(text(200)),
  author: v.optional(text(300)),
  /** As the page wrote it (usually ISO 8601). */
  published: v.optional(text(60)),
  /** As `published`. */
  modified: v.optional(text(60)),
  /** BCP 47. */
  language: v.optional(text(40)),
  type: v.optional(v.picklist(SOURCE_TYPES)),
  citation: v.optional(Citation),
});
export type Source = v.InferOutput<typeof Source>;

/** How the person came to the page. Kept only when they chose so, as they left it. */
export const Trail = v.object({
  /** What they had searched for. */
  query: v.optional(text(500)),
  /** The pages that led here, the first one first. */
  pages: v.pipe(v.array(v.object({ address: Address, title: text(KEPT.title) })), v.maxLength(10)),
  /** What they had clipped elsewhere just before, the first one first. */
  clips: v.optional(v.pipe(v.array(v.object({ id: Id, why: text(KEPT.why), title: text(KEPT.title) })), v.maxLength(5))),
});
export type Trail = v.InferOutput<typeof Trail>;

/** What surrounds a passage, as a person would read it. */
export const Context = v.object({
  /** The text of the block, or blocks, that the passage stands in. */
  paragraph: v.optional(text(KEPT.paragraph)),
  /** From the page's top heading down to the nearest one above the passage. */
  headings: v.optional(v.pipe(v.array(text(300)), v.maxLength(8))),
  trail: v.optional(Trail),
});
export type Context = v.InferOutput<typeof Context>;

export const Tag = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(KEPT.tag));
export const Tags = v.pipe(v.array(Tag), v.maxLength(KEPT.tags));

/** How a clip bears on a decision. */
export const STANCES = ['informs', 'supports', 'opposes'] as const;
export const Evidence = v.object({ decisionId: Id, stance: v.picklist(STANCES) });
export type Evidence = v.InferOutput<typeof Evidence>;
export type Stance = Evidence['stance'];

export const CLIP_KINDS = ['passage', 'page', 'image', 'region', 'link', 'moment'] as const;
export type ClipKind = (typeof CLIP_KINDS)[number];

/** Whether a picture is kept of a clip of this kind. */
export const isPicture = (kind: ClipKind): boolean => kind === 'image' || kind === 'region' || kind === 'moment';

/** What an image, a link or a moment is of. Bytes are kept beside the clip (attachment.ts). */
export const Media = v.object({
  /** The image itself, the link's target, or the page's address with the time. */
  address: v.optional(Address),
  alt: v.optional(text(KEPT.title)),
  caption: v.optional(text(KEPT.title)),
  /** Of a moment: from the start, and the whole length. */
  seconds: v.optional(v.pipe(v.number(), v.minValue(0))),
  duration: v.optional(v.pipe(v.number(), v.minValue(0))),
});
export type Media = v.InferOutput<typeof Media>;

/** One more passage of the same page, kept in the same clip. */
export const Passage = v.object({ quote: text(KEPT.quote), selectors: Selectors, context: Context });
export type Passage = v.InferOutput<typeof Passage>;

/** What the page side hands over when a person asks to clip: everything that a machine can know. */
export const Capture = v.object({
  kind: v.picklist(CLIP_KINDS),
  source: Source,
  /** The chosen text, white space as shown. Absent for a whole page. */
  quote: v.optional(text(KEPT.quote)),
  /** Empty when the passage has no position (a form field, a PDF, another origin's frame). */
  selectors: Selectors,
  context: Context,
  media: v.optional(Media),
  /** Whence could not read the page's words: the browser lets no script in, or the page draws them. */
  isUnread: v.optional(v.boolean()),
  /** The passages after the first, in the order in which they were added. */
  morePassages: v.optional(v.pipe(v.array(Passage), v.maxLength(20))),
});
export type Capture = v.InferOutput<typeof Capture>;

/** `part`: 0 is the clip's own passage, n the nth of `morePassages`. */
export const Part = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20));
export const FormerAnchor = v.object({
  part: Part,
  selectors: Selectors,
  /** With `context`, what was there before the person attached the passage elsewhere; absent when they confirmed a change. */
  quote: v.optional(text(KEPT.quote)),
  context: v.optional(Context),
  until: Instant,
});
export type FormerAnchor = v.InferOutput<typeof FormerAnchor>;

export const Clip = v.object({
  ...Capture.entries,
  id: Id,
  /** Normalised address: clips with the same key are on the same page (pageAddress.ts). */
  pageKey: v.string(),
  why: text(KEPT.why),
  tags: Tags,
  evidence: v.optional(Evidence),
  /** How its passages were found before the person said that they are now elsewhere, or changed. The newest last. */
  formerAnchors: v.optional(v.pipe(v.array(FormerAnchor), v.maxLength(50))),
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
    const tag = part
      .replace(/^[\s#]+/, '')
      .trimEnd()
      .replace(/\s+/g, ' ')
      .slice(0, KEPT.tag)
      .trim();
    if (tag && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, KEPT.tags);
}
