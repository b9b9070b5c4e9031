import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A ref for the element that has the focus, its text's end the caret, when it first appears. */
export function useFirstFocus<E extends HTMLInputElement | HTMLTextAreaElement>(isWanted = true): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    if (!isWanted) return;
    ref.current?.focus();
    ref.current?.setSelectionRange(ref.current.value.length, ref.current.value.length);
    // once: what the person does with the focus afterwards is theirs
  }, []);
  return ref;
}
