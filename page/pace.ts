/**
 * How often to look again, in milliseconds. Whatever the page does, looking takes its share of the time and no
 * more: a look that cost much is not soon repeated.
 */
export const PACE = {
  /** After a change in the page, before looking at what it did; and at least this many times what the look costs. */
  change: 250,
  changeShare: 400,
  /** Between two readings of the page's text: this many times what one costs. */
  readingShare: 50,
  /** Until a passage that was not there is looked for again; doubles each time, up to `longest`. */
  retry: 800,
  longest: 30_000,
  /** For late content: as long, the page is read again also when nothing tells of a change. */
  lateness: 30_000,
  /** For a passage to come, before it counts as missing. */
  patience: 5_000,
} as const;

/** Characters that come at once and may hold a passage; a clock that ticks is less. */
const TELLING = 40;

/** Whether a change brought text in which a passage may be. */
export function bringsText(records: readonly MutationRecord[]): boolean {
  return records.some(({ type, target, addedNodes }) =>
    type === 'characterData'
      ? (target.nodeValue?.length ?? 0) >= TELLING
      : [...addedNodes].some(({ textContent }) => (textContent?.length ?? 0) >= TELLING),
  );
}
