import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { words } from '../locales/index.ts';
import { ask } from '../messaging/send.ts';
import type { CurrentPage } from './currentPage.ts';

export interface ClipActionsProps {
  readonly page: CurrentPage;
  /** Whether something was kept of this page: where nothing was, clipping it is offered at length (EmptyView). */
  readonly hasClips: boolean;
  readonly onClip: (what?: 'region' | 'moment') => void;
}

/** What else can be clipped of the page in front: the page itself, a region of it, the moment of its video. */
export function ClipActions({ page, hasClips, onClip }: ClipActionsProps) {
  const [hasVideo, setVideo] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    setVideo(false);
    if (!page.isClosed) void ask('pageOffers', undefined).then((offers) => isCurrent && offers.ok && setVideo(offers.value.video));
    return () => {
      isCurrent = false;
    };
  }, [page.tabId, page.address, page.isClosed]);

  if (page.isClosed) return null;
  return (
    <p class="clip-also">
      {hasClips && (
        <Button look="quiet" icon="add" onClick={() => onClip()}>
          {words.empty.clipPage}
        </Button>
      )}
      <Button look="quiet" icon="region" onClick={() => onClip('region')}>
        {words.empty.clipRegion}
      </Button>
      {hasVideo && (
        <Button look="quiet" icon="moment" onClick={() => onClip('moment')}>
          {words.empty.clipMoment}
        </Button>
      )}
    </p>
  );
}
