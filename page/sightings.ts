import { describeAll } from '../anchoring/index.ts';
import { live } from '../anchoring/spots.ts';
import type { Selector } from '../domain/selector.ts';
import type { Sighting } from '../domain/sighting.ts';
import type { Mark } from '../messaging/pageProtocol.ts';
import { isSound, keyOf, type FoundMark, type MarkKey } from './foundMark.ts';

/** Tells how the passages of a page stand, each time that this changes. */
export interface Sightings {
  /** The page was read. `isFinal`: what is absent had the time to come. */
  tell(found: Iterable<FoundMark>, absent: readonly Mark[], isFinal: boolean): void;
}

/** The longest that the browser's idle time is waited for, in milliseconds. */
const PATIENCE = 2_000;

export function createSightings(document: Document, signal: AbortSignal, onSightings: (sightings: Sighting[]) => void): Sightings {
  /** What was told last of each passage, and of which selectors. */
  const told = new Map<MarkKey, string>();

  const isNews = (mark: Mark, stands: string): boolean => {
    const news = `${stands}\n${JSON.stringify(mark.selectors)}`;
    if (told.get(keyOf(mark)) === news) return false;
    told.set(keyOf(mark), news);
    return true;
  };

  const describe = async (news: readonly FoundMark[], missing: readonly Sighting[]): Promise<void> => {
    const changed = news.filter(({ quality }) => quality !== 'exact');
    const sightings = [
      ...missing,
      ...news.filter(({ quality }) => quality === 'exact').map(({ mark, quality }) => standing(mark, quality)),
    ];
    if (changed.length > 0) {
      // to describe passages takes a reading of the whole page, which is in no hurry
      await idle(document);
      const places = changed.map((found) => (isSound(found) ? live(found.range) : null) ?? document.createRange());
      const described = await describeAll(places, document.documentElement, { signal });
      changed.forEach(({ mark, quality }, index) => {
        const selectors = described[index] ?? [];
        const now = quoteOf(selectors);
        // the page has changed meanwhile: once it was read again, there will be news again
        if (now === undefined) told.delete(keyOf(mark));
        else sightings.push({ ...standing(mark, quality), selectors, ...(now !== quoteOf(mark.selectors) && { now }) });
      });
    }
    if (sightings.length > 0 && !signal.aborted) onSightings(sightings);
  };

  return {
    tell(found, absent, isFinal) {
      const news = [...found].filter(({ mark, quality, text }) => isNews(mark, quality === 'exact' ? quality : `${quality} ${text}`));
      const missing = isFinal ? absent.filter((mark) => isNews(mark, 'missing')) : [];
      // ends with Whence in this page
      describe(
        news,
        missing.map((mark) => standing(mark, 'missing')),
      ).catch(() => undefined);
    },
  };
}

const standing = ({ id, part }: Mark, quality: Sighting['quality']): Sighting => ({ id, part, quality });

const quoteOf = (selectors: readonly Selector[]): string | undefined =>
  selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact;

const idle = ({ defaultView: view }: Document): Promise<unknown> =>
  new Promise((resolve) => (view ? view.requestIdleCallback(resolve, { timeout: PATIENCE }) : resolve(undefined)));
