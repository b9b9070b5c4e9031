import type { Clip } from './clip.ts';
import type { Instant } from './id.ts';
import type { PostBody } from './post.ts';
import type { Selector } from './selector.ts';
import type { KeptSighting } from './sighting.ts';

/**
 * How a passage differs from what was clipped. `changed`: its words are others now; `perhaps`: something
 * stands in the page that may be it, which the person has to say; `gone`: an orphan.
 */
export interface Drift {
  /** 0 is the clip's own passage, n the nth of `morePassages`. */
  readonly part: number;
  readonly at: 'changed' | 'perhaps' | 'gone';
  /** The words that were clipped. */
  readonly clipped: string;
  /** The words that stand there now; absent when it is gone. */
  readonly now?: string;
  /** Whether the person said that the words of now are the passage. */
  readonly isConfirmed: boolean;
  /** When the page was last looked at; absent when that is not known. */
  readonly seenAt?: Instant;
}

/** A passage as it is kept, in a clip or in a post. */
interface KeptPassage {
  readonly part: number;
  readonly quote: string;
  readonly selectors: readonly Selector[];
  /** The words that were clipped first, when the person has attached the passage elsewhere or confirmed a change since. */
  readonly original?: string;
}

/** The text that a passage's selectors look for, as its page had it. */
export const wordsSought = (selectors: readonly Selector[]): string | undefined =>
  selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact;

const fold = (text: string): string => text.normalize('NFKC').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

/** Whether two texts are the same words: line breaks and hyphenation, which a redesign changes, do not count. */
export const areSameWords = (one: string, other: string): boolean => fold(one) === fold(other);

/** The words that a sighting offers as the passage: those that it names, else the kept ones. */
const offered = ({ quote }: KeptPassage, { now }: KeptSighting): string => now ?? quote;

function driftOf(passage: KeptPassage, sighting: KeptSighting | undefined): Drift | undefined {
  const { part, selectors, quote, original } = passage;
  const clipped = original ?? quote;
  const seen = sighting && { seenAt: sighting.seenAt };
  if (sighting && (sighting.quality === 'missing' || sighting.quality === 'uncertain')) {
    const now = offered(passage, sighting);
    const isOffered = sighting.quality === 'uncertain' && (sighting.refused === undefined || !areSameWords(sighting.refused, now));
    return isOffered
      ? { part, at: 'perhaps', clipped, now, isConfirmed: false, ...seen }
      : { part, at: 'gone', clipped, isConfirmed: false, ...seen };
  }
  if (sighting?.now !== undefined && !areSameWords(sighting.now, clipped))
    return { part, at: 'changed', clipped, now: sighting.now, isConfirmed: false, ...seen };
  const sought = wordsSought(selectors);
  if (original === undefined || sought === undefined || areSameWords(sought, original)) return undefined;
  return { part, at: 'changed', clipped, now: sought, isConfirmed: true, ...seen };
}

/** Of most clips there is nothing to tell, and there may be a hundred thousand. */
const NONE: readonly Drift[] = [];

const driftsOf = (passages: readonly KeptPassage[], sightings: readonly KeptSighting[]): Drift[] =>
  passages.flatMap(
    (passage) =>
      driftOf(
        passage,
        sightings.find(({ part }) => part === passage.part),
      ) ?? [],
  );

/** What has to be told of a clip's passages, in their order; a passage that stands as it was clipped is left out. `sightings` are the clip's own. */
export function clipDrifts(
  { quote = '', selectors, morePassages = [], formerAnchors = [] }: Pick<Clip, 'quote' | 'selectors' | 'morePassages' | 'formerAnchors'>,
  sightings: readonly KeptSighting[],
): readonly Drift[] {
  if (sightings.length === 0 && formerAnchors.length === 0) return NONE;
  const passages = [{ quote, selectors }, ...morePassages].map((passage, part): KeptPassage => {
    const former = formerAnchors.filter((anchor) => anchor.part === part);
    const original = former.find((anchor) => anchor.quote !== undefined)?.quote ?? passage.quote;
    return { part, quote: passage.quote, selectors: passage.selectors, ...(former.length > 0 && { original }) };
  });
  return driftsOf(passages, sightings);
}

/** The same for what another member shared; `sightings` are the post's own. */
export function sharedDrifts(body: PostBody, sightings: readonly KeptSighting[]): readonly Drift[] {
  if (sightings.length === 0 || body.kind !== 'clip') return NONE;
  const passages = [{ quote: body.quote ?? '', selector: body.target.selector }, ...(body.morePassages ?? [])];
  return driftsOf(
    passages.map(({ quote, selector }, part) => ({ part, quote, selectors: selector })),
    sightings,
  );
}

const GRAVITY = ['changed', 'perhaps', 'gone'] as const;

/** The gravest of a clip's drifts; `undefined` when all of it stands as it was clipped. */
export const gravest = (drifts: readonly Drift[]): Drift['at'] | undefined =>
  GRAVITY.findLast((at) => drifts.some((drift) => drift.at === at));
