import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber, words } from '../locales/index.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import './styles/NothingFound.css';

export interface NothingFoundProps {
  /** Searches that are spelled like this one, and find something. */
  readonly near: readonly { readonly query: string; readonly total: number }[];
  /** This search without one of its parts; `label` says which. */
  readonly without: readonly { readonly label: string; readonly query: string; readonly total: number }[];
  /** Where it can be asked; empty where nobody is there to ask. */
  readonly communities: readonly { readonly id: string; readonly name: string }[];
  /** Another search takes the place of this one. */
  readonly onQuery: (query: string) => void;
  readonly onAsk: (communityId: string) => void;
}

const Offers = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="nothing-offers" aria-label={title}>
    <h2 class="nothing-title">{title}</h2>
    <div class="nothing-buttons">{children}</div>
  </section>
);

/**
 * The ways on from a search without results: other words, fewer filters, the people who may know. That nothing was found
 * is said above, where the number of results stands.
 */
export function NothingFound({ near, without, communities, onQuery, onAsk }: NothingFoundProps) {
  const [isChoosing, setChoosing] = useState(false);
  const hasOffers = near.length > 0 || without.length > 0;
  const [only] = communities;
  return (
    <div class="nothing-found">
      {!hasOffers && <EmptyState icon="search" sentence={words.search.nothingHint} />}
      {near.length > 0 && (
        <Offers title={words.search.didYouMean}>
          {near.map(({ query, total }) => (
            <Button key={query} onClick={() => onQuery(query)}>
              <bdi>{query}</bdi> <span class="nothing-count">{formatNumber(total)}</span>
            </Button>
          ))}
        </Offers>
      )}
      {without.length > 0 && (
        <Offers title={words.search.leftOut}>
          {without.map(({ label, query, total }) => (
            <Button key={query} onClick={() => onQuery(query)}>
              {words.search.without(total, label)}
            </Button>
          ))}
        </Offers>
      )}
      {only && (
        <div class="nothing-ask">
          {communities.length === 1 ? (
            <Button look="quiet" icon="people" onClick={() => onAsk(only.id)}>
              {words.search.ask(only.name)}
            </Button>
          ) : (
            <Button look="quiet" icon="people" expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
              {words.search.askOne}
            </Button>
          )}
          {isChoosing && (
            <div class="nothing-buttons">
              {communities.map(({ id, name }) => (
                <Button key={id} onClick={() => onAsk(id)}>
                  {words.search.ask(name)}
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
