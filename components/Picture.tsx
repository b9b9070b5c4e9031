import type { ClipKind } from '../domain/clip.ts';
import { words } from '../locales/index.ts';
import './styles/Picture.css';

export interface PictureProps {
  readonly kind: ClipKind;
  /** An address of the extension's own: `data:` or `blob:`. */
  readonly src: string;
  /** What the page says that it shows. */
  readonly alt?: string | undefined;
}

/** What a clip's picture is called where its page gave it no words. */
const named = (kind: ClipKind): string =>
  kind === 'region' || kind === 'moment' ? words.composer.picture[kind] : words.composer.picture.image;

/** The picture of an image, a region or a moment, whole, in the room that it is given. */
export const Picture = ({ kind, src, alt }: PictureProps) => (
  <img class="picture" src={src} alt={alt ?? named(kind)} decoding="async" draggable={false} />
);
