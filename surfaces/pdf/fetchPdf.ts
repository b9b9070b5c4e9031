import { fail, ok, type Result } from '../../domain/failure.ts';
import { siteOf } from '../../domain/pageAddress.ts';

/** Bytes of the largest PDF that is opened: all of it is held in memory. */
export const LARGEST_PDF = 256 * 1024 * 1024;

/**
 * A PDF's bytes. `onProgress` is told the share that has come, from 0 to 1, where the server said how much it is.
 * Fails with `pdf-out-of-reach` where the site may not be read, or nobody answers.
 */
export async function fetchPdf(
  address: string,
  {
    fetch,
    signal,
    onProgress,
  }: { readonly fetch: typeof globalThis.fetch; readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<Result<Uint8Array>> {
  const site = siteOf(address);
  try {
    // with what the site knows the person by: many a PDF stands behind a login
    const response = await fetch(address, { signal, credentials: 'include' });
    if (!response.ok || !response.body) return fail('pdf-not-there', { site, status: response.status });
    const announced = Number(response.headers.get('content-length') ?? 0);
    if (announced > LARGEST_PDF) return fail('pdf-too-large', { limit: LARGEST_PDF });
    const parts: Uint8Array[] = [];
    let length = 0;
    const reader = response.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parts.push(read.value);
      length += read.value.length;
      if (length > LARGEST_PDF) {
        await reader.cancel();
        return fail('pdf-too-large', { limit: LARGEST_PDF });
      }
      if (announced > 0) onProgress(Math.min(1, length / announced));
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return ok(bytes);
  } catch {
    return fail('pdf-out-of-reach', { site });
  }
}
