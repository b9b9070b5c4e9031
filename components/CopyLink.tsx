import { useState } from 'preact/hooks';
import { words } from '../locales/index.ts';
import { IconButton } from './Button.tsx';

export interface CopyLinkProps {
  /** Answers once the link can be pasted. */
  readonly onCopy: () => Promise<void>;
  readonly tabIndex: number;
}

/** Copies a link that opens at the passage in any browser, and says that it did. */
export function CopyLink({ onCopy, tabIndex }: CopyLinkProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <IconButton
        icon={isCopied ? 'check' : 'copy'}
        label={isCopied ? words.card.linkCopied : words.card.copyLink}
        tabIndex={tabIndex}
        onClick={() => void onCopy().then(() => setCopied(true))}
      />
      <span class="visually-hidden" role="status">
        {isCopied && words.card.linkCopied}
      </span>
    </>
  );
}
