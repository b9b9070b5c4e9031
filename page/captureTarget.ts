import { describeRange } from '../anchoring/index.ts';
import { contextOf } from '../capture/context.ts';
import { describeImage, findImage } from '../capture/image.ts';
import { findLink } from '../capture/link.ts';
import { describeMoment, findVideo } from '../capture/moment.ts';
import { drawn, readImage } from '../capture/picture.ts';
import { textIn, type Rectangle } from '../capture/region.ts';
import { describeSource } from '../capture/source.ts';
import { openableAddress } from '../capture/webAddress.ts';
import type { Capture } from '../domain/clip.ts';
import type { Result } from '../domain/failure.ts';
import { KEPT } from '../domain/limits.ts';
import type { Target } from '../messaging/pageProtocol.ts';
import type { Input, Output } from '../messaging/protocol.ts';
import { pickRegion } from './regionPicker.ts';

type PictureCall = 'keepPicture' | 'photograph' | 'fetchPicture';

export interface CaptureTarget {
  readonly view: Window;
  /** messaging/send.ts */
  readonly ask: <N extends PictureCall>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  /** What the context menu was opened on. */
  readonly pressed: Element | undefined;
  readonly signal: AbortSignal;
}

/**
 * Everything that is known of an image, a link, a moment or a region. Its picture is kept on the way, before
 * the composer covers it; what can't be read is cut out of what the tab shows. Answers nothing when the
 * person thought better of it, or when there is no video.
 */
export async function captureTarget(target: Target, { view, ask, pressed, signal }: CaptureTarget): Promise<Capture | undefined> {
  const { document } = view;
  const { id, address } = target;
  const base = (): Pick<Capture, 'source' | 'selectors' | 'context'> => ({
    source: describeSource(document, view.location.href),
    selectors: [],
    context: {},
  });
  const photograph = async (box: Rectangle): Promise<void> => {
    const seen = inWindow(box, view);
    if (seen) await ask('photograph', { id, view: { box: seen, width: view.innerWidth, height: view.innerHeight } });
  };
  /** Answers whether it was kept as it is, and not as it was shown. */
  const keep = async (picture: Blob | undefined, shown: Element): Promise<boolean> => {
    if (picture) {
      const base64 = await base64Of(picture);
      const kept = base64 === undefined ? undefined : await ask('keepPicture', { id, type: picture.type, base64 });
      if (kept?.ok) return true;
    }
    await photograph(shown.getBoundingClientRect());
    return false;
  };

  switch (target.kind) {
    case 'link': {
      const link = findLink(document, address, pressed);
      const to = openableAddress(address, document.baseURI);
      const selectors = link?.text ? describeRange(link.range, document.documentElement) : [];
      return {
        kind: 'link',
        ...base(),
        ...(link && { selectors, context: contextOf(link.range) }),
        ...(link?.text && { quote: link.text }),
        media: to === undefined ? {} : { address: to },
      };
    }
    case 'image': {
      const image = findImage(document, address, pressed);
      const captured: Capture = { kind: 'image', ...base(), ...describeImage(document, image, address) };
      const isKept = image !== undefined && (await keep(await readImage(image, 2 * KEPT.picture), image));
      // the composer doesn't wait for another server
      if (!isKept) void ask('fetchPicture', { id });
      return captured;
    }
    case 'moment': {
      const video = findVideo(document, address, pressed);
      if (!video) return undefined;
      const captured: Capture = { kind: 'moment', ...base(), ...describeMoment(document, video, view.location.href) };
      await keep(await drawn(video), video);
      return captured;
    }
    case 'region': {
      const region = await pickRegion(view, signal);
      if (!region) return undefined;
      const paragraph = textIn(document, region);
      await painted(view);
      await photograph(region);
      const context = paragraph ? { paragraph } : {};
      return { kind: 'region', ...base(), context };
    }
  }
}

/** A picture's bytes as text. Firefox lets no content script into a buffer that the page's side made, but into a string. */
const base64Of = (picture: Blob): Promise<string | undefined> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('loadend', () =>
      resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : undefined),
    );
    reader.readAsDataURL(picture);
  });

/** The part of a box that is in sight. */
function inWindow({ x, y, width, height }: Rectangle, view: Window): Rectangle | undefined {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  const right = Math.min(view.innerWidth, x + width);
  const bottom = Math.min(view.innerHeight, y + height);
  return right - left >= 1 && bottom - top >= 1 ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/** Until what was taken off the page is off the screen too; a page that is not drawn at all is not waited for. */
const painted = (view: Window): Promise<unknown> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, 500);
    view.requestAnimationFrame(() =>
      view.requestAnimationFrame(() => {
        clearTimeout(late);
        resolve(undefined);
      }),
    );
  });
