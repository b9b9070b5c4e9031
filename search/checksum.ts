/**
 * A number of 32 bits that tells whether a plain value of numbers, texts, lists, objects and typed arrays is as it was
 * (FNV-1a over words of 32 bits). Each step is one to one, so no single changed word can go unseen; what is longer or
 * shorter changes the lengths, which count too.
 */
export function checksum(value: unknown): number {
  let sum = 0x811c9dc5;
  const step = (word: number): void => void (sum = Math.imul(sum ^ word, 0x01000193));
  const take = (part: unknown): void => {
    if (typeof part === 'number') {
      for (const half of new Uint32Array(Float64Array.of(part).buffer)) step(half);
    } else if (typeof part === 'string') {
      step(part.length);
      for (let at = 0; at < part.length; at++) step(part.charCodeAt(at));
    } else if (ArrayBuffer.isView(part)) {
      step(part.byteLength);
      sum = sumOfBytes(sum, part);
    } else if (Array.isArray(part)) {
      step(part.length);
      part.forEach(take);
    } else if (typeof part === 'object' && part !== null) {
      for (const [name, member] of Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) {
        take(name);
        take(member);
      }
    }
  };
  take(value);
  return sum >>> 0;
}

function sumOfBytes(from: number, { buffer, byteOffset, byteLength }: ArrayBufferView): number {
  let sum = from;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  // words can be read at every fourth byte of a buffer only
  const aligned = byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, byteLength >> 2);
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  for (let at = words.length * 4; at < byteLength; at++) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum;
}
