import * as v from 'valibot';
import { Address, CLIP_KINDS, STANCES } from './clip.ts';
import { Id, Instant } from './id.ts';
import { SHARED } from './limits.ts';
import { FragmentSelector, RangeSelector, TextPositionSelector, TextQuoteSelector } from './selector.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** Only pages that others can open are shared. */
const SharedAddress = v.pipe(Address, v.maxLength(SHARED.address), v.regex(/^https?:/i));

const SharedSelectors = v.pipe(
  v.array(
    v.variant('type', [
      v.object({ ...TextQuoteSelector.entries, exact: text(SHARED.quote) }),
      TextPositionSelector,
      RangeSelector,
      FragmentSelector,
    ]),
  ),
  v.maxLength(SHARED.selectors),
);

/** What a shared image, link or moment is of: never its bytes. */
const SharedMedia = v.object({
  address: v.optional(SharedAddress),
  alt: v.optional(text(SHARED.title)),
  caption: v.optional(text(SHARED.title)),
  /** From the start of a video, and its whole length. */
  seconds: v.optional(v.pipe(v.number(), v.minValue(0))),
  duration: v.optional(v.pipe(v.number(), v.minValue(0))),
});
export type SharedMedia = v.InferOutput<typeof SharedMedia>;

/**
 * What a shared clip carries: everything in here goes out, nothing else does.
 * `target` is a W3C Web Annotation target (section 3.2.3, a specific resource).
 */
export const ClipBody = v.object({
  kind: v.literal('clip'),
  why: text(SHARED.why),
  /** What was clipped; absent for a passage. */
  clipped: v.optional(v.picklist(CLIP_KINDS)),
  quote: v.optional(text(SHARED.quote)),
  target: v.object({ type: v.literal('SpecificResource'), source: SharedAddress, selector: SharedSelectors }),
  title: text(SHARED.title),
  site: v.optional(text(200)),
  author: v.optional(text(300)),
  published: v.optional(text(60)),
  language: v.optional(text(40)),
  paragraph: v.optional(text(SHARED.paragraph)),
  headings: v.optional(v.pipe(v.array(text(300)), v.maxLength(8))),
  tags: v.pipe(v.array(text(SHARED.tag)), v.maxLength(SHARED.tags)),
  decision: v.optional(v.object({ question: text(500), stance: v.picklist(STANCES) })),
  media: v.optional(SharedMedia),
  /** Further passages of the same page, in their order. */
  morePassages: v.optional(v.pipe(v.array(v.object({ quote: text(SHARED.quote), selector: SharedSelectors })), v.maxLength(20))),
});
export type ClipBody = v.InferOutput<typeof ClipBody>;

/** Words of a member: a reply when it stands in a thread. */
export const NoteBody = v.object({
  kind: v.literal('note'),
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(SHARED.reply)),
});
export type NoteBody = v.InferOutput<typeof NoteBody>;

export const PostBody = v.variant('kind', [ClipBody, NoteBody]);
export type PostBody = v.InferOutput<typeof PostBody>;

/** The bytes that a post's body takes as JSON; a community takes at most SHARED.post. */
export const sizeOfPost = (body: PostBody): number => new TextEncoder().encode(JSON.stringify(body)).length;

/** Reactions that mean something. */
export const REACTIONS = ['relied'] as const;
export const Reaction = v.picklist(REACTIONS);
export type Reaction = v.InferOutput<typeof Reaction>;

/** A post as every member sees it. */
export const Post = v.object({
  id: Id,
  communityId: Id,
  /** The post that this one answers; absent for a post that opens a thread. */
  threadId: v.optional(Id),
  authorId: Id,
  body: PostBody,
  /** Who reacted, by reaction. */
  reactions: v.object({ relied: v.array(Id) }),
  /** Server time; orders the feed. */
  createdAt: Instant,
  /** The community's sequence number of this post's newest change. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Post = v.InferOutput<typeof Post>;
