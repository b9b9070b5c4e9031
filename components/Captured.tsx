import type { ClipKind, Media } from '../domain/clip.ts';
import { words } from '../locales/index.ts';
import { MediaLine } from './MediaLine.tsx';
import { Notice } from './Notice.tsx';
import { Passages } from './Passages.tsx';
import { Picture } from './Picture.tsx';
import { Quote } from './Quote.tsx';
import './styles/Captured.css';

export interface CapturedProps {
  readonly kind: ClipKind;
  readonly quote?: string | undefined;
  readonly language?: string | undefined;
  readonly media?: Media | undefined;
  /** A data address. */
  readonly picture?: string | undefined;
  /** The passages after the first. */
  readonly passages?: readonly string[] | undefined;
  readonly onRemovePassage?: ((index: number) => void) | undefined;
  readonly onSeparatePassage?: ((index: number) => void) | undefined;
}

const hasPicture = (kind: ClipKind): kind is 'image' | 'region' | 'moment' => kind === 'image' || kind === 'region' || kind === 'moment';

/** What is being clipped, as the composer shows it; it says so when a picture could not be kept. */
export function Captured({ kind, quote, language, media, picture, passages = [], onRemovePassage, onSeparatePassage }: CapturedProps) {
  return (
    <div class="captured">
      {picture !== undefined && <Picture kind={kind} src={picture} alt={media?.alt} />}
      {hasPicture(kind) && picture === undefined && <Notice kind="info" title={words.composer.noPicture[kind]} />}
      {quote && <Quote text={quote} language={language} />}
      {media && <MediaLine kind={kind} media={media} />}
      <Passages quotes={passages} language={language} onRemove={onRemovePassage} onSeparate={onSeparatePassage} />
    </div>
  );
}
