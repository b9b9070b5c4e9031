import './styles/ProgressBar.css';

export interface ProgressBarProps {
  /** What is under way, read out. */
  readonly label: string;
  /** From 0 to 1; absent when nobody knows how far it is. */
  readonly done?: number;
}

/** A thin line that says that something is under way. */
export const ProgressBar = ({ label, done }: ProgressBarProps) => <progress class="progress-bar" aria-label={label} value={done} max={1} />;
