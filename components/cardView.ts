import type { Clip, Stance } from '../domain/clip.ts';
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
  readonly quote?: string;
  /** The text around the passage, shown when only it was matched. */
  readonly paragraph?: string;
  readonly language?: string;
  readonly tags: readonly string[];
  readonly title: string;
  readonly site: string;
  /** Who wrote the page. */
  readonly pageAuthor?: string;
}

/** The matched pieces of a card's texts, by field; a field without any is absent. */
export type CardMatches = Readonly<Partial<Record<'why' | 'decision' | 'quote' | 'title' | 'paragraph', readonly MatchRange[]>>>;

/** Where one share of a clip stands. */
export interface ShareNote {
  readonly communityName: string;
  readonly state: OutboxItem['state'];
  readonly failure?: Failure;
}

/** An own clip as a card shows it. */
export function clipView(clip: Clip, decision: Decision | undefined): CardView {
  const { source, context, evidence } = clip;
  return {
    why: clip.why,
    ...(decision && evidence && { decision: { question: decision.question, stance: evidence.stance } }),
    ...(clip.quote && { quote: clip.quote }),
    ...(context.paragraph && { paragraph: context.paragraph }),
    ...(source.language && { language: source.language }),
    tags: clip.tags,
    title: source.title,
    site: source.site ?? siteOf(source.address),
    ...(source.author && { pageAuthor: source.author }),
  };
}

const sharedClipView = (body: ClipBody): CardView => ({
  why: body.why,
  ...(body.decision && { decision: body.decision }),
  ...(body.quote && { quote: body.quote }),
  ...(body.paragraph && { paragraph: body.paragraph }),
  ...(body.language && { language: body.language }),
  tags: body.tags,
  title: body.title,
  site: body.site ?? siteOf(body.target.source),
  ...(body.author && { pageAuthor: body.author }),
});

/** A post as a card shows it; a note has its words where a clip has its why. */
export const postView = ({ body }: Pick<Post, 'body'>): CardView =>
  body.kind === 'clip' ? sharedClipView(body) : { why: body.text, tags: [], title: '', site: '' };
