import { useEffect, useState } from 'preact/hooks';
import { IconButton } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { siteOf } from '../../domain/pageAddress.ts';
import { pdf as words } from '../../locales/en/pdf.ts';
import type { ShownPdf } from './pdfModel.ts';
import '../../components/styles/Field.css';
import './PdfToolbar.css';

export interface PdfToolbarProps {
  readonly pdf: ShownPdf;
  readonly onClip: () => void;
  readonly onChoose: () => void;
  readonly onBrowserView: () => void;
}

/** Each step of the zoom, times the size on paper. */
const ZOOMS = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/**
 * What the PDF is, where one is in it, and how large it is shown. Its words are put there by the style sheet: what
 * is in the document's text is the PDF's alone, for those who search it and for the passages that are found in it.
 */
export function PdfToolbar({ pdf: { source, pageCount, pages }, onClip, onChoose, onBrowserView }: PdfToolbarProps) {
  const page = pages.page.value;
  const zoom = pages.zoom.value;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const go = (): void => {
    const wanted = Number(typed);
    if (typed?.trim() && Number.isInteger(wanted)) pages.show(wanted);
    setTyped(undefined);
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, iframe') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      // sideways there may be more of a page that is wider than the window
      const isWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
      if (isWide || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
      event.preventDefault();
      pages.show(pages.page.peek() + (event.key === 'ArrowLeft' ? -1 : 1));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [pages]);

  return (
    <div class="pdf-toolbar" role="toolbar" aria-label={words.toolbar}>
      <div class="pdf-what">
        <h1 class="pdf-title" title={source.title} data-text={source.title} />
        <p class="pdf-site" data-text={[source.author, siteOf(source.address)].filter(Boolean).join(' · ')} />
      </div>
      <div class="pdf-group">
        <IconButton icon="previous" label={words.previous} onClick={() => pages.show(page - 1)} />
        <input
          class="input pdf-number"
          type="text"
          inputMode="numeric"
          aria-label={words.pageField}
          value={typed ?? String(page)}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onBlur={go}
          onKeyDown={(event) => event.key === 'Enter' && go()}
        />
        <span class="pdf-count" data-text={words.ofPages(pageCount)} />
        <IconButton icon="next" label={words.next} onClick={() => pages.show(page + 1)} />
      </div>
      <div class="pdf-group">
        <IconButton
          icon="remove"
          label={words.smaller}
          onClick={() => pages.setZoom(ZOOMS.findLast((step) => step < zoom - 0.01) ?? zoom)}
        />
        <span class="pdf-zoom" data-text={words.zoom(Math.round(zoom * 100))} />
        <IconButton icon="add" label={words.larger} onClick={() => pages.setZoom(ZOOMS.find((step) => step > zoom + 0.01) ?? zoom)} />
        <IconButton icon="width" label={words.width} onClick={() => pages.setZoom('width')} />
      </div>
      <div class="pdf-group">
        <IconButton icon="file" label={words.choose} onClick={onChoose} />
        {/^https?:/.test(source.address) && <IconButton icon="open" label={words.browserView} onClick={onBrowserView} />}
        {/* pressing a button would take the selection away */}
        <button
          type="button"
          class="button button-primary pdf-clip"
          aria-label={words.clip}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onClip}
        >
          <Icon name="quote" />
          <span data-text={words.clip} />
        </button>
      </div>
    </div>
  );
}
