import { useContext, useEffect, useState } from 'preact/hooks';
import { Picture } from '../components/Picture.tsx';
import type { Clip } from '../domain/clip.ts';
import { PictureSourceContext } from './pictureSource.ts';

/** The picture that was kept of a clip, once it is read; nothing where none was. */
export function ClipPicture({
  clip: { id, kind, media, updatedAt },
}: {
  readonly clip: Pick<Clip, 'id' | 'kind' | 'media' | 'updatedAt'>;
}) {
  const read = useContext(PictureSourceContext);
  const [src, setSrc] = useState<string>();

  useEffect(() => {
    let isCurrent = true;
    let made: string | undefined;
    const show = async (): Promise<void> => {
      const picture = await read(id);
      if (!picture || !isCurrent) return;
      // a copy, since what is stored may be a view of something larger
      made = URL.createObjectURL(new Blob([new Uint8Array(picture.bytes)], { type: picture.type }));
      setSrc(made);
    };
    void show();
    return () => {
      isCurrent = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [id, updatedAt, read]);

  return src === undefined ? null : <Picture kind={kind} src={src} alt={media?.alt} />;
}
