import { live } from '../anchoring/spots.ts';
import type { FoundMark } from './foundMark.ts';
import { inPage, viewOf } from './place.ts';

export type Direction = 'next' | 'previous';

/**
 * The mark to go to, of marks in page order. From the one that was gone to before, while it is in sight; else from
 * what is in sight. After the last comes the first again.
 */
export function markAfter(
  marks: readonly FoundMark[],
  current: FoundMark | undefined,
  direction: Direction,
  { innerHeight }: Pick<Window, 'innerHeight'>,
): FoundMark | undefined {
  const topOf = ({ range }: FoundMark): number => inPage(live(range)?.getBoundingClientRect() ?? new DOMRect(), viewOf(range)).top;
  const isInSight = (mark: FoundMark): boolean => topOf(mark) >= 0 && topOf(mark) < innerHeight;
  const from = current && marks.includes(current) && isInSight(current) ? marks.indexOf(current) : undefined;
  if (direction === 'next') {
    const next = from === undefined ? marks.findIndex((mark) => topOf(mark) >= 0) : from + 1;
    return marks[next] ?? marks[0];
  }
  const previous = from === undefined ? marks.findLastIndex((mark) => topOf(mark) < innerHeight) : from - 1;
  return marks[previous] ?? marks.at(-1);
}
