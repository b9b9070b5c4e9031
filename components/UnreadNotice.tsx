import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { Notice } from './Notice.tsx';
import './styles/UnreadNotice.css';

export interface UnreadNoticeProps {
  /** The person came here to paste: the field is open, with the caret. */
  readonly isPasting?: boolean | undefined;
  readonly onQuote: (copied: string) => void;
  /** Absent where there is no page under the composer. */
  readonly onRegion?: (() => void) | undefined;
  /** Absent where the page is no PDF. */
  readonly onOpenPdf?: (() => void) | undefined;
}

/** In the composer of a page that Whence can't read: the words may come from the clipboard. */
export function UnreadNotice({ isPasting = false, onQuote, onRegion, onOpenPdf }: UnreadNoticeProps) {
  const [isOpen, setOpen] = useState(isPasting);
  return (
    <Notice kind="info" title={words.unread.title} detail={isOpen ? undefined : words.unread.detail}>
      {isOpen ? (
        <PasteField onQuote={onQuote} />
      ) : (
        <>
          {onOpenPdf && <Button onClick={onOpenPdf}>{words.unread.openPdf}</Button>}
          <Button onClick={() => setOpen(true)}>{words.unread.use}</Button>
          {onRegion && <Button onClick={onRegion}>{words.empty.clipRegion}</Button>}
        </>
      )}
    </Notice>
  );
}

/** What is pasted is taken at once; what is typed, by the button. */
function PasteField({ onQuote }: Pick<UnreadNoticeProps, 'onQuote'>) {
  const id = useId();
  const [copied, setCopied] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  // after *why*, which takes the caret when the composer comes up
  useEffect(() => area.current?.focus(), []);
  return (
    <div class="unread-paste">
      <Field id={id} label={words.unread.copied}>
        <textarea
          ref={area}
          id={id}
          class="input unread-area"
          rows={3}
          placeholder={words.unread.copiedHint}
          value={copied}
          onInput={({ currentTarget }) => setCopied(currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text/plain') ?? '';
            if (copied.trim() !== '' || pasted.trim() === '') return;
            event.preventDefault();
            onQuote(pasted);
          }}
        />
      </Field>
      {copied.trim() !== '' && <Button onClick={() => onQuote(copied)}>{words.unread.take}</Button>}
    </div>
  );
}
