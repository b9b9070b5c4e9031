import { words } from '../locales/index.ts';

/** A clip's tags; nothing where there are none. */
export const TagList = ({ tags }: { readonly tags: readonly string[] }) =>
  tags.length === 0 ? null : (
    <ul class="card-tags" aria-label={words.fields.tags}>
      {tags.map((tag) => (
        <li key={tag} class="card-tag">
          {tag}
        </li>
      ))}
    </ul>
  );
