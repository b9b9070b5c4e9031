import type { Capture, Clip, Context, FormerAnchor } from '../domain/clip.ts';
import { areSameWords, wordsSought } from '../domain/drift.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import type { Id, Instant } from '../domain/id.ts';
import type { Selector } from '../domain/selector.ts';
import type { WhenceDatabase } from './database.ts';
import { write } from './failures.ts';

/** How often a clip's anchors can change before the oldest of its history is let go. */
const LONGEST_HISTORY = 50;

/** A passage of a clip: which, by 0 for its own and n for the nth of `morePassages`. */
interface PassageOf {
  readonly id: Id;
  readonly part: number;
}

/** What of a passage changes with its anchor. */
interface Anchored {
  readonly selectors: readonly Selector[];
  readonly quote?: string | undefined;
  readonly context: Context;
}

/** A changed anchor, as the way back (`undoAnchor`) wants it. */
interface AnchorChange {
  /** When the former one ended. */
  readonly until: Instant;
  readonly pageKey: string;
}

const passageOf = (clip: Clip, part: number): Anchored | undefined => (part === 0 ? clip : clip.morePassages?.[part - 1]);

function withPassage(clip: Clip, part: number, { selectors, quote, context }: Anchored): Clip {
  const anchored = { selectors: [...selectors], context };
  if (part === 0) return { ...clip, ...anchored, ...(quote !== undefined && { quote }) };
  const morePassages = clip.morePassages?.map((passage, index) =>
    index === part - 1 ? { ...anchored, quote: quote ?? passage.quote } : passage,
  );
  return { ...clip, ...(morePassages && { morePassages }) };
}

const live = async (database: WhenceDatabase, id: Id): Promise<Clip | undefined> => {
  const clip = await database.clips.get(id);
  return clip?.deletedAt === undefined ? clip : undefined;
};

/** Give a passage another anchor, and put the one before at the end of its history. Inside the caller's transaction. */
async function anchor(
  database: WhenceDatabase,
  clip: Clip,
  { part, ...former }: Omit<FormerAnchor, 'until'>,
  next: Anchored,
  now: Instant,
): Promise<AnchorChange> {
  const history = clip.formerAnchors ?? [];
  // each can be named by its time alone
  const until = Math.max(now, ...history.map((one) => one.until + 1));
  const formerAnchors = [...history, { part, ...former, until }].slice(-LONGEST_HISTORY);
  await database.clips.put({ ...withPassage(clip, part, next), formerAnchors, updatedAt: now });
  await database.sightings.put({ id: clip.id, part, quality: 'exact', seenAt: now });
  return { until, pageKey: clip.pageKey };
}

/**
 * The person says that what was sighted with the words `now` is the passage: its selectors become the
 * clip's. The quote stays the words that the why was written about. Fails with `not-found`, or with
 * `passage-not-there` when other words have been sighted since. Asking twice answers the same.
 */
export const confirmAnchor = (
  database: WhenceDatabase,
  { id, part, now: words }: PassageOf & { readonly now: string },
  now: Instant,
): Promise<Result<AnchorChange>> =>
  write(database, ['clips', 'sightings'], async () => {
    const clip = await live(database, id);
    const passage = clip && passageOf(clip, part);
    if (!passage) return fail('not-found');
    const last = clip.formerAnchors?.findLast((former) => former.part === part);
    const sighting = await database.sightings.get([id, part]);
    const isOffered = sighting?.quality === 'uncertain' || sighting?.quality === 'fuzzy';
    if (isOffered && sighting.selectors && areSameWords(sighting.now ?? passage.quote ?? '', words)) {
      const { selectors, quote, context } = passage;
      // what was clipped is told by the quote; only the way to find it changes
      return ok(await anchor(database, clip, { part, selectors: [...selectors] }, { selectors: sighting.selectors, quote, context }, now));
    }
    if (last && areSameWords(wordsSought(passage.selectors) ?? '', words)) return ok({ until: last.until, pageKey: clip.pageKey });
    return fail('passage-not-there');
  });

/**
 * The person selected the passage anew: quote, selectors and surroundings become those of the selection,
 * the trail stays. Fails with `not-found`, `nothing-selected` when the selection has no position, or
 * `page-not-the-clips`. Asking twice answers the same.
 */
export const attachAnew = (
  database: WhenceDatabase,
  { id, part }: PassageOf,
  selection: { readonly pageKey: string; readonly capture: Pick<Capture, 'kind' | 'quote' | 'selectors' | 'context'> },
  now: Instant,
): Promise<Result<AnchorChange>> =>
  write(database, ['clips', 'sightings'], async () => {
    const clip = await live(database, id);
    const passage = clip && passageOf(clip, part);
    if (!passage) return fail('not-found');
    if (clip.pageKey !== selection.pageKey) return fail('page-not-the-clips');
    const { kind, quote, selectors, context } = selection.capture;
    if (kind !== 'passage' || quote === undefined || selectors.length === 0) return fail('nothing-selected');
    const last = clip.formerAnchors?.findLast((former) => former.part === part);
    if (last && JSON.stringify(passage.selectors) === JSON.stringify(selectors)) return ok({ until: last.until, pageKey: clip.pageKey });
    const former = {
      part,
      selectors: [...passage.selectors],
      ...(passage.quote !== undefined && { quote: passage.quote }),
      context: passage.context,
    };
    const { trail } = passage.context;
    return ok(await anchor(database, clip, former, { selectors, quote, context: { ...context, ...(trail && { trail }) } }, now));
  });

/**
 * Take back the change that ended an anchor at `until`: it is the passage's again, and what had taken its
 * place is offered again (after a confirmation) or gone (after attaching). Asking twice changes nothing more.
 */
export const undoAnchor = (
  database: WhenceDatabase,
  { id, part, until }: PassageOf & { readonly until: Instant },
  now: Instant,
): Promise<Result<{ readonly pageKey: string }>> =>
  write(database, ['clips', 'sightings'], async () => {
    const clip = await live(database, id);
    const passage = clip && passageOf(clip, part);
    if (!passage) return fail('not-found');
    const { pageKey, formerAnchors: history = [] } = clip;
    const former = history.findLast((one) => one.part === part);
    if (former?.until !== until) return ok({ pageKey });
    const { formerAnchors: _, ...rest } = withPassage(clip, part, {
      selectors: former.selectors,
      quote: former.quote ?? passage.quote,
      context: former.context ?? passage.context,
    });
    const formerAnchors = history.filter((one) => one !== former);
    await database.clips.put({ ...rest, ...(formerAnchors.length > 0 && { formerAnchors }), updatedAt: now });
    const words = wordsSought(passage.selectors);
    await database.sightings.put({
      id,
      part,
      seenAt: now,
      ...(former.context
        ? { quality: 'missing' }
        : { quality: 'uncertain', selectors: [...passage.selectors], ...(words !== undefined && { now: words }) }),
    });
    return ok({ pageKey });
  });
