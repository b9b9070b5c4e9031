import { excerpt } from './excerpt.ts';
import { Folded } from './Folded.tsx';
import { Highlight, type MatchRange } from './Highlight.tsx';
import './styles/Quote.css';

export interface QuoteProps {
  readonly text: string;
  readonly ranges?: readonly MatchRange[] | undefined;
  /** BCP 47, where the page said it: for the right voice and line breaks. */
  readonly language?: string | undefined;
  readonly tabIndex?: number;
  /** What stood before and after it, with the space between, shown in lighter ink. */
  readonly around?: { readonly before: string; readonly after: string } | undefined;
}

/** More than this is never laid out at once: a whole book may have been selected. */
const LONGEST_SHOWN = 20_000;
/** A match that begins further in than this is brought to the front while the quote is folded. */
const IN_SIGHT = 90;

/** The words of the page, set apart from the person's own, folded when long. */
export function Quote({ text, ranges = [], language, tabIndex, around }: QuoteProps) {
  const whole = { text: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text, ranges };
  const isFar = ranges.length > 0 && ranges.every(([start]) => start > IN_SIGHT);
  return (
    <blockquote class="quote" lang={language} dir="auto">
      <Folded class="quote-text" tabIndex={tabIndex}>
        {(isOpen) => (
          <>
            {around?.before && (isOpen || !isFar) && <span class="quote-around">{around.before}</span>}
            <Highlight {...(isFar && !isOpen ? excerpt(text, ranges, LONGEST_SHOWN) : whole)} />
            {around?.after && <span class="quote-around">{around.after}</span>}
          </>
        )}
      </Folded>
    </blockquote>
  );
}
