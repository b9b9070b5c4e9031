import type { MatchRange } from './Highlight.tsx';

/** Characters shown before the first match. */
const LEAD = 60;

export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly MatchRange[];
}

/** A piece of a text, at most `length` UTF-16 code units and two ellipses, that holds its first match, begins at a word, and has the matches moved along. */
export function excerpt(text: string, ranges: readonly MatchRange[], length: number): Excerpt {
  const first = ranges.length > 0 ? Math.min(...ranges.map(([start]) => start)) : 0;
  const wanted = Math.max(0, first - LEAD);
  const gap = wanted === 0 ? -1 : text.slice(wanted, first).search(/\s\S/);
  const start = wanted + gap + 1;
  const end = Math.min(text.length, start + length);
  const lead = start > 0 ? '… ' : '';
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    ranges: ranges.flatMap(([from, to]): MatchRange[] => (from < start || from >= end ? [] : [[from + shift, Math.min(to, end) + shift]])),
  };
}
