import type { Clip } from './clip.ts';
import type { Decision } from './decision.ts';
import { fail, ok, type Result } from './failure.ts';
import { SHARED } from './limits.ts';
import { shareableAddress } from './pageAddress.ts';
import type { ClipBody } from './post.ts';

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

export function shareBody(clip: Clip, decision: Decision | undefined, choice: ShareChoice): Result<ShareBody> {
  if (clip.why.length > SHARED.why) return fail('why-too-long-to-share', { length: clip.why.length, limit: SHARED.why });
  if ((clip.quote?.length ?? 0) > SHARED.quote)
    return fail('quote-too-long-to-share', { length: clip.quote?.length ?? 0, limit: SHARED.quote });
  const { address, dropped } = shareableAddress(clip.source.address);
  if (!/^https?:/i.test(address) || address.length > SHARED.address) return fail('page-not-shareable');
  const { site, author, published, language } = clip.source;
  const { headings, paragraph } = clip.context;
  const body: ClipBody = {
    kind: 'clip',
    why: clip.why,
    ...(clip.quote !== undefined && { quote: clip.quote }),
    // prefix, suffix and positions are what lets others find the passage; without the surrounding text they go too
    target: {
      type: 'SpecificResource',
      source: address,
      selector: choice.paragraph
        ? clip.selectors
        : clip.selectors.map((selector) =>
            selector.type === 'TextQuoteSelector' ? { type: selector.type, exact: selector.exact } : selector,
          ),
    },
    title: clip.source.title.slice(0, SHARED.title),
    ...(site && { site }),
    ...(author && { author }),
    ...(published && { published }),
    ...(language && { language }),
    ...(choice.paragraph && paragraph && { paragraph: paragraph.slice(0, SHARED.paragraph) }),
    ...(headings?.length && { headings }),
    tags: choice.tags ? clip.tags.slice(0, SHARED.tags) : [],
    ...(choice.decision && decision && clip.evidence && { decision: { question: decision.question, stance: clip.evidence.stance } }),
  };
  return ok({ body, droppedFromAddress: dropped });
}
