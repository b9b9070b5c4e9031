import type { Failure } from '../domain/failure.ts';
import { tell, words } from '../locales/index.ts';
import { Button, IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './styles/Toast.css';

export interface ToastProps {
  /** What was done: "Kept on this device". */
  readonly message: string;
  /** In its place: what was not done, and why. */
  readonly failure?: Failure;
  readonly onUndo?: () => void;
  readonly onReview?: () => void;
  readonly onClose?: () => void;
}

/** What just happened, with the way back. It never takes the focus; how long it stays is the caller's. */
export const Toast = ({ message, failure, onUndo, onReview, onClose }: ToastProps) => (
  <div class={failure ? 'toast toast-failure' : 'toast'}>
    <Icon name={failure ? 'failure' : 'check'} />
    <p class="toast-message" role={failure ? 'alert' : 'status'}>
      {failure ? `${tell(failure).sentence} ${tell(failure).next}` : message}
    </p>
    {onReview && (
      <Button look="quiet" onClick={onReview}>
        {words.toast.review}
      </Button>
    )}
    {onUndo && (
      <Button look="quiet" onClick={onUndo}>
        {words.toast.undo}
      </Button>
    )}
    {onClose && <IconButton icon="close" label={words.dismiss} onClick={onClose} />}
  </div>
);
