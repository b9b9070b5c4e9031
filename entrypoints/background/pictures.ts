import { fromBase64, toBase64 } from '../../domain/base64.ts';
import { KEPT } from '../../domain/limits.ts';
import type { View } from '../../messaging/mediaProtocol.ts';

/** Pixels along the longer side of a picture that is made smaller, to be kept and to be looked at beside a why. */
const LONGEST_SIDE = { kept: 4_096, preview: 760 } as const;
/** Bytes of a picture that can't be drawn (SVG) and is shown as it is. */
const LARGEST_PREVIEW = 500_000;

/** The picture in a data address that a browser made; its own policy keeps the extension from fetching one. */
function pictureIn(dataAddress: string): Blob | undefined {
  const [, type, base64] = /^data:(image\/[a-z]+);base64,(.+)$/s.exec(dataAddress) ?? [];
  const bytes = base64 && fromBase64(base64);
  return bytes ? new Blob([bytes], { type: type ?? '' }) : undefined;
}

function encode(bitmap: ImageBitmap, width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  // a browser that can't make WebP makes PNG
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
}

/** A part of a picture of the whole window; the scale follows from the window's size in CSS pixels. */
export async function cutOut(dataAddress: string, { box, width }: View): Promise<Blob | undefined> {
  const picture = pictureIn(dataAddress);
  if (!picture || width === 0) return undefined;
  const whole = await createImageBitmap(picture);
  const scale = whole.width / width;
  const [left, top] = [Math.round(box.x * scale), Math.round(box.y * scale)];
  const right = Math.min(whole.width, Math.round((box.x + box.width) * scale));
  const bottom = Math.min(whole.height, Math.round((box.y + box.height) * scale));
  if (right <= left || bottom <= top) {
    whole.close();
    return undefined;
  }
  const part = await createImageBitmap(whole, left, top, right - left, bottom - top);
  whole.close();
  return encode(part, right - left, bottom - top);
}

async function noLargerThan(picture: Blob, side: number): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  return encode(bitmap, bitmap.width * scale, bitmap.height * scale);
}

/** A picture as it may be kept: made smaller when it has too many bytes, nothing when that is not enough. */
export async function keepable(picture: Blob): Promise<Blob | undefined> {
  if (picture.size <= KEPT.picture) return picture;
  try {
    const smaller = await noLargerThan(picture, LONGEST_SIDE.kept);
    return smaller.size <= KEPT.picture ? smaller : undefined;
  } catch {
    return undefined;
  }
}

/** A small picture as a data address, for the composer's frame. */
export async function previewOf(bytes: Uint8Array, type: string): Promise<string | undefined> {
  // a copy, since what is stored may be a view of something larger
  const picture = new Blob([new Uint8Array(bytes)], { type });
  try {
    const small = await noLargerThan(picture, LONGEST_SIDE.preview);
    return `data:${small.type};base64,${toBase64(new Uint8Array(await small.arrayBuffer()))}`;
  } catch {
    return picture.size <= LARGEST_PREVIEW ? `data:${type};base64,${toBase64(bytes)}` : undefined;
  }
}
