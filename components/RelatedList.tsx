import { words } from '../locales/index.ts';
import './styles/RelatedList.css';

/** Something that is like what is looked at or written. */
export interface RelatedEntry {
  readonly id: string;
  /** A decision's question, else the why, else what was quoted. */
  readonly line: string;
  /** Where it comes from: a site or a community; of a decision, where it stands. */
  readonly source: string;
}

export interface RelatedItemsProps {
  readonly entries: readonly RelatedEntry[];
  readonly tabIndex?: number | undefined;
  readonly onOpen: (id: string) => void;
}

/** The lines alone: each a button, one line high. */
export const RelatedItems = ({ entries, tabIndex, onOpen }: RelatedItemsProps) => (
  <ul role="list">
    {entries.map(({ id, line, source }) => (
      <li key={id}>
        <button type="button" class="related-entry" title={line} tabIndex={tabIndex} onClick={() => onOpen(id)}>
          <span class="related-line" dir="auto">
            {line}
          </span>{' '}
          <span class="related-source">{source}</span>
        </button>
      </li>
    ))}
  </ul>
);

/** More is no longer a glance. */
const MOST = 4;

/** What is like an opened card, the likest first, four at most; nothing when there is none. */
export const RelatedList = (props: RelatedItemsProps) =>
  props.entries.length === 0 ? null : (
    <section class="related" aria-label={words.related.title}>
      <h3 class="related-title">{words.related.title}</h3>
      <RelatedItems {...props} entries={props.entries.slice(0, MOST)} />
    </section>
  );
