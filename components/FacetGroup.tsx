import { useId, useState } from 'preact/hooks';
import { formatNumber, words } from '../locales/index.ts';

export type FacetName = 'site' | 'tag' | 'kind' | 'status' | 'in' | 'year';

export interface FacetValue {
  readonly value: string;
  /** Results that have it; undefined where that is not known. */
  readonly count: number | undefined;
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

/** Values that are shown at first. */
const AT_FIRST = 6;
/** Values that each press of the button adds, and that are shown of those that fit what is typed: a library has thousands of tags. */
const MORE = 50;
/** A longer list is found one's way in by typing. */
const TOO_LONG_TO_READ = 20;

/** One group of filters: its heading folds it, the rest of a long list is behind a button. */
export function FacetGroup({ facet: { name, values }, onToggle }: FacetGroupProps) {
  const id = useId();
  const [isFolded, setFolded] = useState(false);
  const [added, setAdded] = useState(0);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const named = values.map((one) => ({ ...one, label: words.facets.value(name, one.value) }));
  const fits = wanted === '' ? named : named.filter(({ label }) => label.toLowerCase().includes(wanted));
  const most = (wanted === '' ? AT_FIRST : MORE) + added;
  // what is chosen stays in sight, wherever in the list it stands
  const shown = fits.filter(({ isChosen }, index) => index < most || isChosen);
  const chosen = values.filter(({ isChosen }) => isChosen).length;
  const rest = fits.length - shown.length;
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
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setAdded(0);
            }}
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
                {count !== undefined && <span class="facet-count">{formatNumber(count)}</span>}
              </label>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p class="facet-none">{words.facets.none}</p>}
        {(rest > 0 || added > 0) && (
          <button type="button" class="facet-more" aria-expanded={rest === 0} onClick={() => setAdded(rest > 0 ? added + MORE : 0)}>
            {rest > 0 ? words.facets.more(rest) : words.facets.fewer}
          </button>
        )}
      </div>
    </section>
  );
}
