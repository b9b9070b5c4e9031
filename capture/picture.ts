/** Pixels along the longer side of a picture that is drawn, as a still or in the place of one that is too large. */
const LONGEST_SIDE = 2_560;
/** How long a picture that the page shows may take to be read again, in milliseconds. */
const PATIENCE = 1_500;

/** A picture's own bytes, as its page may read them: of the page's own site, or of one that allows it. */
async function fetched(address: string, most: number): Promise<Blob | undefined> {
  try {
    // the browser has it: it is shown
    const answer = await fetch(address, { cache: 'force-cache', credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE) });
    const blob = answer.ok ? await answer.blob() : undefined;
    return blob?.type.startsWith('image/') && blob.size > 0 && blob.size <= most ? blob : undefined;
  } catch {
    return undefined;
  }
}

/** What an image or a video shows, drawn anew; nothing where it comes from a site that doesn't allow it. */
export async function drawn(shown: HTMLImageElement | HTMLVideoElement): Promise<Blob | undefined> {
  const [width, height] =
    shown instanceof HTMLVideoElement ? [shown.videoWidth, shown.videoHeight] : [shown.naturalWidth, shown.naturalHeight];
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  try {
    canvas.getContext('2d')?.drawImage(shown, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
  } catch {
    return undefined; // another site's: the canvas can't be read
  }
}

/** The picture that an image shows, of at most `most` bytes: its own bytes where they can be had, else drawn anew. */
export const readImage = async (image: HTMLImageElement, most: number): Promise<Blob | undefined> =>
  (await fetched(image.currentSrc || image.src, most)) ?? (await drawn(image));
