import { useId, useState } from 'preact/hooks';
import { formatNumber, words } from '../locales/index.ts';

export type FacetName = 'site' | 'tag' | 'kind' | 'status' | 'in' | 'year';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** Results that have it. */
  readonly count: number;
  readonly isChosen: boolean;
}

export interface Facet {
  readonly name: FacetName;
  /** The most frequent first. */
  readonly values: readonly FacetValue[];
}

export interface FacetGroupProps {
  readonly facet: Facet;
  readonly onToggle: (value: string) => void;
}

/** Values that are shown at once. */
const AT_FIRST = 6;
/** A longer list is found one's way in by typing. */
const TOO_LONG_TO_READ = 20;

/** One group of filters: its heading folds it, the rest of a long list is behind a button. */
export function FacetGroup({ facet: { name, values }, onToggle }: FacetGroupProps) {
  const id = useId();
  const [isFolded, setFolded] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const fits = wanted === '' ? values : values.filter(({ label }) => label.toLowerCase().includes(wanted));
  // what is chosen stays in sight, wherever in the list it stands
  const shown = isWhole || wanted !== '' ? fits : fits.filter(({ isChosen }, index) => index < AT_FIRST || isChosen);
  const chosen = values.filter(({ isChosen }) => isChosen).length;
  const rest = values.length - AT_FIRST;
  const title = words.facets.names[name];

  return (
    <section class="facet" aria-labelledby={`${id}-title`}>
      <h2 class="facet-title">
        <button
          id={`${id}-title`}
          type="button"
          class="facet-fold"
          aria-expanded={!isFolded}
          aria-controls={id}
          onClick={() => setFolded(!isFolded)}
        >
          {title}
          {isFolded && chosen > 0 && <span class="facet-chosen">{words.facets.chosen(chosen)}</span>}
        </button>
      </h2>
      <div id={id} hidden={isFolded}>
        {values.length > TOO_LONG_TO_READ && (
          <input
            type="text"
            class="input facet-filter"
            aria-label={`${words.facets.narrow}: ${title}`}
            placeholder={words.facets.narrow}
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <ul class="facet-values" role="list">
          {shown.map(({ value, label, count, isChosen }) => (
            <li key={value}>
              <label class="facet-value" title={label}>
                <input type="checkbox" checked={isChosen} disabled={count === 0 && !isChosen} onChange={() => onToggle(value)} />
                <span class="facet-label" dir="auto">
                  {label}
                </span>{' '}
                <span class="facet-count">{formatNumber(count)}</span>
              </label>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p class="facet-none">{words.facets.none}</p>}
        {rest > 0 && wanted === '' && (
          <button type="button" class="facet-more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? words.facets.fewer : words.facets.more(rest)}
          </button>
        )}
      </div>
    </section>
  );
}
