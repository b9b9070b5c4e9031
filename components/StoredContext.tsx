import type { Context } from '../domain/clip.ts';
import { excerpt } from './excerpt.ts';
import { Highlight, type MatchRange } from './Highlight.tsx';
import './styles/StoredContext.css';

export interface StoredContextProps {
  readonly quote: string;
  readonly context: Context;
  readonly language?: string | undefined;
}

/** Characters of the text around the passage. */
const AROUND = 600;

/** Where a passage stood when it was clipped: the headings above it, and the text around it. */
export function StoredContext({ quote, context: { headings = [], paragraph = '' }, language }: StoredContextProps) {
  const at = paragraph.indexOf(quote);
  const ranges: MatchRange[] = quote && at >= 0 ? [[at, at + quote.length]] : [];
  return (
    <div class="stored-context" lang={language}>
      {headings.length > 0 && (
        <p class="stored-headings" dir="auto">
          {headings.join(' › ')}
        </p>
      )}
      {paragraph && (
        <p dir="auto">
          <Highlight {...excerpt(paragraph, ranges, AROUND)} />
        </p>
      )}
    </div>
  );
}
