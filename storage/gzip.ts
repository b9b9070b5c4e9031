/** A text compressed with gzip, as UTF-8. */
export const compress = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());

/**
 * The first `max` characters of a text that was compressed, or nothing when the bytes are of something else.
 * Stops reading there: a few bytes may stand for gigabytes.
 */
export async function decompress(bytes: Uint8Array, max: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  // a copy, since what is stored may be a view of something larger
  const reader = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text.slice(0, max);
      text += decoder.decode(value, { stream: true });
      if (text.length >= max) {
        await reader.cancel();
        return text.slice(0, max);
      }
    }
  } catch {
    return undefined;
  }
}
