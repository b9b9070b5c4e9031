import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * What had the focus may go with what was pressed, and the focus then falls to the whole page, where no key means anything and
 * a reader begins anew: give it to the field in `box`, if there is one to be seen. Looks after each drawing.
 */
export function useFallenFocus(box: RefObject<HTMLElement | null>, isReady: boolean): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const onFocusIn = (event: FocusEvent): void => {
      last.current = event.target instanceof Element ? event.target : null;
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, []);
  useLayoutEffect(() => {
    const hasFallen = last.current?.isConnected === false && document.activeElement === document.body;
    if (isReady && hasFallen) box.current?.querySelector('input')?.focus();
  });
}
