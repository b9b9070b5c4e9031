import type { Clip, Media } from './clip.ts';
import type { Decision } from './decision.ts';
import { fail, ok, type Result } from './failure.ts';
import { SHARED } from './limits.ts';
import { addressAtMoment } from './momentAddress.ts';
import { shareableAddress } from './pageAddress.ts';
import { sizeOfPost, type ClipBody, type SharedMedia } from './post.ts';
import type { Selector } from './selector.ts';

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
  const passages = clip.morePassages ?? [];
  const length = Math.max(...[clip, ...passages].map(lengthOf));
  if (length > SHARED.quote) return fail('quote-too-long-to-share', { length, limit: SHARED.quote });
  const { address, dropped } = shareableAddress(clip.source.address);
  if (!/^https?:/i.test(address) || address.length > SHARED.address) return fail('page-not-shareable');
  const { site, author, published, language } = clip.source;
  const { headings, paragraph } = clip.context;
  const media = clip.media && sharedMedia(clip.media);
  const body: ClipBody = {
    kind: 'clip',
    why: clip.why,
    ...(clip.kind !== 'passage' && { clipped: clip.kind }),
    ...(clip.quote !== undefined && { quote: clip.quote }),
    // prefix, suffix and positions are what lets others find the passage; without the surrounding text they go too
    target: {
      type: 'SpecificResource',
      source: address,
      selector: sharedSelectors(clip.selectors, choice.paragraph),
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
    ...(media && Object.keys(media.body).length > 0 && { media: media.body }),
    ...(passages.length > 0 && {
      morePassages: passages.map(({ quote, selectors }) => ({ quote, selector: sharedSelectors(selectors, choice.paragraph) })),
    }),
  };
  if (sizeOfPost(body) > SHARED.post) return fail('quote-too-long-to-share', { length, limit: SHARED.quote });
  return ok({ body, droppedFromAddress: [...new Set([...dropped, ...(media?.dropped ?? [])])] });
}

/** The passage stands in the quote as it was shown, and in a selector as the page has it. */
const lengthOf = ({ quote = '', selectors }: Pick<Clip, 'quote' | 'selectors'>): number =>
  Math.max(quote.length, ...selectors.map((selector) => (selector.type === 'TextQuoteSelector' ? selector.exact.length : 0)));

const sharedSelectors = (selectors: readonly Selector[], withContext: boolean): Selector[] =>
  selectors
    .slice(0, SHARED.selectors)
    .map((selector) => (withContext || selector.type !== 'TextQuoteSelector' ? selector : { type: selector.type, exact: selector.exact }));

/** What is said of an image, a link or a moment; an address that others can't open is left out. */
function sharedMedia({ address, alt, caption, seconds, duration }: Media): {
  readonly body: SharedMedia;
  readonly dropped: readonly string[];
} {
  // a time in a fragment looks like a secret, and is put back as what it is
  const shared = address === undefined ? undefined : shareableAddress(address.replace(/#t=\d+s?$/, ''));
  const isOpen = shared !== undefined && /^https?:/i.test(shared.address) && shared.address.length <= SHARED.address;
  return {
    body: {
      ...(isOpen && { address: seconds === undefined ? shared.address : addressAtMoment(shared.address, seconds) }),
      ...(alt && { alt: alt.slice(0, SHARED.title) }),
      ...(caption && { caption: caption.slice(0, SHARED.title) }),
      ...(seconds !== undefined && { seconds }),
      ...(duration !== undefined && { duration }),
    },
    dropped: isOpen ? shared.dropped : [],
  };
}
