import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../locales/index.ts';
import './styles/WhyField.css';

export interface WhyFieldProps {
  readonly id: string;
  readonly value: string;
  readonly describedBy?: string;
  readonly onInput: (value: string) => void;
  /** Enter was pressed; Shift+Enter is a new line, and an Enter that ends the choice of an input method is neither. */
  readonly onEnter: () => void;
}

/** Where the reason is written: the caret is here from the start, the box grows with the text. */
export function WhyField({ id, value, describedBy, onInput, onEnter }: WhyFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(value.length, value.length);
    // only when it appears
  }, []);
  useLayoutEffect(() => {
    if (!box.current) return;
    // shrink first: scrollHeight is never less than the height; the style sheet sets the longest
    box.current.style.height = 'auto';
    box.current.style.height = `${box.current.scrollHeight + 2}px`;
  }, [value]);
  return (
    <div class="why-field">
      <label class="why-label" for={id}>
        {words.why.label}
      </label>
      <textarea
        ref={box}
        id={id}
        class="input why-input"
        rows={2}
        dir="auto"
        placeholder={words.why.hint}
        aria-describedby={describedBy}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.isComposing) return;
          event.preventDefault();
          // the composer listens to Ctrl+Enter on every field, and would keep a second time
          event.stopPropagation();
          onEnter();
        }}
      />
    </div>
  );
}
