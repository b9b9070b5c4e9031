import type { Context, Media } from '../domain/clip.ts';
import { KEPT } from '../domain/limits.ts';
import { addressAtMoment } from '../domain/momentAddress.ts';
import { clipped } from './clippedText.ts';
import { contextOf } from './context.ts';
import { openableAddress } from './webAddress.ts';

/** Where a video stands, and what is said at that moment. */
export interface DescribedMoment {
  readonly media: Media;
  readonly context: Context;
  /** The subtitles that are shown. */
  readonly quote?: string;
}

const areaOf = (element: Element): number => {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
};

/**
 * The video that a person means: the one that they pressed on, or that has the address that the browser told;
 * else the one that plays, else the largest.
 */
export function findVideo(document: Document, address: string | undefined, pressed: Element | undefined): HTMLVideoElement | undefined {
  if (pressed instanceof HTMLVideoElement) return pressed;
  const videos = [...document.querySelectorAll('video')].sort((one, other) => areaOf(other) - areaOf(one));
  const told = address === undefined ? undefined : videos.find(({ currentSrc }) => currentSrc === address);
  // players lay their own controls over the video, and those are what is pressed on
  const under = pressed && videos.find((video) => pressed.contains(video) || pressed.parentElement?.contains(video));
  return told ?? under ?? videos.find(({ paused, ended }) => !paused && !ended) ?? videos[0];
}

/** A video's time, its length, and the page's address with that time. */
export function describeMoment(document: Document, video: HTMLVideoElement, pageAddress: string): DescribedMoment {
  const seconds = Math.round(Math.max(0, video.currentTime) * 10) / 10;
  const address = openableAddress(addressAtMoment(pageAddress, seconds), document.baseURI);
  const range = document.createRange();
  range.selectNodeContents(video);
  const { headings } = contextOf(range);
  const quote = subtitles(video);
  return {
    media: {
      seconds,
      ...(Number.isFinite(video.duration) && { duration: video.duration }),
      ...(address !== undefined && { address }),
    },
    context: headings ? { headings } : {},
    ...(quote && { quote }),
  };
}

function subtitles(video: HTMLVideoElement): string {
  const lines: string[] = [];
  for (const track of video.textTracks) {
    if (track.mode !== 'showing') continue;
    for (const cue of track.activeCues ?? [])
      if ('text' in cue && typeof cue.text === 'string') lines.push(cue.text.replace(/<[^>]*>/g, ''));
  }
  return clipped(lines.join('\n'), KEPT.title).trim();
}
