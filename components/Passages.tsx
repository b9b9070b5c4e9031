import { words } from '../locales/index.ts';
import { Button, IconButton } from './Button.tsx';
import type { MatchRange } from './Highlight.tsx';
import { Quote } from './Quote.tsx';
import './styles/Passages.css';

export interface PassagesProps {
  /** The passages after the first, in their order. */
  readonly quotes: readonly string[];
  /** What of each was matched. */
  readonly ranges?: readonly (readonly MatchRange[])[];
  readonly language?: string | undefined;
  readonly tabIndex?: number;
  /** Take the nth out; absent where they only stand to be read. */
  readonly onRemove?: ((index: number) => void) | undefined;
  /** Make the nth a clip of its own. */
  readonly onSeparate?: ((index: number) => void) | undefined;
}

/** The further passages of a clip. The one that was added last can be made a clip of its own: that may have been meant. */
export function Passages({ quotes, ranges, language, tabIndex, onRemove, onSeparate }: PassagesProps) {
  if (quotes.length === 0) return null;
  const last = quotes.length - 1;
  return (
    <ul class="passages" role="list" aria-label={words.composer.passages(quotes.length)}>
      {quotes.map((quote, index) => (
        <li key={quote} class="passage">
          <div class="passage-quote">
            <Quote text={quote} ranges={ranges?.[index]} language={language} {...(tabIndex !== undefined && { tabIndex })} />
            {onRemove && <IconButton icon="close" label={words.composer.removePassage} onClick={() => onRemove(index)} />}
          </div>
          {onSeparate && index === last && (
            <p class="passage-added" role="status">
              <span>{words.composer.added}</span>
              <Button look="quiet" onClick={() => onSeparate(index)}>
                {words.composer.separate}
              </Button>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
