import { useId, useState } from 'preact/hooks';
import { words } from '../locales/index.ts';
import { FacetGroup, type Facet, type FacetName } from './FacetGroup.tsx';
import './styles/FacetList.css';

export interface FacetListProps {
  readonly facets: readonly Facet[];
  readonly onToggle: (name: FacetName, value: string) => void;
}

/** What the results can be narrowed down by. A column; in a narrow window a bar that unfolds. */
export function FacetList({ facets, onToggle }: FacetListProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const chosen = facets.reduce((sum, { values }) => sum + values.filter(({ isChosen }) => isChosen).length, 0);
  const shown = facets.filter(({ values }) => values.length > 0);
  if (shown.length === 0) return null;
  return (
    <section class="facets" aria-label={words.facets.title}>
      <button type="button" class="facets-bar" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {words.facets.bar(chosen)}
      </button>
      <div id={id} class={isOpen ? 'facets-body facets-open' : 'facets-body'}>
        {shown.map((facet) => (
          <FacetGroup key={facet.name} facet={facet} onToggle={(value) => onToggle(facet.name, value)} />
        ))}
      </div>
    </section>
  );
}
