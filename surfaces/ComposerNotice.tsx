import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { UnreadNotice } from '../components/UnreadNotice.tsx';
import type { Capture } from '../domain/clip.ts';
import { isPdfAddress } from '../domain/pdfView.ts';
import { words } from '../locales/index.ts';
import { ask } from '../messaging/send.ts';
import type { ComposerModel } from './composerModel.ts';
import { isFrame } from './pageFrame.ts';
import { openPdfView } from './pdfTab.ts';

export interface ComposerNoticeProps {
  readonly capture: Capture;
  readonly model: ComposerModel;
  readonly isPasting: boolean | undefined;
  /** The page keeps taking the focus. */
  readonly isRestless: boolean;
}

/** What stands in the way of a clip in this page, and the way on. */
export const ComposerNotice = ({ capture, model, isPasting, isRestless }: ComposerNoticeProps) => (
  <>
    {isRestless && (
      <Notice kind="warning" title={words.unread.restless} detail={words.unread.restlessDetail}>
        <Button onClick={() => void model.toWindow()}>{words.unread.toWindow}</Button>
      </Notice>
    )}
    {capture.isUnread && (
      <UnreadNotice
        isPasting={isPasting}
        onQuote={(copied) => void model.quote(copied)}
        onRegion={isFrame() ? () => void ask('regionInstead', undefined) : undefined}
        onOpenPdf={isPdfAddress(capture.source.address) ? () => void openPdfView(capture.source.address) : undefined}
      />
    )}
  </>
);
