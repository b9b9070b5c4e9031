import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../locales/index.ts';
import { watchCut } from './cutLines.ts';
import './styles/Folded.css';

export interface FoldedProps {
  /** What is shown: whole when open, and when it fits; else its first lines, as many as the style of `class` says. */
  readonly children: (isOpen: boolean) => ComponentChildren;
  readonly class: string;
  readonly tabIndex?: number | undefined;
}

/** A text of any length in the room of a few lines, with a button for the rest when there is any. */
export function Folded({ children, class: name, tabIndex }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || isOpen) return undefined;
    return watchCut(element, setCut);
  }, [isOpen]);

  return (
    <div class="fold">
      <div ref={box} class={isOpen ? name : `${name} folded`}>
        {children(isOpen)}
      </div>
      {isCut && (
        <button
          type="button"
          class={isOpen ? 'fold-button' : 'fold-button fold-over'}
          aria-expanded={isOpen}
          tabIndex={tabIndex}
          onClick={(event) => {
            // what is around may open the passage on a click
            event.stopPropagation();
            setOpen(!isOpen);
          }}
        >
          {isOpen ? words.fold.less : words.fold.more}
        </button>
      )}
    </div>
  );
}
