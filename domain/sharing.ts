import type { Clip } from './clip.ts';
import type { Decision } from './decision.ts';
import { fail, ok, type Result } from './failure.ts';
import { SHARED } from './limits.ts';
import { shareableAddress } from './pageAddress.ts';
import { sizeOfPost, type ClipBody } from './post.ts';

/** Parts of a clip that a person may leave out of a share. */
export interface ShareChoice {
  readonly paragraph: boolean;
  readonly tags: boolean;
  readonly decision: boolean;
}
export const SHARE_ALL: ShareChoice = { paragraph: true, tags: true, decision: true };

/** Exactly what goes out when a clip is shared, and what was taken off its address. */
export interface ShareBody {
  readonly body: ClipBody;
  readonly droppedFromAddress: readonly string[];
}

/** The body that the wire accepts, or why a community would not take it. */
export function shareBody(clip: Clip, decision: Decision | undefined, choice: ShareChoice): Result<ShareBody> {
  if (clip.why.length > SHARED.why) return fail('why-too-long-to-share', { length: clip.why.length, limit: SHARED.why });
  // the passage stands in the quote as it was shown, and in a selector as the page has it
  const passages = clip.selectors.map((selector) => (selector.type === 'TextQuoteSelector' ? selector.exact.length : 0));
  const length = Math.max(clip.quote?.length ?? 0, ...passages);
  if (length > SHARED.quote) return fail('quote-too-long-to-share', { length, limit: SHARED.quote });
  const { address, dropped } = shareableAddress(clip.source.address);
  if (!/^https?:/i.test(address) || address.length > SHARED.address) return fail('page-not-shareable');
  const { site, author, published, language } = clip.source;
  const { headings, paragraph } = clip.context;
  const selectors = clip.selectors.slice(0, SHARED.selectors);
  const body: ClipBody = {
    kind: 'clip',
    why: clip.why,
    ...(clip.quote !== undefined && { quote: clip.quote }),
    // prefix, suffix and positions are what lets others find the passage; without the surrounding text they go too
    target: {
      type: 'SpecificResource',
      source: address,
      selector: choice.paragraph
        ? selectors
        : selectors.map((selector) => (selector.type === 'TextQuoteSelector' ? { type: selector.type, exact: selector.exact } : selector)),
    },
    title: clip.source.title.slice(0, SHARED.title),
    ...(site && { site }),
    ...(author && { author }),
    ...(published && { published }),
    ...(language && { language }),
    // a whole block that was chosen is its own surroundings
    ...(choice.paragraph && paragraph && paragraph !== clip.quote && { paragraph: paragraph.slice(0, SHARED.paragraph) }),
    ...(headings?.length && { headings }),
    tags: choice.tags ? clip.tags.slice(0, SHARED.tags) : [],
    ...(choice.decision && decision && clip.evidence && { decision: { question: decision.question, stance: clip.evidence.stance } }),
  };
  if (sizeOfPost(body) > SHARED.post) return fail('quote-too-long-to-share', { length, limit: SHARED.quote });
  return ok({ body, droppedFromAddress: dropped });
}
