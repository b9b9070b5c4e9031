import type { ComponentChildren } from 'preact';
import './styles/Highlight.css';

/** A matched piece of a text: from `start` up to, not including, `end`, in UTF-16 code units. */
export type MatchRange = readonly [start: number, end: number];

export interface HighlightProps {
  readonly text: string;
  readonly ranges?: readonly MatchRange[] | undefined;
}

/** A text with its matched pieces marked. Ranges may overlap, be out of order or reach past the end. */
export function Highlight({ text, ranges = [] }: HighlightProps) {
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
    const begin = Math.max(start, from);
    const stop = Math.min(end, text.length);
    if (stop <= begin) continue;
    pieces.push(text.slice(from, begin), <mark key={begin}>{text.slice(begin, stop)}</mark>);
    from = stop;
  }
  pieces.push(text.slice(from));
  return <>{pieces}</>;
}
