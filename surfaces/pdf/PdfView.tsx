import { useRef } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { siteOf } from '../../domain/pageAddress.ts';
import { pdf as words } from '../../locales/en/pdf.ts';
import { tell } from '../../locales/index.ts';
import type { PdfModel } from './pdfModel.ts';
import { PdfToolbar } from './PdfToolbar.tsx';
import './PdfView.css';

export interface PdfViewProps {
  readonly model: PdfModel;
  /** The address that the view was opened for. */
  readonly address: string | undefined;
  /** Ask the browser for access to the PDF's site, and open it then. */
  readonly onAllow: () => void;
  readonly onClip: () => void;
  readonly onBrowserView: () => void;
}

/** Everything of the PDF view but the pages themselves. */
export function PdfView({ model, address, onAllow, onClip, onBrowserView }: PdfViewProps) {
  const input = useRef<HTMLInputElement>(null);
  const state = model.state.value;
  const choose = (): void => input.current?.click();
  const chooseButton = (text: string, look: 'primary' | 'plain' = 'primary') => (
    <Button look={look} icon="open" onClick={choose}>
      {text}
    </Button>
  );
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void model.openFile(file);
          currentTarget.value = '';
        }}
      />
      {state.at === 'open' ? (
        <>
          <header>
            <PdfToolbar pdf={state.pdf} onClip={onClip} onChoose={choose} onBrowserView={onBrowserView} />
          </header>
          {!state.hasText && (
            <div class="pdf-note">
              <Notice kind="info" title={words.noText} detail={words.noTextNext} />
            </div>
          )}
        </>
      ) : (
        <section class="pdf-start" aria-label={words.title}>
          {state.at === 'opening' && (
            <p role="status">{state.share === undefined ? words.opening : words.openingShare(Math.floor(state.share * 100))}</p>
          )}
          {state.at === 'start' && (
            <EmptyState icon="quote" sentence={words.start} hint={words.startHint}>
              {chooseButton(words.choose)}
            </EmptyState>
          )}
          {state.at === 'on-device' && (
            <EmptyState icon="quote" sentence={words.onDevice(state.name)} hint={words.onDeviceNext}>
              {chooseButton(words.chooseThis)}
            </EmptyState>
          )}
          {state.at === 'failed' && state.failure.code === 'pdf-not-allowed' ? (
            <EmptyState icon="info" sentence={tell(state.failure).sentence} hint={tell(state.failure).next}>
              <Button look="primary" onClick={onAllow}>
                {words.allow(siteOf(address ?? ''))}
              </Button>
              {chooseButton(words.choose, 'plain')}
            </EmptyState>
          ) : (
            'failure' in state &&
            state.failure && (
              <FailureNotice failure={state.failure}>{state.at === 'failed' && chooseButton(words.choose, 'plain')}</FailureNotice>
            )
          )}
        </section>
      )}
    </>
  );
}
