import { describeRange } from '../anchoring/index.ts';
import { contextOf } from '../capture/context.ts';
import { hasDrawnText } from '../capture/drawnText.ts';
import { selectionOf, type Selected } from '../capture/selection.ts';
import { describeSource } from '../capture/source.ts';
import type { Capture } from '../domain/clip.ts';
import { KEPT } from '../domain/limits.ts';

/** Everything that is handed over when a person clips: what is selected or, when nothing is, the page. */
export function readCapture(view: Window, fallbackQuote?: string): Capture {
  const { document } = view;
  const source = describeSource(document, view.location.href);
  const selected: Selected | null =
    selectionOf(view) ?? (fallbackQuote?.trim() ? { text: fallbackQuote.slice(0, KEPT.quote).trim() } : null);
  if (!selected) return { kind: 'page', source, selectors: [], context: {}, ...(hasDrawnText(view) && { isUnread: true }) };
  const { text, range } = selected;
  return {
    kind: 'passage',
    source,
    quote: text,
    selectors: range ? describeRange(range, document.documentElement) : [],
    context: range ? contextOf(range) : {},
  };
}
