import { useState } from 'preact/hooks';
import { words } from '../locales/index.ts';
import { RelatedItems, type RelatedEntry } from './RelatedList.tsx';

export interface RelatedInComposerProps {
  readonly entries: readonly RelatedEntry[];
  readonly onOpen?: ((id: string) => void) | undefined;
}

/** What one decided before, while a why is written: two lines, since more would push the form away; the rest unfolds. */
export function RelatedInComposer({ entries, onOpen }: RelatedInComposerProps) {
  const [isWhole, setWhole] = useState(false);
  const rest = entries.length - 1;
  if (entries.length === 0) return null;
  return (
    <section class="related related-brief" aria-label={words.related.whileWriting}>
      <p class="related-head">
        <span class="related-title">{words.related.whileWriting}</span>
        {rest > 0 && (
          <button type="button" class="related-more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? words.related.fewer : words.related.more(rest)}
          </button>
        )}
      </p>
      <RelatedItems entries={isWhole ? entries : entries.slice(0, 1)} onOpen={(id) => onOpen?.(id)} />
    </section>
  );
}
