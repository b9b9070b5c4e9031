import { words } from '../locales/index.ts';
import { Highlight, type MatchRange } from './Highlight.tsx';

interface TagListProps {
  readonly tags: readonly string[];
  /** What of each was matched. */
  readonly ranges?: readonly (readonly MatchRange[])[];
}

/** A clip's tags; nothing where there are none. */
export const TagList = ({ tags, ranges }: TagListProps) =>
  tags.length === 0 ? null : (
    <ul class="card-tags" aria-label={words.fields.tags}>
      {tags.map((tag, index) => (
        <li key={tag} class="card-tag">
          <Highlight text={tag} ranges={ranges?.[index]} />
        </li>
      ))}
    </ul>
  );
