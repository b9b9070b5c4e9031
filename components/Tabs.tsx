import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { formatNumber } from '../locales/index.ts';
import './styles/Tabs.css';

export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly count?: number | undefined;
  /** Something in it was not seen yet, in words. */
  readonly news?: string | undefined;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<K>[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
  /** The panel of the chosen tab. */
  readonly children: ComponentChildren;
}

/** Views beside each other: the ARIA tabs pattern, where an arrow key moves and opens at once. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<K>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ key }) => key === chosen);
    const isMirrored = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const forward = isMirrored ? -1 : 1;
    const places: Readonly<Record<string, number>> = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: tabs.length - 1 };
    const to = places[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => {
          const isChosen = tab.key === chosen;
          return (
            <button
              key={tab.key}
              type="button"
              id={`${id}-${tab.key}`}
              class="tab"
              role="tab"
              aria-selected={isChosen}
              aria-controls={isChosen ? `${id}-panel` : undefined}
              tabIndex={isChosen ? 0 : -1}
              onClick={() => onChoose(tab.key)}
            >
              <span>{tab.label}</span>
              {tab.count !== undefined && <span class="tab-count">{formatNumber(tab.count)}</span>}
              {tab.news && (
                <>
                  <span class="tab-news" aria-hidden="true" />
                  <span class="visually-hidden">{tab.news}</span>
                </>
              )}
            </button>
          );
        })}
      </div>
      <div key={chosen} id={`${id}-panel`} class="tab-panel" role="tabpanel" aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
