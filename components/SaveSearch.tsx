import { words } from '../locales/index.ts';
import { IconButton } from './Button.tsx';
import './styles/SaveSearch.css';

export interface SaveSearchProps {
  readonly isSaved: boolean;
  readonly onSave: () => void;
  readonly onForget: () => void;
}

/** The star beside a search: pressed while it is among the saved ones. */
export const SaveSearch = ({ isSaved, onSave, onForget }: SaveSearchProps) => (
  <span class="save-search">
    <IconButton icon="star" label={words.search.save} pressed={isSaved} onClick={isSaved ? onForget : onSave} />
  </span>
);
