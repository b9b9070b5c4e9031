import { findAll, type Anchor } from '../anchoring/index.ts';
import type { Mark } from '../messaging/pageProtocol.ts';
import { isSound, keyOf, type FoundMark, type MarkKey } from './foundMark.ts';
import { bringsText, PACE } from './pace.ts';
import { watchChanges, type PageChanges } from './pageChanges.ts';

/** The marks of a page, found, and found again while the page changes. */
export interface Finder {
  readonly found: ReadonlyMap<MarkKey, FoundMark>;
  /** Look for these, and for no others. */
  set(marks: readonly Mark[]): void;
  /** Settles when what is being looked for now was looked for. */
  settled(): Promise<void>;
  stop(): void;
}

export interface FinderEvents {
  /** Something was found, found elsewhere, or lost. */
  readonly onFound: () => void;
  /** The page was read: which marks are not there, and whether they were given the time to come. */
  readonly onRead: (absent: readonly Mark[], isFinal: boolean) => void;
  /** The page changed, and what was found is still there. */
  readonly onChecked: () => void;
}

export function createFinder(document: Document, { onFound, onRead, onChecked }: FinderEvents): Finder {
  const found = new Map<MarkKey, FoundMark>();
  let marks: readonly Mark[] = [];
  let changes: PageChanges | undefined;
  let round: { readonly end: AbortController; readonly done: Promise<void> } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checkAt = 0;
  /** Since when what is absent is waited for. */
  let since = 0;
  let retryWait: number = PACE.retry;
  let retryAt = 0;
  let hasChanged = false;
  let checkWait: number = PACE.change;
  /** Not before this is the page read again. */
  let readAt = 0;

  const absent = (): Mark[] => marks.filter((mark) => !found.has(keyOf(mark)));

  const checkIn = (wait: number): void => {
    const at = performance.now() + wait;
    if (timer !== undefined && checkAt <= at) return;
    clearTimeout(timer);
    timer = setTimeout(check, wait);
    checkAt = at;
  };

  const changed = (records: readonly MutationRecord[]): void => {
    const isAttribute = records.length > 0 && records.every(({ type }) => type === 'attributes');
    // what is shown and hidden matters to what is not there yet, and only to that
    if (isAttribute && found.size === marks.length) return;
    hasChanged = true;
    if (found.size < marks.length && bringsText(records)) {
      retryWait = PACE.retry;
      retryAt = Math.min(retryAt, performance.now() + PACE.change);
    }
    checkIn(checkWait);
  };

  const take = (wanted: readonly Mark[], anchors: readonly (Anchor | null)[]): void => {
    wanted.forEach((mark, index) => {
      const anchor = anchors[index];
      if (!anchor) return void found.delete(keyOf(mark));
      const { range, quality } = anchor;
      found.set(keyOf(mark), { mark, quality, range, text: range.toString() });
      const root = range.startContainer.getRootNode();
      if (root !== document) changes?.watch(root);
    });
  };

  const read = async (wanted: readonly Mark[], end: AbortSignal): Promise<void> => {
    const begun = performance.now();
    let anchors: readonly (Anchor | null)[];
    try {
      anchors = await findAll(
        wanted.map(({ selectors }) => selectors),
        document.documentElement,
        { signal: end },
      );
    } catch {
      return; // other marks are wanted now, or none
    }
    const now = performance.now();
    readAt = now + (now - begun) * PACE.readingShare;
    take(wanted, anchors);
    onFound();
    const missing = absent();
    onRead(missing, now - since >= PACE.patience);
    if (missing.length === 0) return;
    retryAt = now + retryWait;
    retryWait = Math.min(retryWait * 2, PACE.longest);
    // late content may come where no observer sees it
    if (now - since < PACE.lateness) checkIn(Math.max(retryAt, readAt) - now);
  };

  const look = (wanted: readonly Mark[]): void => {
    round?.end.abort();
    const end = new AbortController();
    const mine = {
      end,
      done: read(wanted, end.signal).finally(() => {
        if (round !== mine) return;
        round = undefined;
        if (hasChanged) checkIn(checkWait);
      }),
    };
    round = mine;
  };

  const check = (): void => {
    timer = undefined;
    // after the reading that is under way
    if (round) return;
    const begun = performance.now();
    if (hasChanged) {
      hasChanged = false;
      const lost = [...found].filter(([, held]) => !isSound(held));
      for (const [key] of lost) found.delete(key);
      if (lost.length > 0) {
        onFound();
        // not put off as what was never there is, and not called missing before it had the time to come back
        retryAt = since = begun;
      }
      onChecked();
      checkWait = Math.max(PACE.change, (performance.now() - begun) * PACE.changeShare);
    }
    const missing = absent();
    if (missing.length === 0) return;
    const wait = Math.max(retryAt, readAt) - begun;
    if (wait <= 0) look(missing);
    else checkIn(wait);
  };

  const stop = (): void => {
    round?.end.abort();
    round = undefined;
    changes?.stop();
    changes = undefined;
    clearTimeout(timer);
    timer = undefined;
    marks = [];
    found.clear();
  };

  return {
    found,
    set(next) {
      marks = next;
      const wanted = new Map(next.map((mark) => [keyOf(mark), mark]));
      for (const [key, held] of found) {
        const mark = wanted.get(key);
        // another place may have been confirmed meanwhile; why and colour are taken over
        if (mark && JSON.stringify(mark.selectors) === JSON.stringify(held.mark.selectors)) found.set(key, { ...held, mark });
        else found.delete(key);
      }
      changes ??= watchChanges(document, changed);
      since = performance.now();
      retryWait = PACE.retry;
      onFound();
      look(absent());
    },
    async settled() {
      while (round) await round.done;
    },
    stop,
  };
}
