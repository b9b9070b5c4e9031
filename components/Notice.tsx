import type { ComponentChildren } from 'preact';
import { words } from '../locales/index.ts';
import { IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './styles/Notice.css';

export interface NoticeProps {
  readonly kind: 'info' | 'warning' | 'failure';
  /** What is so, in one sentence. */
  readonly title: string;
  /** What to do about it. */
  readonly detail?: string | undefined;
  /** Buttons. */
  readonly children?: ComponentChildren;
  readonly onDismiss?: (() => void) | undefined;
}

/** A message in its place in the page. A failure is read out at once, the others when the reader comes to rest. */
export const Notice = ({ kind, title, detail, children, onDismiss }: NoticeProps) => (
  <div class={`notice notice-${kind}`} role={kind === 'failure' ? 'alert' : 'status'}>
    <Icon name={kind === 'info' ? 'info' : 'failure'} />
    <div class="notice-text">
      <p class="notice-title">{title}</p>
      {detail && <p class="notice-detail">{detail}</p>}
      {children && <div class="notice-actions">{children}</div>}
    </div>
    {onDismiss && <IconButton icon="close" label={words.dismiss} onClick={onDismiss} />}
  </div>
);
