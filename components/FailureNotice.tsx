import type { ComponentChildren } from 'preact';
import type { Failure } from '../domain/failure.ts';
import { tell } from '../locales/index.ts';
import { Notice } from './Notice.tsx';

export interface FailureNoticeProps {
  readonly failure: Failure;
  readonly children?: ComponentChildren;
  readonly onDismiss?: () => void;
}

/** What went wrong and what to do next, in words. */
export function FailureNotice({ failure, children, onDismiss }: FailureNoticeProps) {
  const { sentence, next } = tell(failure);
  return (
    <Notice kind="failure" title={sentence} detail={next} onDismiss={onDismiss}>
      {children}
    </Notice>
  );
}
