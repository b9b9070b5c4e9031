import type { ComponentChildren } from 'preact';
import type { Clip, ClipKind, Media, Stance } from '../domain/clip.ts';
import type { Decision } from '../domain/decision.ts';
import type { Failure } from '../domain/failure.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import { siteOf } from '../domain/pageAddress.ts';
import type { ClipBody, Post } from '../domain/post.ts';
import type { MatchRange } from './Highlight.tsx';

/** What a card shows, the same for an own clip and for a shared one. */
export interface CardView {
  readonly why: string;
  readonly decision?: { readonly question: string; readonly stance: Stance };
  readonly kind?: ClipKind;
  readonly quote?: string;
  readonly media?: Media;
  /** The quotes after the first. */
  readonly morePassages?: readonly string[];
  /** The text around the passage: of a card that was found, what of it is nearest or was matched. */
  readonly paragraph?: string;
  /** The headings that the passage stands under, the outermost first. */
  readonly headings?: readonly string[];
  /** The replies, of a post that was found by them. */
  readonly replies?: readonly string[];
  /** The text of the page, shown when only it was matched. */
  readonly pageText?: string;
  readonly language?: string;
  readonly tags: readonly string[];
  readonly title: string;
  readonly site: string;
  /** Who wrote the page. */
  readonly pageAuthor?: string;
  /** The passage is known by its words alone: nothing says where in the page it stands. */
  readonly isWithoutPosition?: boolean;
}

type SearchedText =
  | 'why'
  | 'decision'
  | 'quote'
  | 'passages'
  | 'caption'
  | 'title'
  | 'site'
  | 'author'
  | 'tags'
  | 'paragraph'
  | 'headings'
  | 'replies'
  | 'text';

/** The matched pieces of a card's texts, by field; a field without any is absent. Several texts of one field are as one (search/documents.ts). */
export type CardMatches = Readonly<Partial<Record<SearchedText, readonly MatchRange[]>>>;

/** Where one share of a clip stands. */
export interface ShareNote {
  readonly communityName: string;
  readonly state: OutboxItem['state'];
  readonly failure?: Failure;
  /** How many replies it has there. */
  readonly replies?: number;
  /** Open or close them. */
  readonly onThread?: () => void;
  /** The replies, while they are open. */
  readonly thread?: ComponentChildren;
}

/** An own clip as a card shows it, with the text of its page where that was searched. */
export function clipView(clip: Clip, decision: Decision | undefined, pageText?: string): CardView {
  const { source, context, evidence } = clip;
  return {
    why: clip.why,
    ...(decision && evidence && { decision: { question: decision.question, stance: evidence.stance } }),
    kind: clip.kind,
    ...(clip.quote && { quote: clip.quote }),
    ...(clip.media && { media: clip.media }),
    ...(clip.morePassages && { morePassages: clip.morePassages.map(({ quote }) => quote) }),
    ...(context.paragraph && { paragraph: context.paragraph }),
    ...(context.headings && { headings: context.headings }),
    ...(pageText !== undefined && { pageText }),
    ...(source.language && { language: source.language }),
    tags: clip.tags,
    title: source.title,
    site: source.site ?? siteOf(source.address),
    ...(source.author && { pageAuthor: source.author }),
    ...(clip.kind === 'passage' && clip.selectors.length === 0 && { isWithoutPosition: true }),
  };
}

const sharedClipView = (body: ClipBody): CardView => ({
  why: body.why,
  ...(body.decision && { decision: body.decision }),
  kind: body.clipped ?? 'passage',
  ...(body.quote && { quote: body.quote }),
  ...(body.media && { media: body.media }),
  ...(body.morePassages && { morePassages: body.morePassages.map(({ quote }) => quote) }),
  ...(body.paragraph && { paragraph: body.paragraph }),
  ...(body.headings && { headings: body.headings }),
  ...(body.language && { language: body.language }),
  tags: body.tags,
  title: body.title,
  site: body.site ?? siteOf(body.target.source),
  ...(body.author && { pageAuthor: body.author }),
  ...(body.quote && (body.clipped ?? 'passage') === 'passage' && body.target.selector.length === 0 && { isWithoutPosition: true }),
});

/** What a card says of what was clipped: an image's caption, else what it is described as. Of a link and a moment it tells more. */
export const saidOf = ({ kind, media }: { readonly kind?: ClipKind; readonly media?: Media }): string | undefined => {
  const isToldElse = (kind === 'moment' && media?.seconds !== undefined) || (kind === 'link' && media?.address !== undefined);
  return isToldElse ? undefined : (media?.caption ?? media?.alt);
};

/** A post as a card shows it, with its replies where those were searched; a note has its words where a clip has its why. */
export const postView = ({ body }: Pick<Post, 'body'>, replies?: readonly string[]): CardView => ({
  ...(body.kind === 'clip' ? sharedClipView(body) : { why: body.text, tags: [], title: '', site: '' }),
  ...(replies && { replies }),
});
