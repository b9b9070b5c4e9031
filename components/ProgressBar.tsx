import './styles/ProgressBar.css';

export interface ProgressBarProps {
  /** What is under way, read out. */
  readonly label: string;
}

/** A thin line that says that something is under way, not how far it is. */
export const ProgressBar = ({ label }: ProgressBarProps) => <progress class="progress-bar" aria-label={label} />;
