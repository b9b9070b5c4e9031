/** Milliseconds. */
const QUICK = 400;
const WINDOW = 2_000;
/** Losses within the window. */
const MOST = 3;

export interface FocusWatch {
  /** Milliseconds, ever growing. */
  readonly now: () => number;
  /** The page takes the focus again and again. Told once. */
  readonly onRestless: () => void;
  readonly signal: AbortSignal;
}

/**
 * In a page's frame: give the focus to the field that had it last, take back one that was lost as soon as it was there, which no person does, and tell when
 * the page does not leave it. A focus that was held for a while is the person's to give away.
 */
export function watchFocus(view: Window, { now, onRestless, signal }: FocusWatch): void {
  const { document } = view;
  const end = new AbortController();
  const ended = AbortSignal.any([signal, end.signal]);
  let since = now();
  let last: Element | null = document.activeElement;
  let losses: number[] = [];

  document.addEventListener('focusin', () => (last = document.activeElement), { signal: ended });
  const returnCaret = (): void => {
    if (last instanceof HTMLElement && last.isConnected) last.focus();
  };
  view.addEventListener(
    'focus',
    () => {
      since = now();
      // the page gives the frame its focus, and not always the field that had it
      if (document.activeElement === document.body) returnCaret();
    },
    { signal: ended },
  );
  view.addEventListener(
    'blur',
    () => {
      const lostAt = now();
      if (lostAt - since > QUICK || document.visibilityState !== 'visible') return;
      losses = [...losses.filter((loss) => lostAt - loss <= WINDOW), lostAt];
      if (losses.length >= MOST) {
        end.abort();
        onRestless();
        return;
      }
      // not within the change of focus that this tells of
      setTimeout(() => {
        if (ended.aborted) return;
        view.focus();
        returnCaret();
      });
    },
    { signal: ended },
  );
}
