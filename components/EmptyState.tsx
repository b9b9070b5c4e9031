import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';
import './styles/EmptyState.css';

export interface EmptyStateProps {
  readonly icon: IconName;
  /** What is not here. */
  readonly sentence: string;
  /** What one could do about it. */
  readonly hint?: string;
  /** Buttons. */
  readonly children?: ComponentChildren;
}

/** The place of a list that has nothing to show yet, and the way on. */
export const EmptyState = ({ icon, sentence, hint, children }: EmptyStateProps) => (
  <div class="empty-state">
    <Icon name={icon} />
    <p class="empty-state-sentence">{sentence}</p>
    {hint && <p class="empty-state-hint">{hint}</p>}
    {children && <div class="empty-state-actions">{children}</div>}
  </div>
);
