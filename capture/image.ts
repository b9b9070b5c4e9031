import type { Context, Media } from '../domain/clip.ts';
import { KEPT } from '../domain/limits.ts';
import { clippedLine } from './clippedText.ts';
import { contextOf } from './context.ts';
import { openableAddress } from './webAddress.ts';

/** What is said of an image in its page. */
export interface DescribedImage {
  readonly media: Media;
  readonly context: Context;
}

/** Images of a page that are looked through. */
const MOST_IMAGES = 5_000;

const isShown = (image: HTMLImageElement): boolean => image.getClientRects().length > 0;

/**
 * The image that a person means: the one that they pressed on, else the one at the address that the browser
 * told, one in sight before others.
 */
export function findImage(document: Document, address: string | undefined, pressed: Element | undefined): HTMLImageElement | undefined {
  const at = (image: HTMLImageElement): boolean => address === undefined || image.currentSrc === address || image.src === address;
  const near = pressed?.closest('picture')?.querySelector('img') ?? pressed;
  if (near instanceof HTMLImageElement && at(near)) return near;
  const found = [...document.images].slice(0, MOST_IMAGES).filter((image) => address !== undefined && at(image));
  return found.find(isShown) ?? found[0];
}

/** An image's address, its own words and its caption, and what stands around it. Without an element, the address alone. */
export function describeImage(document: Document, image: HTMLImageElement | undefined, address: string | undefined): DescribedImage {
  const kept = openableAddress(image?.currentSrc || image?.src || address, document.baseURI);
  if (!image) return { media: kept === undefined ? {} : { address: kept }, context: {} };
  const alt = clippedLine(image.alt || image.getAttribute('aria-label') || image.title, KEPT.title);
  const caption = clippedLine(image.closest('figure')?.querySelector('figcaption')?.textContent, KEPT.title);
  const range = document.createRange();
  range.selectNodeContents(image);
  return {
    media: { ...(kept !== undefined && { address: kept }), ...(alt && { alt }), ...(caption && { caption }) },
    context: contextOf(range),
  };
}
