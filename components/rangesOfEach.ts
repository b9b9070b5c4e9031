import type { MatchRange } from './Highlight.tsx';

/** The matches in texts that were searched as one, with `separator` between them: for each text its own, in its own places. */
export function rangesOfEach(
  texts: readonly string[],
  separator: string,
  ranges: readonly MatchRange[] = [],
): readonly (readonly MatchRange[])[] {
  let begin = 0;
  return texts.map((text) => {
    const [from, to] = [begin, begin + text.length];
    begin = to + separator.length;
    return ranges.flatMap(([start, end]): MatchRange[] => (start >= from && start < to ? [[start - from, Math.min(end, to) - from]] : []));
  });
}
